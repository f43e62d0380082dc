import type { Analysis } from './analysis.ts';
import { itemIds } from './identify.ts';
import type { Handoff } from './state.ts';

type Found = Omit<Analysis, 'flags'>;

/** What a person took over or decided stays when a later analysis no longer finds it: people remove it, not an engine. */
export const carryOver = (
  handoff: Handoff,
  fresh: Found,
): { found: Omit<Found, 'commitments'>; commitments: Found['commitments'] } => {
  const { commitments, ...found } = fresh;
  const accepted = new Set(handoff.accepted.map((one) => one.id));
  const decided = new Set(handoff.flags.flatMap((one) => (one.decided || one.reopened ? [one.flag.commitment] : [])));
  const keep = <Item>(before: readonly Item[], after: readonly Item[], idOf: (item: Item) => string): Item[] => {
    const there = new Set(after.map(idOf));
    return [...after, ...before.filter((item) => accepted.has(idOf(item)) && !there.has(idOf(item)))];
  };
  const ids = new Set(commitments.map((one) => one.id));
  const gone = handoff.commitments.filter((one) => !ids.has(one.id) && (accepted.has(one.id) || decided.has(one.id)));
  const old = handoff.analysis;
  if (!old) return { found, commitments };
  return {
    commitments: [...commitments, ...gone],
    found: {
      ...found,
      scope: keep(old.scope, found.scope, itemIds.scope),
      stakeholders: keep(old.stakeholders, found.stakeholders, itemIds.stakeholders),
      dependencies: keep(old.dependencies, found.dependencies, itemIds.dependencies),
      risks: keep(old.risks, found.risks, itemIds.risks),
      successMetrics: keep(old.successMetrics, found.successMetrics, itemIds.successMetrics),
      buyerIntent: keep(old.buyerIntent, found.buyerIntent, itemIds.buyerIntent),
    },
  };
};
