import type { Clause } from './clauses.ts';
import type { Section } from './headings.ts';

/** Where a clause tells when something counts as accepted. */
const ACCEPTS =
  /\b(?:(?:is|are|be|as|deemed) (?:deemed |considered |regarded as )?(?:accepted|approved|complete)|passe?s?|signed[- ]off|acceptance criteri(?:a|on))\b/u;
/** Words that most of a document shares tell nothing and would make the search slow. */
const MOST_SHARED = 40;

/** Finds what makes an item of scope accepted: the acceptance clause that shares most with it. */
export class AcceptanceOf {
  private readonly byTerm = new Map<string, Clause[]>();

  constructor(lines: { clause: Clause; section: Section | undefined }[]) {
    for (const { clause, section } of lines) {
      if (section !== 'acceptance' && (section === 'in' || section === 'out' || !ACCEPTS.test(clause.low))) continue;
      for (const term of [...clause.terms, ...acronymsIn(clause.text)]) {
        const known = this.byTerm.get(term);
        if (known) known.push(clause);
        else this.byTerm.set(term, [clause]);
      }
    }
  }

  of(item: Clause): Clause | undefined {
    if (this.byTerm.size === 0) return undefined;
    const scores = new Map<Clause, number>();
    const add = (term: string, weight: number) => {
      const found = this.byTerm.get(term) ?? [];
      if (found.length > MOST_SHARED) return;
      for (const clause of found) if (clause !== item) scores.set(clause, (scores.get(clause) ?? 0) + weight);
    };
    for (const term of item.terms) add(term, term.startsWith('@') ? 0.6 : 1);
    for (const acronym of acronymsOf(item.low)) add(acronym, 2);
    const enough = Math.min(3, Math.max(1.5, 0.25 * item.terms.size));
    let best: { clause: Clause; score: number } | undefined;
    for (const [clause, score] of scores) if (score >= enough && score > (best?.score ?? 0)) best = { clause, score };
    return best?.clause;
  }
}

/** `SSO` as it is written. */
const acronymsIn = (text: string): string[] =>
  [...text.matchAll(/\b\p{Lu}{3,5}\b/gu)].map(([word]) => `^${word.toLowerCase()}`);

/** The initials of three to five words in a row: `sso` for single sign-on. */
function acronymsOf(low: string): string[] {
  const words = low
    .split(/[^\p{L}]+/u)
    .filter(Boolean)
    .slice(0, 40);
  return words.flatMap((_, at) =>
    [3, 4, 5]
      .filter((size) => at + size <= words.length)
      .map(
        (size) =>
          `^${words
            .slice(at, at + size)
            .map((word) => word[0])
            .join('')}`,
      ),
  );
}
