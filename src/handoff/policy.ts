import type { Flag } from './analysis.ts';
import type { Decision } from './decisions.ts';
import type { Role, Team } from './roles.ts';

/** What RevOps sets. Amounts are in the deal's own currency. */
export interface Policy {
  /** Business days before kickoff at which people are reminded. */
  nudgeDays: readonly number[];
  /** Working hours in a person's own zone. */
  workday: { from: string; to: string };
  /** From this deal value on, concessions, guarantees and legal promises also need the approver. */
  approverFromValue: number;
  /** Flag cards that stand open in the thread at once (Slack stays quiet). */
  openCards: number;
}

export const defaultPolicy: Policy = {
  nudgeDays: [7, 3, 1],
  workday: { from: '09:00', to: '17:00' },
  approverFromValue: 100_000,
  openCards: 5,
};

const approverTypes = new Set(['buried_concession', 'legal_language', 'unsupported_guarantee']);

/**
 * The roles that must say the same before a decision on a flag stands. An empty inner choice never occurs:
 * `all` lists roles that must all agree, `any` roles of which one is enough.
 */
export const votesNeeded = (
  flag: Pick<Flag, 'type' | 'severity'>,
  decision: Decision,
  deal: { value: number | null; team: Team },
  policy: Policy,
): { all: Role[] } | { any: Role[] } => {
  const owners: Role[] = ['account_owner', 'delivery_lead'];
  const withApprover = (roles: Role[]): { all: Role[] } => {
    const material =
      (deal.value ?? 0) >= policy.approverFromValue && approverTypes.has(flag.type) && flag.severity === 'high';
    return { all: material && deal.team.approver ? [...roles, 'approver'] : roles };
  };
  switch (decision) {
    case 'deliver':
      return withApprover(flag.severity === 'low' ? ['delivery_lead'] : owners);
    case 'not_sold':
      // it is sales who must tell the customer
      if (flag.severity === 'medium') return { all: ['account_owner'] };
      return flag.severity === 'high' ? { all: owners } : { any: owners };
    case 'accept_risk':
      return flag.severity === 'high' ? { all: owners } : { all: ['delivery_lead'] };
    case 'not_a_promise':
    case 'duplicate':
      return flag.severity === 'high' ? { all: owners } : { any: owners };
    case 'change_order':
    case 'ask_customer':
    case 'answer':
    case 'assign':
      return { any: owners };
  }
};
