import { Icon } from '../shell/icon.tsx';
import { useApp } from '../store/context.tsx';
import { titleOf } from './canvas-outline.tsx';
import { CanvasView } from './canvas-view.tsx';

/** The canvas beside the messages it is about. */
export function CanvasSide({ id }: { id: string }) {
  const { state, session } = useApp();
  const canvas = state.canvases[id];
  return (
    <aside
      class="side"
      aria-label="Canvas beside the messages"
      onKeyDown={(event) => {
        if (event.key === 'Escape') void session.openSide(false);
      }}
    >
      <header class="thread-head">
        <h2>{canvas ? titleOf(canvas) : 'Canvas'}</h2>
        <span class="button-row">
          <button
            type="button"
            class="icon-button"
            aria-label="Open the canvas on its own"
            title="Open the canvas on its own"
            onClick={() => void session.openSide(false).then(() => session.openTab('canvas'))}
          >
            <Icon name="full" />
          </button>
          <button
            type="button"
            class="icon-button"
            aria-label="Close the canvas"
            title="Close the canvas"
            onClick={() => void session.openSide(false)}
          >
            <Icon name="close" />
          </button>
        </span>
      </header>
      <CanvasView id={id} beside />
    </aside>
  );
}
