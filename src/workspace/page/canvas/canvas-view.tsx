import { Markdown } from '../mrkdwn/blocks-view.tsx';
import { fullTime } from '../mrkdwn/dates.ts';
import { Icon } from '../shell/icon.tsx';
import { useApp } from '../store/context.tsx';
import { zoneOf } from '../store/state.ts';
import { CanvasEdit } from './canvas-edit.tsx';

/** The channel's canvas as a document one could print. */
export function CanvasView({ id }: { id: string }) {
  const { state } = useApp();
  const canvas = state.canvases[id];
  if (!canvas) return <p class="empty">Reading the canvas …</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section class="canvas-scroll" aria-label="Canvas" tabIndex={0}>
      <div class="canvas-bar">
        <span class="faint">Changed {fullTime(Date.parse(canvas.updated_at), zoneOf(state))}</span>
        <span class="button-row">
          <CanvasEdit canvas={canvas} />
          <button type="button" class="button small" onClick={() => print()}>
            <Icon name="print" /> Print
          </button>
        </span>
      </div>
      <article class="canvas" aria-label={canvas.title}>
        {startsWithTitle(canvas.markdown) ? null : <h1>{canvas.title}</h1>}
        <Markdown text={canvas.markdown} />
      </article>
    </section>
  );
}

const startsWithTitle = (markdown: string): boolean => /^\s*# /.test(markdown);
