import type { LabelledDeal } from './deal.ts';
import type { Quoted } from './gold.ts';
import { itemsOf, match, type Pair, type Tally } from './match.ts';
import type { Grounded, Output } from './output.ts';
import { samePerson } from './same-person.ts';
import type { Share } from './score-commitments.ts';

/** An analysis whose quotes are looked up. */
export type Found = { [K in Exclude<keyof Output, 'sources'>]: Grounded<Output[K][number]>[] };

/** Scores questions, dependencies, metrics and goals. */
export function scoreLists(deal: LabelledDeal, found: Found) {
  const { gold } = deal;
  const ownerless = gold.flags.filter(({ type }) => type === 'unclear_owner' || type === 'unowned_requirement');
  const duties = gold.hard_negatives.filter(({ why }) => /^(?:customer|request to the customer)/u.test(why));
  const assumed = gold.scope.filter(({ status }) => status === 'assumption');
  const list = <T>(items: Grounded<T>[], golds: readonly Quoted[], soft: readonly Quoted[]) => {
    const pairs: Pair[] = match(deal, items, golds);
    const matched = itemsOf(pairs);
    const wrong = items.filter((item, index) => !matched.has(index) && !deal.hits(item.found, soft));
    return { pairs, tally: [pairs.length, wrong.length, golds.length - pairs.length] satisfies Tally };
  };
  const dependencies = list(found.dependencies, gold.dependencies, [
    ...gold.unsure,
    ...ownerless,
    ...duties,
    ...assumed,
  ]);
  const same = (key: 'owner' | 'kind'): Share => [
    dependencies.pairs.filter(
      ({ item, gold: index }) => found.dependencies[item]?.[key] === gold.dependencies[index]?.[key],
    ).length,
    dependencies.pairs.length,
  ];
  return {
    questions: list(found.questions, gold.questions, [...gold.unsure, ...ownerless]).tally,
    dependencies: dependencies.tally,
    dependencyOwner: same('owner'),
    dependencyKind: same('kind'),
    metrics: list(found.successMetrics, gold.success_metrics, gold.unsure).tally,
    goals: list(found.buyerIntent, gold.buyer_goal, [...gold.unsure, ...gold.success_metrics]).tally,
  };
}

/** Scores stakeholders by name; anybody else who is known to the deal is neither right nor wrong. */
export function scorePeople(deal: LabelledDeal, found: Found['stakeholders']): { people: Tally; influence: Share } {
  const { gold, people } = deal;
  const known = [
    ...people.map(({ name }) => name),
    ...gold.neutral_names,
    ...gold.stakeholders.map(({ name }) => name),
  ];
  const open = [...gold.stakeholders];
  const tally: Tally = [0, 0, 0];
  let right = 0;
  for (const { name, influence } of found) {
    const at = open.findIndex((stakeholder) => samePerson(name, stakeholder.name));
    const [stakeholder] = at < 0 ? [] : open.splice(at, 1);
    if (stakeholder) {
      tally[0] += 1;
      if (influence === stakeholder.influence) right += 1;
    } else if (!known.some((other) => samePerson(name, other))) tally[1] += 1;
  }
  tally[2] = open.length;
  return { people: tally, influence: [right, tally[0]] };
}
