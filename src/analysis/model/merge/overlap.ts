import type { Evidence } from '../../../handoff/analysis.ts';
import { fold } from '../../reading/canonical.ts';

/** Whether two quotes are of the same words: one place, and one holds the other. */
export const overlap = (a: Evidence, b: Evidence): boolean => {
  if (a.source !== b.source || a.locator !== b.locator) return false;
  const [one, other] = [fold(a.quote), fold(b.quote)];
  return one.includes(other) || other.includes(one);
};

/** Whether an item is about words that one of `others` already cites first. */
export const isKnown = (evidence: Evidence[], others: readonly { evidence: Evidence[] }[]): boolean => {
  const [first] = evidence;
  return first !== undefined && others.some(({ evidence: [other] }) => other !== undefined && overlap(first, other));
};
