import { changed } from './changes.ts';
import type { EventOf } from './events.ts';
import { itemIds } from './identify.ts';
import type { Handoff } from './state.ts';

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();

/** Likelihood × impact, each 1–5, from which a risk is a high one. */
const highRisk = 15;

/** What a signature leans on in the findings, a line each. How sure an engine is and how it says why are not part of it. */
const commitmentLines = (handoff: Handoff): string[] =>
  handoff.commitments.map(({ id, kind, text, side, strength, coverage }) =>
    JSON.stringify([id, kind, fold(text), side, strength, coverage.verdict, fold(coverage.clause?.quote ?? '')]),
  );

/** Accepted scope by its words: an id only says where it stands. */
const scopeLines = (handoff: Handoff): string[] => {
  const accepted = new Set(handoff.accepted.map((one) => one.id));
  return (handoff.analysis?.scope ?? []).flatMap((one) => {
    const id = itemIds.scope(one);
    return accepted.has(id) ? [JSON.stringify([id, fold(one.text), fold(one.acceptance)])] : [];
  });
};

const highRisks = (handoff: Handoff): string[] =>
  (handoff.analysis?.risks ?? []).flatMap((one) =>
    one.likelihood * one.impact >= highRisk ? [itemIds.risks(one)] : [],
  );

const same = (before: readonly string[], after: readonly string[]): boolean => {
  const [one, other] = [new Set(before), new Set(after)];
  return one.size === other.size && [...one].every((line) => other.has(line));
};

/** Whether an analysis changes commitments, their coverage or accepted scope, or brings a high risk that was none before. */
export const changesFindings = (before: Handoff, event: EventOf<'analysis.recorded'>): boolean => {
  const after: Handoff = { ...before, ...changed(before, event, '', '') };
  const known = new Set(highRisks(before));
  return (
    !same(commitmentLines(before), commitmentLines(after)) ||
    !same(scopeLines(before), scopeLines(after)) ||
    highRisks(after).some((id) => !known.has(id))
  );
};
