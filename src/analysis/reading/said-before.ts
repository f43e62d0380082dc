import type { Draft } from './draft.ts';

/** Shorter texts (`Yes.`, `Thanks!`) are said again and again, and mean something else each time. Letters and digits. */
const TELLING = 12;

/** Past so many letters searched, only paragraphs that are the same as a whole count as repeated: a huge mailbox must end. */
const MOST_SEARCHED = 1_000_000_000;

/** Letters and digits alone: what stays the same when mail programs wrap and mark a quoted text. */
function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Remembers what mails say, so that a quoted copy of it is not counted a second time. */
export class SaidBefore {
  readonly #whole: string[] = [];
  readonly #forms = new Set<string>();
  #room = MOST_SEARCHED;

  /** The words of one mail as it was first written. */
  add(texts: string[]): void {
    for (const text of texts) this.#forms.add(bare(text));
    this.#whole.push(bare(texts.join(' ')));
  }

  /** Whether a quoted text repeats an original, or a quoted copy asked for earlier. */
  repeats(text: string): boolean {
    const form = bare(text);
    if (form.length < TELLING) return false;
    if (this.#forms.has(form)) return true;
    this.#forms.add(form);
    return this.#whole.some((whole) => {
      this.#room -= whole.length;
      return this.#room > 0 && whole.includes(form);
    });
  }
}

/** One mail's passages without quoted text that it quotes more than once: a mail that quotes itself 200 deep says it once. */
export function withoutRepeats(drafts: Draft[]): Draft[] {
  const said = new SaidBefore();
  said.add(drafts.filter((draft) => !draft.quoted).map(({ text }) => text));
  return drafts.filter((draft) => !draft.quoted || !said.repeats(draft.text));
}
