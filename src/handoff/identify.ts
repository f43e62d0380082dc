import type { Analysis, Evidence } from './analysis.ts';
import { fingerprint } from './fingerprint.ts';

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();

/** The id of an accepted item: the same quote found again by a later analysis is the same item. */
export const itemId = (prefix: string, text: string, evidence: readonly Evidence[]): string => {
  const first = evidence[0];
  return `${prefix}_${fingerprint(first ? `${first.source}|${fold(first.quote)}|${prefix}` : fold(text))}`;
};

/** Stakeholders are known by name; the name itself stays sealed. */
export const stakeholderId = (name: string): string => `st_${fingerprint(fold(name))}`;

/** Makes ids stable across analyses: two items on one quote are told apart by type and order. */
const unique = () => {
  const seen = new Map<string, number>();
  return (id: string): string => {
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    return times === 1 ? id : `${id}_${times}`;
  };
};

/** Gives commitments and flags ids that survive a new analysis, and keeps each flag pointing at its commitment. */
export const identify = (analysis: Analysis): Analysis => {
  const once = unique();
  const renamed = new Map<string, string>();
  const commitments = analysis.commitments.map((one) => {
    const id = once(itemId('c', one.text, one.evidence));
    renamed.set(one.id, id);
    return { ...one, id };
  });
  const flags = analysis.flags.map((one) => ({
    ...one,
    id: once(itemId(`f_${one.type}`, one.text, one.evidence)),
    commitment: one.commitment === null ? null : (renamed.get(one.commitment) ?? null),
  }));
  return { ...analysis, commitments, flags };
};
