import { withIntervals } from '../bootstrap.ts';
import { Output } from '../deals/output.ts';
import { score } from '../deals/score.ts';
import { shipped } from '../rows.ts';
import { add, share, sum, type Tallies } from '../tallies.ts';
import type { Task } from '../task.ts';
import { analysedDeals } from './analysed.ts';

export const grounding: Task = {
  name: 'grounding',
  about: 'quotes of every labelled deal looked up in its files by a reader of its own',
  async run({ deals }) {
    const folders = deals ? [deals] : ['deals-given', 'deals', 'kept-aside'].map(shipped);
    const groups: Tallies[] = [];
    for (const folder of folders)
      for (const { deal, analysis } of await analysedDeals(folder)) {
        const { quotes, ungrounded } = score(deal, Output.parse(analysis));
        const tallies: Tallies = {};
        add(tallies, 'quotes', quotes);
        add(tallies, 'found', quotes - ungrounded);
        groups.push(tallies);
      }
    const quotes = sum(groups).quotes ?? 0;
    return withIntervals(
      groups,
      `${quotes} quotes of ${groups.length} deals`,
      [{ id: 'found', label: 'quotes found in their source', target: { least: 1 } }],
      (sample) => {
        const all = sum(sample);
        return { found: share(all.found, all.quotes) };
      },
    );
  },
};
