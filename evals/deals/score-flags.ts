import type { LabelledDeal } from './deal.ts';
import { goldsOf, itemsOf, match, missed, type Tally } from './match.ts';
import type { Grounded, Output } from './output.ts';

type Raised = Grounded<Output['flags'][number]>;

export const FLAG_TYPES = [
  'implied_promise',
  'contradiction',
  'missing_acceptance_criteria',
  'unowned_requirement',
  'scope_exception',
  'ambiguous_deliverable',
  'timeline_assumption',
  'buried_concession',
  'unusual_support',
  'unsupported_guarantee',
  'legal_language',
  'access_risk',
  'missing_input',
  'unclear_owner',
  'customer_politics',
] as const;

/** Scores flags: first type and place, then a type that serves as well. What `neutral` says is not wrong. */
export function scoreFlags(deal: LabelledDeal, all: readonly Raised[]) {
  const golds = deal.gold.flags.filter(({ type }) => type !== 'missing_input');
  const raised = all.filter(({ type }) => type !== 'missing_input');
  const strict = match(deal, raised, golds, (flag, gold) => flag.type === gold.type);
  const [strictItems, strictGolds] = [itemsOf(strict), goldsOf(strict)];
  const restItems = raised.map((_, index) => index).filter((index) => !strictItems.has(index));
  const restGolds = golds.map((_, index) => index).filter((index) => !strictGolds.has(index));
  const accepted = match(
    deal,
    restItems.flatMap((index) => raised[index] ?? []),
    restGolds.flatMap((index) => golds[index] ?? []),
    (flag, gold) => gold.alt?.includes(flag.type) ?? false,
  ).map(({ item, gold }) => ({ item: restItems[item] ?? -1, gold: restGolds[gold] ?? -1 }));
  const pairs = [...strict, ...accepted];
  const [items, matched] = [itemsOf(pairs), goldsOf(pairs)];
  const matchedGolds = golds.filter((_, index) => matched.has(index));
  const wrong = raised.filter((flag, index) => !items.has(index) && !neutral(deal, flag, matchedGolds));

  const byType: Record<string, Tally> = Object.fromEntries(FLAG_TYPES.map((type) => [type, [0, 0, 0]]));
  const add = (type: string, at: 0 | 1 | 2) => {
    const tally: Tally = byType[type] ?? [0, 0, 0];
    tally[at] += 1;
    byType[type] = tally;
  };
  for (const { type } of matchedGolds) add(type, 0);
  for (const { type } of wrong) add(type, 1);
  for (const { type } of missed(golds, matched)) add(type, 2);
  const wanted = deal.gold.flags.length - golds.length;
  const found = Math.min(wanted, all.length - raised.length);
  byType.missing_input = [found, 0, wanted - found];

  const placed = match(deal, raised, golds);
  const placedItems = itemsOf(placed);
  const same = new Set(wrong.map((flag) => JSON.stringify(flag)));
  return {
    flags: byType,
    flagExact: [strict.length, pairs.length] satisfies [number, number],
    flagPlace: [
      placed.length,
      raised.filter((flag, index) => !placedItems.has(index) && same.has(JSON.stringify(flag))).length,
      missed(golds, goldsOf(placed)).length,
    ] satisfies Tally,
    extraFlags: wrong.map(
      ({ type, found, text }) => `${type}: ${found[0] ? `${found[0].file}: ${found[0].quote}` : text}`,
    ),
  };
}

/** Flags nobody would call wrong: at an unsure place, or saying in other words what another section holds. */
function neutral(deal: LabelledDeal, { type, found }: Raised, matched: LabelledDeal['gold']['flags']): boolean {
  const { gold } = deal;
  const at = (golds: Parameters<LabelledDeal['hits']>[1]) => deal.hits(found, golds);
  if (at([...gold.unsure, ...gold.prompt_injections])) return true;
  switch (type) {
    case 'missing_acceptance_criteria':
      if (at(gold.scope.filter(({ status, acceptance }) => /^(?:in|ambiguous)$/u.test(status) && !acceptance)))
        return true;
      break;
    case 'legal_language':
      if (found.length > 0 && found.every(({ file }) => deal.signed.has(file))) return true;
      break;
    case 'timeline_assumption':
      if (at([...gold.scope.filter(({ status }) => status === 'assumption'), ...gold.dependencies])) return true;
      break;
    case 'access_risk':
      if (at(gold.dependencies.filter(({ kind }) => kind === 'access'))) return true;
      break;
    case 'customer_politics':
      if (at(gold.stakeholders.filter(({ influence }) => influence === 'blocker'))) return true;
      break;
    case 'unclear_owner':
    case 'unowned_requirement':
      if (at(gold.questions)) return true;
  }
  return matched.some((flag) => [flag.type, ...(flag.alt ?? [])].includes(type) && at([flag]));
}
