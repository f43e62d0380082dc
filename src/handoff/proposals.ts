import type { Evidence } from './analysis.ts';
import { isPromise } from './decisions.ts';
import { itemIds } from './identify.ts';
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
  const make = (id: string, text: string, evidence: Evidence[]): Proposal => ({
    id,
    group,
    text,
    evidence,
    accepted: handoff.accepted.some((one) => one.id === id),
  });
  const all = (): Proposal[] => {
    switch (group) {
      case 'scope':
        return analysis.scope.map((one) => make(itemIds.scope(one), one.text, one.evidence));
      case 'commitments':
        return handoff.commitments
          .filter((one) => one.coverage.verdict === 'covered' && !flagged(handoff, one.id))
          .map((one) => make(one.id, one.text, one.evidence));
      case 'stakeholders':
        return analysis.stakeholders.map((one) =>
          make(itemIds.stakeholders(one), [one.name, one.role].filter(Boolean).join(', '), one.evidence),
        );
      case 'dependencies':
        return analysis.dependencies.map((one) => make(itemIds.dependencies(one), one.text, one.evidence));
      case 'risks':
        return analysis.risks.map((one) => make(itemIds.risks(one), one.text, one.evidence));
      case 'successMetrics':
        return analysis.successMetrics.map((one) => make(itemIds.successMetrics(one), one.text, one.evidence));
      case 'buyerIntent':
        return analysis.buyerIntent.map((one) => make(itemIds.buyerIntent(one), one.text, one.evidence));
    }
  };
  const seen = new Set<string>();
  return all().filter((one) => !seen.has(one.id) && seen.add(one.id));
};
