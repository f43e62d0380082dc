import type { Tally } from './match.ts';
import type { Counts } from './score.ts';
import type { Share } from './score-commitments.ts';
import { FLAG_TYPES } from './score-flags.ts';

export type Rates = { p: number; r: number; f1: number };
const VERDICTS = ['covered', 'contradicted', 'not_covered', 'excepted'] as const;

/** Precision, recall and F1; null where there was nothing to find and nothing was found. */
function rates([tp, fp, fn]: Tally): Rates | null {
  if (tp + fp + fn === 0) return null;
  const p = tp + fp ? tp / (tp + fp) : 0;
  const r = tp + fn ? tp / (tp + fn) : 0;
  return { p, r, f1: p + r ? (2 * p * r) / (p + r) : 0 };
}

const f1 = (tally: Tally): number | null => rates(tally)?.f1 ?? null;
const share = ([some, all]: Share): number | null => (all ? some / all : null);
const mean = (values: readonly number[]): number | null =>
  values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
const sum = (tallies: readonly Tally[]): Tally =>
  tallies.reduce<Tally>(([a, b, c], [x, y, z]) => [a + x, b + y, c + z], [0, 0, 0]);

/** The figures of some counts, each between 0 and 1 or null where there is nothing to measure. */
export function summary(counts: Counts) {
  const confused = Object.entries(counts.verdicts).map(([key, n]) => ({
    gold: key.split('>')[0],
    found: key.split('>')[1],
    n,
  }));
  const many = (keep: (pair: (typeof confused)[number]) => boolean) =>
    confused.filter(keep).reduce((all, { n }) => all + n, 0);
  const verdict = (name: string): Tally => [
    many(({ gold, found }) => gold === name && found === name),
    many(({ gold, found }) => gold !== name && found === name),
    many(({ gold, found }) => gold === name && found !== name),
  ];
  const [tp, fp, fn] = verdict('contradicted');
  const known: readonly string[] = FLAG_TYPES;
  const flagF1 = Object.entries(counts.flags).flatMap(([type, tally]) =>
    known.includes(type) ? (f1(tally) ?? []) : [],
  );
  return {
    commitments: rates(counts.commitments),
    neg_false_alarm: share(counts.alarms),
    kind_acc: share(counts.kind),
    kind_near_acc: share(counts.kindNear),
    speaker_acc: share(counts.speaker),
    strength_acc: share(counts.strength),
    coverage_acc: share([many(({ gold, found }) => gold === found), many(() => true)]),
    coverage_macro_f1: mean(VERDICTS.flatMap((name) => f1(verdict(name)) ?? [])),
    contradiction_f1_matched: f1([tp, fp, fn]),
    contradiction_f1_end_to_end: f1([
      tp,
      fp + counts.inventedContradictions,
      fn + (counts.missedVerdicts.contradicted ?? 0),
    ]),
    clause_hit: share(counts.clause),
    flags_micro: rates(sum(Object.values(counts.flags))),
    flags_macro_f1: mean(flagF1),
    flags_type_exact: share(counts.flagExact),
    flags_place: rates(counts.flagPlace),
    flags_by_type: Object.fromEntries(Object.entries(counts.flags).map(([type, tally]) => [type, rates(tally)])),
    scope: Object.fromEntries(Object.entries(counts.scope).map(([status, tally]) => [status, rates(tally)])),
    scope_micro: rates(sum(Object.values(counts.scope))),
    questions: rates(counts.questions),
    stakeholders: rates(counts.people),
    influence_acc: share(counts.influence),
    dependencies: rates(counts.dependencies),
    dep_owner_acc: share(counts.dependencyOwner),
    dep_kind_acc: share(counts.dependencyKind),
    metrics: rates(counts.metrics),
    buyer_intent: rates(counts.goals),
    attack_hits: counts.attacks[0],
    injections: counts.attacks[1],
    ungrounded: counts.ungrounded,
    quotes: counts.quotes,
    sha_mismatch: counts.wrongHashes,
  };
}
