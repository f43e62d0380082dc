import type { Clause } from './clauses.ts';
import type { Section, Sections } from './headings.ts';

/** The part of the document a clause stands in; `title`: it only names that part. */
export type Place = { section: Section | undefined; title: boolean };

/** A title run into its text: `**Fees.** …`, `§ 3 Hotline. …`, `3. Fees. …`. */
const BOLD =
  /^(?:\*\*|__)(?:§+\s*)?(?:(?:\d[\w.]{0,5}|\w{1,4}[.)]|first\.|second\.|third\.|\p{L}+th\.)[.)]? )?([^.:*_|]{3,60})(?:[.:](?:\*\*|__)?|(?:\*\*|__)[.:]?)(?=\s|$)/iu;
const NUMBERED = /^(?:§+\s*\w{1,4}|article \w{1,5}|\d{1,2}\.) (\p{Lu}[^.:*|]{2,50})\.\s/iu;
/** A title on a line of its own, which the reader took for text: `C. EXCLUSIONS`, `3. Limits of supply` above 3.1. */
const ALONE =
  /^(?:(?:\d{1,2}|[A-Z]|[IVX]{1,5})[.)]? |(?:Article|ARTICLE|Section|SECTION|Clause|CLAUSE|Part|PART|§) ?\w{1,5}\s*[-–:.]?\s*)?(\p{Lu}[^|]{2,60}[^\s.;,:|])$/u;
/** One to three words and nothing behind them. */
const SHORT = /^\p{Lu}[\p{L}-]+(?: [\p{L}-]+){0,2}$/u;
const VERB = /\b(?:will|shall|must|may|is|are|was|has|have|can)\b/iu;
const MOST_WORDS = 7;

/** By its headings, else by the last title run into the text above it. Linear in the clauses. */
export function placesOf(clauses: Clause[], sections: Sections): Map<Clause, Place> {
  const out = new Map<Clause, Place>();
  let open: { of: Clause; section: Section | undefined; over: boolean } | undefined;
  let named = '';
  const titles = namesOfWholes(clauses);
  clauses.forEach((clause, index) => {
    const { source, passage, heading, text } = clause;
    if (open && (open.of.source !== source || open.of.heading !== heading)) open = undefined;
    const above = titles.has(keyOf(clause)) ? undefined : sections.of(clause);
    if (passage !== clauses[index - 1]?.passage) {
      const over = isParent(passage.text, clauses[index + 1]);
      const title = titleOf(passage.text, over, above !== undefined);
      const section = title === undefined ? undefined : sections.of({ heading: title.toLowerCase() });
      named = '';
      if (title && (section || !SHORT.test(passage.text))) {
        open = { of: clause, section, over };
        named = title;
      }
    }
    out.set(clause, {
      section: open?.over ? (open.section ?? above) : (above ?? open?.section),
      title:
        headsRows(clause, clauses[index + 1]) ||
        (named !== '' && text.includes(named) && text.length <= named.length + 12),
    });
  });
  return out;
}

/** The row that names the columns: the rows below stand under it. */
const headsRows = ({ low }: Clause, next: Clause | undefined): boolean =>
  low.includes(' | ') && next !== undefined && cells(next.heading.split(' › ').at(-1) ?? '') === cells(low);
const cells = (low: string): string => low.replace(/^[\s|]+|[\s|]+$/gu, '');

function titleOf(text: string, over: boolean, headed: boolean): string | undefined {
  const run = headed ? undefined : (BOLD.exec(text) ?? NUMBERED.exec(text));
  const alone =
    text.length < 75 &&
    (over ||
      (!headed && SHORT.test(text)) ||
      (!headed &&
        (text === text.toUpperCase() || /^(?:\p{Lu}[.)] |(?:article|section|clause|part|§) ?\w{1,5}\b)/iu.test(text))));
  const title = run?.[1] ?? (alone ? ALONE.exec(text)?.[1] : undefined);
  return title === undefined || title.split(' ').length > MOST_WORDS || VERB.test(title) ? undefined : title.trim();
}

/** Headings that nearly all of a contract, or of any long document, stands under: its name, and no part of it. */
function namesOfWholes(clauses: Clause[]): Set<string> {
  const whole = new Map<unknown, number>();
  const under = new Map<string, { source: Clause['source']; count: number }>();
  for (const clause of clauses) {
    whole.set(clause.source, (whole.get(clause.source) ?? 0) + 1);
    const known = under.get(keyOf(clause));
    if (known) known.count += 1;
    else under.set(keyOf(clause), { source: clause.source, count: 1 });
  }
  return new Set(
    [...under]
      .filter(
        ([, { source, count }]) =>
          count >= (source.kind === 'contract' ? 8 : 40) && count >= 0.8 * (whole.get(source) ?? 0),
      )
      .map(([key]) => key),
  );
}
const keyOf = ({ source, heading }: Clause): string => `${source.id}|${heading}`;

/** `3. Limits of supply` when 3.1 follows. */
function isParent(text: string, next: Clause | undefined): boolean {
  const number = /^(\d{1,2})\.? \p{Lu}/u.exec(text)?.[1];
  return number !== undefined && next?.passage.text.startsWith(`${number}.1`) === true;
}
