import { z } from 'zod';
import { isAsk } from '../../src/analysis/offline/learned/asks.ts';
import { withIntervals } from '../bootstrap.ts';
import { dataFile, rowsOf } from '../rows.ts';
import { add, f1, share, sum, type Tallies } from '../tallies.ts';
import type { Task } from '../task.ts';

const Row = z.object({ text: z.string(), label: z.union([z.literal(0), z.literal(1)]) });

/** The probability from which a sentence counts as an ask: where the model was cross-validated. */
const ASKS = 0.4;

export const asks: Task = {
  name: 'asks',
  about: 'sentences of e-mails that ask for something (Parakweet)',
  async run(where) {
    const rows = rowsOf(dataFile(where, 'parakweet_asks.jsonl'), Row);
    const groups = rows.map(({ text, label }): Tallies => {
      const tallies: Tallies = {};
      const said = isAsk(text) >= ASKS ? 1 : 0;
      add(tallies, `${label === said ? 't' : 'f'}${said ? 'p' : 'n'}:ask`);
      return tallies;
    });
    return withIntervals(
      groups,
      `${rows.length} sentences`,
      [
        { id: 'f1', label: 'asks, F1', target: { least: 0.72 } },
        { id: 'precision', label: 'asks, precision' },
        { id: 'recall', label: 'asks, recall' },
      ],
      (sample) => {
        const all = sum(sample);
        const found = all['tp:ask'] ?? 0;
        return {
          f1: f1(all, 'ask'),
          precision: share(found, found + (all['fp:ask'] ?? 0)),
          recall: share(found, found + (all['fn:ask'] ?? 0)),
        };
      },
    );
  },
};
