import type { Evidence } from './analysis.ts';
import { isPromise } from './decisions.ts';
import { itemId, stakeholderId } from './identify.ts';
import type { ProposalGroup } from './inputs.ts';
import type { Handoff } from './state.ts';

export interface Proposal {
  id: string;
  group: ProposalGroup;
  text: string;
  evidence: Evidence[];
  accepted: boolean;
}

const flagged = (handoff: Handoff, commitment: string): boolean =>
  handoff.flags.some((one) => one.flag.commitment === commitment && isPromise(one.flag) && !one.withdrawn);

/** What the machine proposes in a group and a person may take over with a tick (flagged promises are decided as flags). */
export const proposals = (handoff: Handoff, group: ProposalGroup): Proposal[] => {
  const { analysis } = handoff;
  if (!analysis) return [];
  const make = (prefix: string, text: string, evidence: Evidence[], id?: string): Proposal => {
    const key = id ?? itemId(prefix, text, evidence);
    return { id: key, group, text, evidence, accepted: handoff.accepted.some((one) => one.id === key) };
  };
  const all = (): Proposal[] => {
    switch (group) {
      case 'scope':
        return analysis.scope.map((one) => make(`sc_${one.status}`, one.text, one.evidence));
      case 'commitments':
        return handoff.commitments
          .filter((one) => one.coverage.verdict === 'covered' && !flagged(handoff, one.id))
          .map((one) => make('c', one.text, one.evidence, one.id));
      case 'stakeholders':
        return analysis.stakeholders.map((one) =>
          make('st', [one.name, one.role].filter(Boolean).join(', '), one.evidence, stakeholderId(one.name)),
        );
      case 'dependencies':
        return analysis.dependencies.map((one) => make('d', one.text, one.evidence));
      case 'risks':
        return analysis.risks.map((one) => make('r', one.text, one.evidence));
      case 'successMetrics':
        return analysis.successMetrics.map((one) => make('m', one.text, one.evidence));
      case 'buyerIntent':
        return analysis.buyerIntent.map((one) => make('b', one.text, one.evidence));
    }
  };
  const seen = new Set<string>();
  return all().filter((one) => !seen.has(one.id) && seen.add(one.id));
};
