import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { nameTokens } from '../../../src/analysis/offline/learned/name-tokens.ts';
import { People } from '../../../src/analysis/offline/people.ts';
import { isSigned, utterances } from '../../../src/analysis/offline/utterances.ts';
import { fold } from '../../../src/analysis/reading/canonical.ts';
import { type DealFolder, readDealFolder } from '../../../src/analysis/reading/deal-folder.ts';
import { readDocument } from '../../../src/analysis/reading/read-document.ts';
import { CommitmentKind, CoverageVerdict, Influence, Strength } from '../../../src/handoff/vocabulary.ts';
import { data } from './jsonl.ts';
import type { LabelOf, Talk } from './said.ts';

const Place = z.object({ file: z.string(), quote: z.string() });
const Gold = z.object({
  commitments: z.array(
    Place.extend({
      kind: CommitmentKind,
      strength: Strength,
      coverage: CoverageVerdict,
      clause: Place.nullable(),
      alt_clauses: z.array(Place).optional(),
      alt_quotes: z.array(z.string()).optional(),
    }),
  ),
  unsure: z.array(Place).optional(),
  questions: z.array(Place),
  success_metrics: z.array(Place),
  buyer_goal: z.array(Place),
  flags: z.array(Place.extend({ type: z.string() })),
  stakeholders: z.array(Place.extend({ name: z.string(), influence: Influence })),
});
export type LabelledDeal = { name: string; folder: DealFolder; gold: z.infer<typeof Gold> };

/** The labelled deals of a folder of `evals/data`, in the order of their names. */
export async function labelledDeals(...folders: string[]): Promise<LabelledDeal[]> {
  const dirs = folders.flatMap((folder) =>
    readdirSync(data(folder))
      .sort()
      .map((name) => join(data(folder), name))
      .filter((dir) => existsSync(join(dir, 'gold.json'))),
  );
  const deals: LabelledDeal[] = [];
  for (const dir of dirs) {
    const folder = await readDealFolder(dir, { read: (bytes, name) => readDocument(bytes, name) });
    deals.push({
      name: basename(dir),
      folder,
      gold: Gold.parse(JSON.parse(readFileSync(join(dir, 'gold.json'), 'utf8'))),
    });
  }
  return deals;
}

const holds = (text: string, quote: string): boolean =>
  text.includes(quote) || (quote.includes(text) && text.length > 0.5 * quote.length);

/** What a deal's unsigned sources say, each sentence of the seller labelled; what is neither right nor wrong has no label. */
export function talksOf({ name, folder, gold }: LabelledDeal): Talk[] {
  const people = new People(folder.facts);
  const names = nameTokens(people);
  return folder.sources
    .filter((source) => !isSigned(source))
    .map((source) => {
      const said = utterances(source, people);
      const promised = gold.commitments.filter(({ file }) => file === source.name);
      const unsure = (gold.unsure ?? []).filter(({ file }) => file === source.name);
      const labels = said.map(({ text, side }): LabelOf | undefined => {
        if (side === 'customer' || side === 'third') return undefined;
        const here = fold(text);
        const found = promised.find(({ quote }) => holds(here, fold(quote)));
        if (found) return { strength: found.strength, kind: found.kind };
        return unsure.some(({ quote }) => holds(here, fold(quote))) ? undefined : { strength: 'none', kind: undefined };
      });
      return { group: name, set: 'deal', said, labels, names };
    });
}
