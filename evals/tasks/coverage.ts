import { dirname, join } from 'node:path';
import { z } from 'zod';
import { withIntervals } from '../bootstrap.ts';
import { dataFile, groupedBy, rowsOf } from '../rows.ts';
import { add, addAnswer, f1, mean, share, sum, type Tallies } from '../tallies.ts';
import type { Task } from '../task.ts';
import { coverageOf } from './coverage-of.ts';

const Label = z.enum(['covered', 'contradicts', 'not_covered']);
const Pair = z.object({ doc: z.string(), promise: z.string(), label: Label, evidence: z.array(z.number()) });
const Doc = z.object({ id: z.string(), spans: z.array(z.string()) });

export const coverage: Task = {
  name: 'coverage',
  about: 'promises held against real non-disclosure agreements (ContractNLI)',
  async run(where) {
    const file = dataFile(where, 'contractnli_pairs.jsonl');
    const spans = new Map(
      rowsOf(join(dirname(file), 'contractnli_docs.jsonl'), Doc).map(({ id, spans }) => [id, spans]),
    );
    const docs = groupedBy(rowsOf(file, Pair), ({ doc }) => doc);
    const groups = [...docs].map(([doc, pairs]) => {
      const tallies: Tallies = {};
      const cover = coverageOf(spans.get(doc) ?? []);
      for (const { promise, label, evidence } of pairs) {
        const { verdict, span } = cover(promise);
        addAnswer(tallies, label, verdict);
        if (evidence.length === 0) continue;
        add(tallies, 'with evidence');
        if (span !== undefined && evidence.includes(span)) add(tallies, 'evidence first');
      }
      return tallies;
    });
    return withIntervals(
      groups,
      `${docs.size} contracts`,
      [
        { id: 'accuracy', label: 'verdict right', target: { least: 0.62 } },
        { id: 'contradiction_f1', label: 'contradiction, F1', target: { least: 0.25 } },
        { id: 'evidence_at_1', label: 'first clause is evidence', target: { least: 0.7 } },
        { id: 'macro_f1', label: 'three verdicts, macro F1' },
      ],
      (sample) => {
        const all = sum(sample);
        return {
          accuracy: share(all.right, all.all),
          contradiction_f1: f1(all, 'contradicts'),
          evidence_at_1: share(all['evidence first'], all['with evidence']),
          macro_f1: mean(Label.options.flatMap((label) => f1(all, label) ?? [])),
        };
      },
    );
  },
};
