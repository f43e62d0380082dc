import { useRef, useState } from 'preact/hooks';
import { fullTime } from '../mrkdwn/dates.ts';
import { Icon } from '../shell/icon.tsx';
import { useApp } from '../store/context.tsx';
import { zoneOf } from '../store/state.ts';
import { sectionOf } from './canvas-draft.ts';
import { CanvasEditor } from './canvas-editor.tsx';
import { CanvasOutline, headingsOf } from './canvas-outline.tsx';
import { CanvasSection } from './canvas-section.tsx';
import { useCanvasDraft } from './use-canvas-draft.ts';

/** Below this width the outline would stand above the page instead of beside it (narrow.css). */
const NARROW_PX = 1180;

/** The channel's canvas as a document that one can read, tick, write in and print. */
export function CanvasView({ id, beside }: { id: string; beside?: boolean }) {
  const { state, session } = useApp();
  const canvas = state.canvases[id];
  const box = useRef<HTMLElement>(null);
  const [outline, setOutline] = useState(!beside && innerWidth > NARROW_PX);
  const { draft, busy, begin, change, cancel, save } = useCanvasDraft(canvas);
  if (!canvas) return <p class="empty">Reading the canvas …</p>;
  const headings = headingsOf(canvas);
  const editor = draft ? (
    <CanvasEditor
      canvas={canvas}
      draft={draft}
      busy={busy}
      change={change}
      save={() => void save()}
      cancel={() => void cancel()}
    />
  ) : null;
  const same = draft?.scope === 'section' ? sectionOf(canvas, draft) : -1;
  const written =
    draft?.scope === 'section' ? (same >= 0 ? same : Math.min(draft.index, canvas.sections.length - 1)) : -1;
  const inChannel = state.place.kind === 'channel' && !beside;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section ref={box} class="canvas-scroll" aria-label="Canvas" tabIndex={0}>
      <div class="canvas-bar">
        <span class="faint canvas-changed">Changed {fullTime(Date.parse(canvas.updated_at), zoneOf(state))}</span>
        <span class="button-row">
          {headings.length > 1 ? (
            <Tool name="Outline" icon="menu" pressed={outline} run={() => setOutline(!outline)} />
          ) : null}
          {inChannel ? <Tool name="Beside the messages" icon="side" run={() => void session.openSide(true)} /> : null}
          <Tool name="Full screen" icon="full" run={() => void toggleFullScreen(box.current)} />
          <button type="button" class="button small print" onClick={() => print()}>
            <Icon name="print" /> Print
          </button>
          {canvas.can_write ? (
            <button type="button" class="button small" disabled={draft !== null} onClick={() => begin('whole', 0)}>
              <Icon name="pencil" /> Edit
            </button>
          ) : (
            <span class="tag">read only</span>
          )}
        </span>
      </div>
      <div class={`canvas-sheet${outline && headings.length > 1 ? ' outlined' : ''}`}>
        {outline && headings.length > 1 ? <CanvasOutline headings={headings} /> : null}
        <article class="canvas" aria-label={canvas.title}>
          {startsWithTitle(canvas.markdown) || canvas.title === 'Untitled' ? null : <h1>{canvas.title}</h1>}
          {draft?.scope === 'whole'
            ? editor
            : canvas.sections.map((section, index) =>
                index === written ? (
                  <div key="draft">{editor}</div>
                ) : (
                  <CanvasSection
                    key={section.id}
                    canvas={canvas}
                    section={section}
                    edit={draft || !canvas.can_write ? null : () => begin('section', index)}
                  />
                ),
              )}
          {canvas.sections.length === 0 && !draft ? <p class="faint">This canvas is empty.</p> : null}
          {canvas.sections.length === 0 && draft?.scope === 'section' ? editor : null}
        </article>
      </div>
    </section>
  );
}

interface ToolProps {
  name: string;
  icon: Parameters<typeof Icon>[0]['name'];
  pressed?: boolean;
  run(): void;
}

function Tool({ name, icon, pressed, run }: ToolProps) {
  return (
    <button type="button" class="icon-button" aria-label={name} title={name} aria-pressed={pressed} onClick={run}>
      <Icon name={icon} />
    </button>
  );
}

async function toggleFullScreen(box: HTMLElement | null): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen();
  else await box?.requestFullscreen();
}

const startsWithTitle = (markdown: string): boolean => /^\s*# /.test(markdown);
