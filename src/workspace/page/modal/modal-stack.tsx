import { useApp } from '../store/context.tsx';
import { Modal } from './modal.tsx';

/** Only the top of the stack is on screen; those under it stay mounted, so that what was typed is there on the way back. */
export function ModalStack() {
  const { state } = useApp();
  const modals = state.views.filter((view) => view.type === 'modal');
  return (
    <>
      {modals.map((view, index) => (
        <Modal key={view.id} view={view} depth={index} top={index === modals.length - 1} />
      ))}
    </>
  );
}
