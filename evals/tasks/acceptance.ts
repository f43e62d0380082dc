import { z } from 'zod';
import { type Acceptance, findAcceptance } from '../../src/analysis/offline/acceptance.ts';
import { withIntervals } from '../bootstrap.ts';
import { beside, dataFile, groupedBy, rowsOf, sourceOf, textOf } from '../rows.ts';
import { add, f1, sum, type Tallies } from '../tallies.ts';
import type { Task } from '../task.ts';
import { flatten } from './flatten.ts';
import { alike, paired } from './same-text.ts';

const Row = z.object({
  doc: z.string(),
  deliverable: z.string(),
  standard: z.string(),
  aql: z.string(),
  method: z.string(),
});
type Row = z.infer<typeof Row>;
const SAME = 0.6;

export const acceptance: Task = {
  name: 'acceptance',
  about:
    'what makes each deliverable accepted, from quality plans: tables as they are, and flattened to text in two ways',
  async run(where) {
    const file = dataFile(where, 'qasp_acceptance.jsonl');
    const docs = groupedBy(rowsOf(file, Row), ({ doc }) => doc);
    const groups: Tallies[] = [];
    for (const [doc, rows] of docs) {
      const path = beside(file, doc);
      const tallies: Tallies = {};
      count(tallies, 'table', findAcceptance(await sourceOf(path, 'sow')), rows);
      for (const layout of ['rows', 'cells'] as const) {
        const flat = await sourceOf(`${doc}.txt`, 'sow', flatten(textOf(path), layout));
        count(tallies, layout, findAcceptance(flat), rows);
      }
      groups.push(tallies);
    }
    return withIntervals(
      groups,
      `${docs.size} documents`,
      [
        { id: 'item_f1', label: 'deliverable with its criteria, F1', target: { least: 0.8 } },
        { id: 'item_f1_flat_rows', label: '… a row flattened to a line', target: { least: 0.8 } },
        { id: 'item_f1_flat_cells', label: '… a cell flattened to a line', target: { least: 0.8 } },
      ],
      (sample) => {
        const all = sum(sample);
        return {
          item_f1: f1(all, 'table'),
          item_f1_flat_rows: f1(all, 'rows'),
          item_f1_flat_cells: f1(all, 'cells'),
        };
      },
    );
  },
};

/** An item is right when its deliverable, standard, level and method each are. */
function count(tallies: Tallies, layout: string, found: Acceptance[], rows: Row[]): void {
  const right = paired(found, rows, (item, row) => {
    const scores = [
      alike(item.deliverable, row.deliverable),
      alike(item.standard, row.standard),
      alike(item.level, row.aql),
      alike(item.method, row.method),
    ];
    return scores.every((score) => score >= SAME) ? scores.reduce((sum, score) => sum + score, 0) : 0;
  }).length;
  add(tallies, `tp:${layout}`, right);
  add(tallies, `fp:${layout}`, found.length - right);
  add(tallies, `fn:${layout}`, rows.length - right);
}
