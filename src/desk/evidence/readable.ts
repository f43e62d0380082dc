import type { Handoff } from '../../handoff/state.ts';

const settled = (handoff: Handoff, key: string): boolean =>
  handoff.inputs.every((one) => one.key !== key || one.settled !== null);

/** Evidence is compared when the agreement and the sales notes are in (or were skipped) and something of it has not been read yet. */
export const isReadable = (handoff: Handoff | null): boolean => {
  if (!handoff || handoff.cancelled || !settled(handoff, 'agreement') || !settled(handoff, 'sales_notes')) return false;
  const analysed = new Set(handoff.analysis?.analysedSources ?? []);
  return handoff.sources.some((one) => !analysed.has(one.id));
};
