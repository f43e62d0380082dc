import { firstFrom, fold, wordStarts } from './folded.ts';
import { viewsOf } from './views/index.ts';

/** Where a quote stands: the view, its first word and the one behind its last. */
type Span = { view: number; from: number; to: number };

/** One file of a deal in which quotes are looked up. */
export class Located {
  private readonly views: { text: string; starts: number[] }[];
  private readonly known = new Map<string, Span[]>();

  constructor(path: string) {
    this.views = viewsOf(path).map((text) => ({ text, starts: wordStarts(text) }));
  }

  /** Each place where the quote stands, white space folded. */
  spans(quote: string): Span[] {
    const wanted = fold(quote);
    const found = this.known.get(wanted) ?? (wanted ? this.find(wanted) : []);
    this.known.set(wanted, found);
    return found;
  }

  private find(wanted: string): Span[] {
    return this.views.flatMap(({ text, starts }, view) => {
      const spans: Span[] = [];
      for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
        const from = firstFrom(starts, at);
        spans.push({ view, from, to: Math.max(firstFrom(starts, at + wanted.length), from + 1) });
      }
      return spans;
    });
  }

  /**
   * How far two quotes are the same place, 0 to 1 (Jaccard of their words): 0 unless Jaccard is at least 0.5 or one holds
   * 0.7 of the other, which counts only while the longer has at most max(40, 4 × the shorter) words.
   */
  overlap(one: string, other: string): number {
    let best = 0;
    for (const a of this.spans(one))
      for (const b of this.spans(other)) {
        const shared = Math.min(a.to, b.to) - Math.max(a.from, b.from);
        if (a.view !== b.view || shared <= 0) continue;
        const [short = 0, long = 0] = [a.to - a.from, b.to - b.from].sort((x, y) => x - y);
        const jaccard = shared / (short + long - shared);
        if (jaccard >= 0.5 || (shared / short >= 0.7 && long <= Math.max(40, 4 * short)))
          best = Math.max(best, jaccard);
      }
    return best;
  }
}
