import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readDealFolder } from '../../src/analysis/reading/deal-folder.ts';
import { readDocument } from '../../src/analysis/reading/read-document.ts';

/** The words of some texts, lower case, in order, with the places of each. */
export class Words {
  private readonly words: string[] = [];
  private readonly places = new Map<string, number[]>();
  private readonly sorted: string[];

  constructor(texts: Iterable<string>) {
    for (const text of texts) {
      for (const word of wordsOf(text)) {
        const list = this.places.get(word);
        if (list) list.push(this.words.length);
        else this.places.set(word, [this.words.length]);
        this.words.push(word);
      }
      this.words.push('');
    }
    this.sorted = [...this.places.keys()].sort();
  }

  /**
   * Whether words stand here one behind the other. Each place is one word or any of several; `migrat*` stands for every word that
   * starts so.
   */
  holds(run: readonly (readonly string[])[]): boolean {
    const [first = [], ...rest] = run;
    const next = (at: number) =>
      rest.every((any, index) => any.some((it) => fits(this.words[at + 1 + index] ?? '', it)));
    return first.some((word) => this.like(word).some((found) => this.places.get(found)?.some(next)));
  }

  private like(word: string): string[] {
    if (!word.endsWith('*')) return this.places.has(word) ? [word] : [];
    const stem = word.slice(0, -1);
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.sorted[middle] ?? '') < stem) low = middle + 1;
      else high = middle;
    }
    const out: string[] = [];
    for (let at = low; this.sorted[at]?.startsWith(stem); at += 1) out.push(this.sorted[at] ?? '');
    return out;
  }
}

const fits = (word: string, wanted: string): boolean =>
  wanted.endsWith('*') ? word.startsWith(wanted.slice(0, -1)) : word === wanted;

/** Words in lower case with straight apostrophes; `7,400` is one number, `7400`. */
const wordsOf = (text: string): string[] => straight(text).match(/[\p{L}\p{N}]+(?:'[\p{L}]+)?/gu) ?? [];

export const straight = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[’‘]/gu, "'")
    .replace(/(?<=\d)[,.](?=\d{3}(?!\d))/gu, '');

/** How firms are constituted says nothing about which. */
const FORMS = /^(?:ltd|llc|llp|plc|inc|corp|gmbh|pty|limited|company|group|bhd|sdn|ag|sa|bv|nv|oy|ab|srl|spa)$/u;

/** `names`: the words of its people's and firms' names. `lower`: the words that stand in lower case. */
export type Sample = { name: string; words: Words; names: ReadonlySet<string>; lower: ReadonlySet<string> };

/** The sample deals of folders: their words, and the words of the names of their people and firms. */
export async function samplesIn(folders: readonly string[]): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (const folder of folders)
    for (const name of readdirSync(folder).sort()) {
      const dir = join(folder, name);
      if (!readdirSafe(dir).includes('deal.json')) continue;
      const { facts, sources } = await readDealFolder(dir, { read: (bytes, file) => readDocument(bytes, file) });
      const named = [facts.vendor, facts.customer, ...facts.people.flatMap((person) => [person.name, person.org])];
      const texts = sources.flatMap(({ passages }) => passages.map(({ text }) => text));
      samples.push({
        name,
        words: new Words(texts),
        lower: lowerIn(texts),
        names: new Set(named.flatMap(wordsOf).filter((word) => word.length > 2 && !FORMS.test(word))),
      });
    }
  return samples;
}

function readdirSafe(dir: string): string[] {
  try {
    return readdirSync(dir);
  } catch {
    return [];
  }
}

/** Every text of the public sets; words that stand there in lower case are no names. */
export function publicTexts(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:jsonl|txt|md)(?:\.gz)?$/u.test(name))
    .sort()
    .map((name) => {
      const bytes = readFileSync(join(folder, name));
      return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').replace(/\\n|\\u\w{4}/gu, ' ');
    });
}

/** The words of some texts that stand there in lower case: they are no names, or not only. */
export const lowerIn = (texts: readonly string[]): Set<string> =>
  new Set(texts.flatMap((text) => text.match(/(?<![\p{L}\p{N}])\p{Ll}+(?![\p{L}\p{N}])/gu) ?? []));

/** The texts of the labelled snippets and pairs in the folders there are: every text in their lines. */
export function snippetTexts(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSafe(folder)
      .filter((name) => name.endsWith('.jsonl'))
      .flatMap((name) =>
        readFileSync(join(folder, name), 'utf8')
          .split('\n')
          .filter(Boolean)
          .flatMap((line) => textsIn(JSON.parse(line))),
      ),
  );
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
