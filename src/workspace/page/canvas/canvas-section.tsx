import { useRef } from 'preact/hooks';
import type { PeopleCanvas } from '../../people/shapes.ts';
import { CheckContext, Markdown } from '../mrkdwn/blocks-view.tsx';
import { Icon } from '../shell/icon.tsx';
import { people } from '../store/api.ts';
import { useApp } from '../store/context.tsx';
import { wordsOf } from './canvas-outline.tsx';

interface CanvasSectionProps {
  canvas: PeopleCanvas;
  section: PeopleCanvas['sections'][number];
  /** Null where it cannot be written in now. */
  edit: (() => void) | null;
}

/** One block of a canvas, with a pencil beside it and boxes that can be ticked. */
export function CanvasSection({ canvas, section, edit }: CanvasSectionProps) {
  const { session } = useApp();
  const box = useRef<HTMLDivElement>(null);
  const toggle = (ticked: HTMLInputElement): void => {
    const all = [...(box.current?.querySelectorAll('input[type="checkbox"]') ?? [])];
    // Until the server says so, the box shows what is written.
    ticked.checked = !ticked.checked;
    const index = all.indexOf(ticked);
    const body = { as: session.me(), canvas: canvas.id, section_id: section.id, index };
    void session.attempt(people('toggle_check', body));
  };
  return (
    <div ref={box} class="canvas-section" data-section={section.id}>
      <CheckContext.Provider value={canvas.can_write ? toggle : null}>
        <Markdown text={section.markdown} />
      </CheckContext.Provider>
      {edit ? (
        <button
          type="button"
          class="icon-button section-edit"
          aria-label={`Edit section: ${wordsOf(section.markdown)}`}
          title="Edit this section"
          onClick={edit}
        >
          <Icon name="pencil" />
        </button>
      ) : null}
    </div>
  );
}
