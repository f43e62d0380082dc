import { z } from 'zod';
import { findMilestones, type Milestone } from '../../src/analysis/offline/milestones.ts';
import { withIntervals } from '../bootstrap.ts';
import { beside, dataFile, groupedBy, rowsOf, sourceOf, textOf } from '../rows.ts';
import { add, f1, share, sum, type Tallies } from '../tallies.ts';
import type { Task } from '../task.ts';
import { flatten } from './flatten.ts';
import { alike, paired } from './same-text.ts';

const Row = z.object({
  doc: z.string(),
  title: z.string(),
  duration: z.string().nullish(),
  cost: z.string().nullish(),
  deliverables: z.array(z.object({ deliverable: z.string(), spec: z.string() })),
});
type Row = z.infer<typeof Row>;

/** A name is found when most of its words are; so is its specification. */
const SAME_NAME = 0.6;
const SAME_SPECIFICATION = 0.5;

export const milestones: Task = {
  name: 'milestones',
  about: 'what each milestone delivers, from grant proposals: tables as they are, and flattened to text in two ways',
  async run(where) {
    const file = dataFile(where, 'w3f_milestones.jsonl');
    const docs = groupedBy(rowsOf(file, Row), ({ doc }) => doc);
    const groups: Tallies[] = [];
    for (const [doc, rows] of docs) {
      const path = beside(file, doc);
      const text = textOf(path);
      const tallies: Tallies = {};
      count(tallies, 'table', findMilestones(await sourceOf(path, 'sow')), rows);
      for (const layout of ['rows', 'cells'] as const) {
        const flat = await sourceOf(`${doc}.txt`, 'sow', flatten(text, layout));
        count(tallies, layout, findMilestones(flat), rows);
      }
      groups.push(tallies);
    }
    return withIntervals(
      groups,
      `${docs.size} documents`,
      [
        { id: 'item_f1', label: 'deliverable with specification, F1', target: { least: 0.8 } },
        { id: 'item_f1_flat_rows', label: '… a row flattened to a line', target: { least: 0.8 } },
        { id: 'item_f1_flat_cells', label: '… a cell flattened to a line', target: { least: 0.8 } },
        { id: 'name_f1_flat_rows', label: 'deliverable alone, a row to a line' },
        { id: 'milestone_f1', label: 'milestone by its title, F1' },
        { id: 'duration_acc', label: 'duration right' },
        { id: 'cost_acc', label: 'cost right' },
        { id: 'duration_acc_flat_rows', label: 'duration right, a row to a line' },
        { id: 'cost_acc_flat_rows', label: 'cost right, a row to a line' },
      ],
      (sample) => {
        const all = sum(sample);
        return {
          item_f1: f1(all, 'item:table'),
          item_f1_flat_rows: f1(all, 'item:rows'),
          item_f1_flat_cells: f1(all, 'item:cells'),
          name_f1_flat_rows: f1(all, 'name:rows'),
          milestone_f1: f1(all, 'title:table'),
          duration_acc: share(all['duration:table'], all['durations:table']),
          cost_acc: share(all['cost:table'], all['costs:table']),
          duration_acc_flat_rows: share(all['duration:rows'], all['durations:rows']),
          cost_acc_flat_rows: share(all['cost:rows'], all['costs:rows']),
        };
      },
    );
  },
};

function count(tallies: Tallies, layout: string, found: Milestone[], rows: Row[]): void {
  const items = found.flatMap(({ deliverables }) => deliverables);
  const golds = rows.flatMap(({ deliverables }) => deliverables);
  const tally = (kind: string, pairs: number, items: number, golds: number) => {
    add(tallies, `tp:${kind}:${layout}`, pairs);
    add(tallies, `fp:${kind}:${layout}`, items - pairs);
    add(tallies, `fn:${kind}:${layout}`, golds - pairs);
  };
  const whole = paired(items, golds, ({ name, specification }, gold) => {
    const [names, specifications] = [alike(name, gold.deliverable), alike(specification, gold.spec)];
    return names >= SAME_NAME && specifications >= SAME_SPECIFICATION ? names + specifications : 0;
  });
  tally('item', whole.length, items.length, golds.length);
  const named = paired(items, golds, ({ name }, { deliverable }) => alike(name, deliverable) - SAME_NAME);
  tally('name', named.length, items.length, golds.length);
  const titled = paired(found, rows, (one, { title, deliverables }) => {
    const score = alike(one.title, title) - SAME_NAME;
    const first = alike(one.deliverables[0]?.specification ?? '', deliverables[0]?.spec ?? '');
    return score > 0 ? score + first : 0;
  });
  tally('title', titled.length, found.length, rows.length);
  for (const key of ['duration', 'cost'] as const) {
    add(tallies, `${key}s:${layout}`, rows.filter((row) => row[key]).length);
    add(
      tallies,
      `${key}:${layout}`,
      titled.filter(([one, row]) => row[key] && alike(one[key], row[key]) >= SAME_NAME).length,
    );
  }
}
