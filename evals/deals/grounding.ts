import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LabelledDeal } from './deal.ts';
import { countWords, fold } from './folded.ts';
import type { Grounded, Output, Place } from './output.ts';

type Citing = Output['flags'][number] | { evidence: Output['flags'][number]['evidence'] };

/** Looks up what an analysis quotes and counts: quotes, those that stand nowhere, words of those that stand. */
export class Grounding {
  quotes = 0;
  words = 0;
  readonly ungrounded: Place[] = [];
  readonly deal: LabelledDeal;
  private readonly named: ReadonlyMap<string, string>;

  constructor(deal: LabelledDeal, sources: Output['sources']) {
    this.deal = deal;
    this.named = new Map(sources.map(({ id, name }) => [id, name ?? '']));
  }

  each<T extends Citing>(items: readonly T[]): Grounded<T>[] {
    return items.map((item) => ({
      ...item,
      found: item.evidence.flatMap((cited) => {
        const place = this.place(cited);
        if (place) this.words += countWords(place.quote);
        return place ?? [];
      }),
    }));
  }

  /** Where a quote stands; counted, unless it is empty. */
  place({
    source,
    quote,
  }: {
    source?: string | null | undefined;
    quote?: string | null | undefined;
  }): Place | undefined {
    if (!quote || !fold(quote)) return undefined;
    this.quotes += 1;
    const file = this.deal.fileOf(source ?? '', this.named);
    if (file && this.deal.stands({ file, quote })) return { file, quote };
    this.ungrounded.push({ file: source ?? '', quote });
    return undefined;
  }

  /** Sources whose hash is not that of the file. */
  wrongHashes(sources: Output['sources']): number {
    return sources.filter(({ id, sha256 }) => {
      const file = this.deal.fileOf(id, this.named);
      if (!sha256 || !file) return false;
      return (
        createHash('sha256')
          .update(readFileSync(join(this.deal.folder, file)))
          .digest('hex') !== sha256
      );
    }).length;
  }
}
