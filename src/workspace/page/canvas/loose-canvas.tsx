import { RailButton } from '../messages/channel-header.tsx';
import { Icon } from '../shell/icon.tsx';
import { useApp } from '../store/context.tsx';
import { titleOf } from './canvas-outline.tsx';
import { CanvasView } from './canvas-view.tsx';

/** A canvas that is no channel's tab, with a header of its own. */
export function LooseCanvas({ id, openRail }: { id: string; openRail(): void }) {
  const { state } = useApp();
  const canvas = state.canvases[id];
  return (
    <>
      <header class="channel-head">
        <div class="channel-line">
          <RailButton open={openRail} />
          <Icon name="doc" />
          <h1>{canvas ? titleOf(canvas) : 'Canvas'}</h1>
        </div>
      </header>
      <CanvasView id={id} />
    </>
  );
}
