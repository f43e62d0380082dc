import type { PeopleCanvas } from '../../people/shapes.ts';

interface Heading {
  section: string;
  level: number;
  words: string;
}

const LONGEST = 60;

/** The first words of a section, without its marks. */
export function wordsOf(markdown: string): string {
  const line = markdown.split('\n').find((one) => one.trim()) ?? '';
  const words = line
    .replace(/^\s*(#{1,3}|>|[-*+]|\d+[.)]|\|)\s*(\[[ xX]\]\s*)?/, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_~`|]/g, '')
    .trim();
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
}

/** A canvas that nobody named goes by its first heading. */
export const titleOf = (canvas: PeopleCanvas): string =>
  (canvas.title !== 'Untitled' && canvas.title) || headingsOf(canvas)[0]?.words || 'Canvas';

export function headingsOf(canvas: PeopleCanvas): Heading[] {
  return canvas.sections.flatMap((section) => {
    const marks = /^(#{1,3})\s/.exec(section.markdown)?.[1];
    return marks ? [{ section: section.id, level: marks.length, words: wordsOf(section.markdown) }] : [];
  });
}

export function CanvasOutline({ headings }: { headings: Heading[] }) {
  const jump = (section: string): void => {
    const target = document.querySelector<HTMLElement>(`[data-section="${CSS.escape(section)}"]`);
    target?.scrollIntoView({ block: 'start' });
    const heading = target?.querySelector<HTMLElement>('h1, h2, h3');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus({ preventScroll: true });
  };
  return (
    <nav class="outline" aria-label="Outline">
      <ul>
        {headings.map((heading) => (
          <li key={heading.section}>
            <button type="button" class={`outline-link level-${heading.level}`} onClick={() => jump(heading.section)}>
              {heading.words}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
