import { words } from '../blocks/read-json.ts';
import { useApp } from '../store/context.tsx';
import { Modal } from './modal.tsx';
import { useFocusBack } from './use-covered-focus.ts';

/** Only the top of the stack is seen; those under it stay as they are, so that everything is where it was on the way back. */
export function ModalStack() {
  const { state } = useApp();
  const modals = state.views.filter((view) => view.type === 'modal');
  useFocusBack(modals.length > 0);
  return (
    <>
      {modals.map((view, index) => (
        <Modal
          key={view.id}
          view={view}
          below={index > 0 ? words(modals[index - 1]?.title, 'Dialog') : null}
          top={index === modals.length - 1}
        />
      ))}
    </>
  );
}
