import type { LabelledDeal } from './deal.ts';
import { goldsOf, itemsOf, match, type Tally } from './match.ts';
import type { Grounded, Output } from './output.ts';

type Item = Grounded<Output['scope'][number]>;
const SCOPE_STATUSES = ['in', 'out', 'assumption', 'ambiguous'] as const;

export function scoreScope(deal: LabelledDeal, items: readonly Item[]): { scope: Record<string, Tally> } {
  const { scope: golds } = deal.gold;
  const pairs = match(deal, items, golds, (item, gold) => item.status === gold.status);
  const [matchedItems, matchedGolds] = [itemsOf(pairs), goldsOf(pairs)];
  const scope: Record<string, Tally> = Object.fromEntries(SCOPE_STATUSES.map((status) => [status, [0, 0, 0]]));
  const add = (status: string, at: 0 | 1 | 2) => {
    const tally: Tally = scope[status] ?? [0, 0, 0];
    tally[at] += 1;
    scope[status] = tally;
  };
  golds.forEach(({ status }, index) => {
    add(status, matchedGolds.has(index) ? 0 : 2);
  });
  items.forEach((item, index) => {
    if (!matchedItems.has(index) && !neutral(deal, item)) add(item.status, 1);
  });
  return { scope };
}

/** Found in unsigned files only, or in a signed clause or dependency that the labels hold under another name. */
function neutral(deal: LabelledDeal, { status, found }: Item): boolean {
  const { gold } = deal;
  if (found.length === 0) return false;
  if (deal.hits(found, gold.unsure)) return true;
  if (deal.hits(found, gold.scope)) return false;
  return (
    found.every(({ file }) => !deal.signed.has(file)) ||
    (status === 'in' && deal.hits(found, gold.signed_clauses)) ||
    (status === 'assumption' && deal.hits(found, gold.dependencies))
  );
}
