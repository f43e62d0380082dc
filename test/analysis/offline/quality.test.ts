import { expect, test } from 'vitest';
import { labelledDeals } from '../../../evals/deals/deal.ts';
import { Output } from '../../../evals/deals/output.ts';
import { score, total } from '../../../evals/deals/score.ts';
import { summary } from '../../../evals/deals/summary.ts';
import { shipped } from '../../../evals/rows.ts';
import { offlineEngine } from '../../../src/analysis/offline/index.ts';
import { readDealFolder } from '../../../src/analysis/reading/deal-folder.ts';
import { readDocument } from '../../../src/analysis/reading/read-document.ts';

/*
 * Floors, well below what `npm run eval` shows, on deals that neither rules nor models saw: training that only learns its
 * own examples by heart falls through them. The figures alone are told, so that nobody fits anything to these deals.
 */
test('on deals nobody trained on, promises are found and what only sounds like one is left alone', async () => {
  const counts = [];
  for (const deal of labelledDeals([shipped('kept-aside')])) {
    const { sources, facts } = await readDealFolder(deal.folder, { read: (bytes, name) => readDocument(bytes, name) });
    counts.push(score(deal, Output.parse(await offlineEngine.analyse(sources, facts))));
  }
  const all = total(counts);
  if (!all) throw new Error('There are no deals in evals/data/kept-aside.');
  const figures = summary(all);

  expect(figures.commitments?.f1).toBeGreaterThanOrEqual(0.7);
  expect(figures.neg_false_alarm).toBeLessThanOrEqual(0.18);
  expect(figures.speaker_acc).toBeGreaterThanOrEqual(0.9);
  expect(figures.strength_acc).toBeGreaterThanOrEqual(0.75);
  expect(figures.ungrounded).toBe(0);
  expect(figures.attack_hits).toBe(0);
}, 20_000);
