import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { labelledDeals } from '../../evals/deals/deal.ts';
import { Output } from '../../evals/deals/output.ts';
import { score, total } from '../../evals/deals/score.ts';
import { summary } from '../../evals/deals/summary.ts';
import { shipped } from '../../evals/rows.ts';

const Stored = z.object({
  outputs: z.record(z.string(), Output),
  figures: z.object({ deals: z.record(z.string(), z.unknown()), micro: z.unknown() }),
});
/** Analyses with faults of every sort put in, and the figures that an independent scorer gave them. */
const stored = Stored.parse(
  JSON.parse(
    gunzipSync(
      readFileSync(fileURLToPath(new URL('../fixtures/evals/scored-deals.json.gz', import.meta.url))),
    ).toString(),
  ),
);
const deals = labelledDeals([shipped('deals-given')]);

/** Every number of a summary by its path; what cannot be measured is left out. */
function leaves(value: unknown, path = ''): [string, number][] {
  if (typeof value === 'number') return [[path, Number(value.toFixed(9))]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}
const figures = (value: unknown) =>
  Object.fromEntries(leaves(value).filter(([path]) => !/\.(?:tp|fp|fn)$/u.test(path)));

test.each(deals)('every figure of $name is what an independent scorer found', (deal) => {
  const output = stored.outputs[deal.name];
  if (!output) throw new Error(`no stored output for ${deal.name}`);
  const found = figures(summary(score(deal, output)));
  expect(found).toEqual(figures(stored.figures.deals[deal.name]));
  expect(Object.keys(found).length).toBeGreaterThan(60);
});

test('the figures of all deals together weigh each item the same', () => {
  const all = total(deals.map((deal) => score(deal, Output.parse(stored.outputs[deal.name]))));
  expect(all && figures(summary(all))).toEqual(figures(stored.figures.micro));
});

test.each(deals)('an analysis that says nothing about $name scores nothing and raises no alarm', (deal) => {
  const nothing = summary(score(deal, Output.parse({})));
  expect(nothing.commitments?.f1).toBe(0);
  expect(nothing.flags_micro?.f1).toBe(0);
  expect(nothing.neg_false_alarm).toBe(0);
});

test('a quote that stands in no file is counted as ungrounded and as a wrong commitment', () => {
  const [deal] = deals;
  if (!deal) throw new Error('no deal');
  const invented = Output.parse({
    commitments: [{ side: 'vendor', evidence: [{ source: 'call.vtt', quote: 'nobody ever said zebra' }] }],
  });
  const counts = score(deal, invented);
  expect(counts.ungrounded).toBe(1);
  expect(counts.commitments[1]).toBe(1);
});
