import type {
  Analysis,
  BuyerIntent,
  Commitment,
  Dependency,
  Evidence,
  Risk,
  ScopeItem,
  Stakeholder,
  SuccessMetric,
} from './analysis.ts';
import { fingerprint } from './fingerprint.ts';

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();

/** The id of an accepted item: the same quote found again by a later analysis is the same item. */
export const itemId = (prefix: string, text: string, evidence: readonly Evidence[]): string => {
  const first = evidence[0];
  return `${prefix}_${fingerprint(first ? `${first.source}|${fold(first.quote)}|${prefix}` : fold(text))}`;
};

/** Short, because it travels in option values (75 characters); two flags on one quote differ in type or commitment. */
const flagId = (flag: Analysis['flags'][number], commitment: string | null): string => {
  const first = flag.evidence[0];
  return `f_${fingerprint([flag.type, commitment ?? '', first?.source ?? '', fold(first?.quote ?? flag.text)].join('|'))}`;
};

/** Stakeholders are known by name; the name itself stays sealed. */
export const stakeholderId = (name: string): string => `st_${fingerprint(fold(name))}`;

/** How an item of each group that a person may take over is known. */
export const itemIds = {
  scope: (one: ScopeItem) => itemId(`sc_${one.status}`, one.text, one.evidence),
  stakeholders: (one: Stakeholder) => stakeholderId(one.name),
  dependencies: (one: Dependency) => itemId('d', one.text, one.evidence),
  risks: (one: Risk) => itemId('r', one.text, one.evidence),
  successMetrics: (one: SuccessMetric) => itemId('m', one.text, one.evidence),
  buyerIntent: (one: BuyerIntent) => itemId('b', one.text, one.evidence),
};

/** Two items with one id are told apart by the order in which they are named. */
const unique = () => {
  const seen = new Map<string, number>();
  return (id: string): string => {
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    return times === 1 ? id : `${id}_${times}`;
  };
};

const rank = (one: Commitment): string => `${one.kind}|${fold(one.text)}`;

/** Gives commitments and flags ids that survive a new analysis, and keeps each flag pointing at its commitment. */
export const identify = (analysis: Analysis): Analysis => {
  const once = unique();
  const renamed = new Map<string, string>();
  // named in an order of their own: commitments on one quote keep their ids when an engine lists them otherwise
  const named = new Map(
    analysis.commitments
      .toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1))
      .map((one) => [one, once(itemId('c', one.text, one.evidence))]),
  );
  const commitments = analysis.commitments.map((one) => {
    const id = named.get(one) ?? one.id;
    renamed.set(one.id, id);
    return { ...one, id };
  });
  const flags = analysis.flags.map((one) => {
    const commitment = one.commitment === null ? null : (renamed.get(one.commitment) ?? null);
    return { ...one, id: once(flagId(one, commitment)), commitment };
  });
  return { ...analysis, commitments, flags };
};
