import { z } from 'zod';
import { sectionsOf } from '../../src/analysis/offline/learned/sections.ts';
import { withIntervals } from '../bootstrap.ts';
import { dataFile, groupedBy, rowsOf } from '../rows.ts';
import { addAnswer, f1, mean, share, sum, type Tallies } from '../tallies.ts';
import type { Task } from '../task.ts';

const Label = z.enum(['in_scope', 'out_of_scope', 'risk', 'acceptance', 'open_question']);
const Row = z.object({ doc: z.string(), text: z.string(), label: Label });

export const scope: Task = {
  name: 'scope',
  about: 'the section that each item of a plan stands in, its heading hidden (Kubernetes enhancement proposals)',
  async run(where) {
    const docs = groupedBy(rowsOf(dataFile(where, 'kep_scope.jsonl'), Row), ({ doc }) => doc);
    const groups = [...docs.values()].map((rows) => {
      const tallies: Tallies = {};
      const found = sectionsOf(rows.map(({ text }) => text));
      rows.forEach(({ label }, index) => {
        addAnswer(tallies, label, found[index] ?? 'none');
      });
      return tallies;
    });
    return withIntervals(
      groups,
      `${docs.size} documents`,
      [
        { id: 'macro_f1', label: 'five sections, macro F1', target: { least: 0.6 } },
        { id: 'accuracy', label: 'section right' },
        ...Label.options.map((label) => ({ id: `${label}_f1`, label: `${label.replaceAll('_', ' ')}, F1` })),
      ],
      (sample) => {
        const all = sum(sample);
        return {
          macro_f1: mean(Label.options.flatMap((label) => f1(all, label) ?? [])),
          accuracy: share(all.right, all.all),
          ...Object.fromEntries(Label.options.map((label) => [`${label}_f1`, f1(all, label)])),
        };
      },
    );
  },
};
