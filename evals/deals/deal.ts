import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { DealFile, Gold, type Quoted } from './gold.ts';
import { Located } from './located.ts';
import type { Place } from './output.ts';

/** A labelled deal folder: its gold and its files, in which quotes are looked up. Throws a ZodError for a gold.json of another shape. */
export class LabelledDeal {
  readonly folder: string;
  readonly name: string;
  readonly gold: Gold;
  readonly people: { name: string; side: string }[];
  readonly signed: ReadonlySet<string>;
  readonly files: ReadonlyMap<string, Located>;

  constructor(folder: string) {
    this.folder = folder;
    const json = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
    const deal = DealFile.parse(json('deal.json'));
    this.name = basename(resolve(folder));
    this.gold = Gold.parse(json('gold.json'));
    this.people = deal.people;
    this.signed = new Set(deal.files.filter(({ signed }) => signed).map(({ path }) => path));
    this.files = new Map(deal.files.map(({ path }) => [path, new Located(join(folder, path))]));
  }

  /** The file that a source's id or name stands for. */
  fileOf(source: string, named: ReadonlyMap<string, string>): string | undefined {
    const name = named.get(source) ?? source;
    if (this.files.has(name)) return name;
    const base = basename(name);
    return this.files.has(base) ? base : [...this.files.keys()].find((file) => basename(file) === base);
  }

  stands({ file, quote }: Place): boolean {
    return (this.files.get(file)?.spans(quote).length ?? 0) > 0;
  }

  /** How far a quote is the place that a label names, by its quote or by one that serves as well. */
  overlap(place: Place, gold: Quoted): number {
    if (place.file !== gold.file) return 0;
    const file = this.files.get(place.file);
    const quotes = [gold.quote, ...(gold.alt_quotes ?? [])].filter(Boolean);
    return Math.max(0, ...quotes.map((quote) => file?.overlap(place.quote, quote) ?? 0));
  }

  hits(places: readonly Place[], golds: readonly Quoted[]): boolean {
    return places.some((place) => golds.some((gold) => this.overlap(place, gold) > 0));
  }
}

/** The labelled deals of folders that are deals or hold some, in the order of their names. */
export function labelledDeals(folders: readonly string[]): LabelledDeal[] {
  return folders.flatMap((folder): LabelledDeal[] => {
    if (existsSync(join(folder, 'gold.json'))) return [new LabelledDeal(folder)];
    const inner = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    return labelledDeals(inner.map(({ name }) => join(folder, name)).sort());
  });
}
