import type { Clause } from './clauses.ts';
import type { Promised } from './coverage.ts';
import type { NoteLine } from './notes.ts';
import { quantities } from './quantities.ts';
import { terms } from './words.ts';

/** That something is free, on site or about money says nothing of what it is. */
const EMPTY: ReadonlySet<string> = new Set([
  '@price',
  '@travel',
  '@monthly',
  '@weekly',
  '@change',
  '@start',
  '@custom',
  '@hardware',
  '@link',
  '@redirect',
  '@support',
]);
const ENOUGH = 1.1;

/** Approved exceptions, looked up by what they are about. */
export class ExceptionIndex {
  private readonly lines: NoteLine[];
  private readonly frequency = new Map<string, number>();

  constructor(notes: NoteLine[], clauses: Clause[]) {
    this.lines = notes.filter(({ approval }) => approval === 'approved');
    for (const { terms } of [...clauses, ...this.lines])
      for (const term of terms) this.frequency.set(term, (this.frequency.get(term) ?? 0) + 1);
  }

  nearest({ text, context }: Promised): NoteLine | undefined {
    const own = terms(text);
    const asked = terms(context);
    const values = quantities(text).filter(({ value }) => value > 1);
    let best: { line: NoteLine; score: number } | undefined;
    for (const line of this.lines) {
      let score = 0;
      let shared = 0;
      for (const term of line.terms) {
        const factor = own.has(term) ? 1 : asked.has(term) ? 0.45 : 0;
        if (factor === 0 || EMPTY.has(term)) continue;
        if (own.has(term)) shared += 1;
        score +=
          factor * (term.startsWith('@') ? 0.55 : Math.max(0.25, 1 - 0.08 * ((this.frequency.get(term) ?? 1) - 1)));
      }
      if (shared === 0) continue;
      score +=
        0.35 *
        Math.min(
          2,
          quantities(line.text).filter(
            (q) => q.value > 1 && values.some((v) => v.dimension === q.dimension && v.value === q.value),
          ).length,
        );
      if (score >= ENOUGH && score > (best?.score ?? 0)) best = { line, score };
    }
    return best?.line;
  }
}
