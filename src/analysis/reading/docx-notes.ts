import { canonical } from './canonical.ts';
import { type Runs, runsOf, type Tally } from './docx-runs.ts';
import type { Draft } from './draft.ts';
import { type Element, elements } from './xml-tree.ts';

type Files = { footnotes: Element | undefined; endnotes: Element | undefined; comments: Element | undefined };

/** The notes and comments of a document, each given out once, with the place it belongs to. */
export class DocxNotes {
  readonly #footnotes: Map<string, Element>;
  readonly #endnotes: Map<string, Element>;
  readonly #comments: Map<string, Element>;
  readonly #tally: Tally;
  #number = { footnote: 0, endnote: 0, comment: 0 };

  constructor({ footnotes, endnotes, comments }: Files, tally: Tally) {
    this.#footnotes = byId(footnotes, 'w:footnote');
    this.#endnotes = byId(endnotes, 'w:endnote');
    this.#comments = byId(comments, 'w:comment');
    this.#tally = tally;
  }

  /** What the runs refer to; `at` is the locator of the passage they stand in. */
  of(runs: Runs, at: string | undefined): Draft[] {
    return [
      ...runs.footnotes.flatMap((id) => this.#draft('footnote', this.#footnotes, id, at)),
      ...runs.endnotes.flatMap((id) => this.#draft('endnote', this.#endnotes, id, at)),
      ...runs.comments.flatMap((id) => this.#draft('comment', this.#comments, id, at)),
    ];
  }

  #draft(
    kind: 'footnote' | 'endnote' | 'comment',
    all: Map<string, Element>,
    id: string,
    at: string | undefined,
  ): Draft[] {
    const note = all.get(id);
    all.delete(id);
    const text = note ? textOf(note, this.#tally) : '';
    if (!note || !text) return [];
    this.#number[kind] += 1;
    const locator = [at, `${kind} ${this.#number[kind]}`].filter(Boolean).join(', ');
    const author = kind === 'comment' ? note.attributes['w:author']?.trim() : undefined;
    const date = note.attributes['w:date'] ?? '';
    const when = kind === 'comment' && !Number.isNaN(Date.parse(date)) ? new Date(date).toISOString() : undefined;
    return [{ text, locator, ...(author && { speaker: author }), ...(when && { at: when }) }];
  }
}

/** All words of an element, its paragraphs apart by white space. */
export function textOf(element: Element, tally: Tally): string {
  const texts: string[] = [];
  const walk = (part: Element) => {
    for (const one of elements(part)) {
      if (one.name === 'w:p') texts.push(runsOf(one, tally, true).text);
      else walk(one);
    }
  };
  walk(element);
  return canonical(texts.join('\n'));
}

function byId(root: Element | undefined, name: string): Map<string, Element> {
  return new Map(elements(root, name).map((one) => [one.attributes['w:id'] ?? '', one]));
}
