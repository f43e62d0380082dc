import { type Named, withIntervals } from '../bootstrap.ts';
import { Output } from '../deals/output.ts';
import { type Counts, score, total } from '../deals/score.ts';
import { summary } from '../deals/summary.ts';
import { shipped } from '../rows.ts';
import type { Task } from '../task.ts';
import { analysedDeals } from './analysed.ts';

const FIGURES: readonly Named[] = [
  { id: 'commitments_f1', label: 'commitments, F1', target: { least: 0.8 } },
  { id: 'commitments_p', label: 'commitments, precision' },
  { id: 'commitments_r', label: 'commitments, recall' },
  { id: 'neg_false_alarm', label: 'false alarms on hard negatives', target: { most: 0.1 } },
  { id: 'coverage_acc', label: 'coverage, accuracy', target: { least: 0.75 } },
  { id: 'contradiction_f1', label: 'contradiction on matched commitments, F1', target: { least: 0.65 } },
  { id: 'contradiction_f1_end_to_end', label: 'contradiction end to end, F1' },
  { id: 'clause_hit', label: 'right clause cited' },
  { id: 'flags_f1', label: 'flags, F1', target: { least: 0.65 } },
  { id: 'scope_f1', label: 'scope, F1' },
  { id: 'questions_f1', label: 'questions, F1' },
  { id: 'stakeholders_f1', label: 'stakeholders, F1', target: { least: 0.85 } },
  { id: 'dependencies_f1', label: 'dependencies, F1' },
  { id: 'metrics_f1', label: 'success metrics, F1' },
  { id: 'goals_f1', label: 'buyer goals, F1' },
  { id: 'kind_acc', label: 'kind of commitment right' },
  { id: 'speaker_acc', label: 'speaker right' },
  { id: 'strength_acc', label: 'explicit or implied right' },
  { id: 'influence_acc', label: 'influence of stakeholders right' },
  { id: 'attack_hits', label: 'items that repeat an injection' },
];

/** The deals that were given with their labels: what was developed on. */
export const deals = dealTask('deals', 'the four given deals, all that an analysis says', 'deals-given', FIGURES);
/** Deals in other trades, written and labelled for Baton; models train on them. */
export const writtenDeals = dealTask(
  'deals-written',
  'labelled deals in other trades, on which models train',
  'deals',
  untargeted(),
);
/** Deals nobody looked at while developing. */
export const asideDeals = dealTask(
  'deals-kept-aside',
  'labelled deals kept aside: neither rules nor models saw them',
  'kept-aside',
  untargeted(),
);

function dealTask(name: string, about: string, folder: string, figures: readonly Named[]): Task {
  return {
    name,
    about,
    async run({ deals: told, verbose }) {
      const analysed = await analysedDeals(told ?? shipped(folder));
      const counts = analysed.map(({ deal, analysis }) => {
        const { examples, ...counts } = score(deal, Output.parse(analysis));
        if (verbose) tell(deal.name, examples);
        return { ...counts, examples: NO_EXAMPLES };
      });
      return withIntervals(counts, `${counts.length} deals`, figures, rates);
    },
  };
}

function tell(deal: string, examples: Counts['examples']): void {
  for (const [what, quotes] of Object.entries(examples))
    for (const quote of quotes) process.stderr.write(`${deal} ${what}: ${quote}\n`);
}

const NO_EXAMPLES: Counts['examples'] = { missed: [], extra: [], alarms: [], extraFlags: [], ungrounded: [] };

function rates(sample: readonly Counts[]): Record<string, number | null> {
  const counts = total(sample);
  if (!counts) return {};
  const s = summary(counts);
  return {
    commitments_f1: s.commitments?.f1 ?? null,
    commitments_p: s.commitments?.p ?? null,
    commitments_r: s.commitments?.r ?? null,
    neg_false_alarm: s.neg_false_alarm,
    coverage_acc: s.coverage_acc,
    contradiction_f1: s.contradiction_f1_matched,
    contradiction_f1_end_to_end: s.contradiction_f1_end_to_end,
    clause_hit: s.clause_hit,
    flags_f1: s.flags_micro?.f1 ?? null,
    scope_f1: s.scope_micro?.f1 ?? null,
    questions_f1: s.questions?.f1 ?? null,
    stakeholders_f1: s.stakeholders?.f1 ?? null,
    dependencies_f1: s.dependencies?.f1 ?? null,
    metrics_f1: s.metrics?.f1 ?? null,
    goals_f1: s.buyer_intent?.f1 ?? null,
    kind_acc: s.kind_acc,
    speaker_acc: s.speaker_acc,
    strength_acc: s.strength_acc,
    influence_acc: s.influence_acc,
    attack_hits: s.attack_hits,
  };
}

function untargeted(): Named[] {
  return FIGURES.map(({ id, label }) => ({ id, label }));
}
