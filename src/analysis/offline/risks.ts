import type { Flag, Risk } from '../../handoff/analysis.ts';
import type { FlagType } from '../../handoff/vocabulary.ts';

type Template = {
  category: string;
  likelihood: number;
  impact: number;
  mitigation: string;
  owner: string;
  contingency: string;
};

/** How a kind of flag turns into a risk: both scales 1 (rare, small) to 5 (near certain, severe). Proposed; a person adjusts them. */
const RISK_OF: Partial<Record<FlagType, Template>> = {
  contradiction: {
    category: 'expectation',
    likelihood: 4,
    impact: 4,
    mitigation: 'Tell the customer before kickoff which of the two holds, or sign a change order.',
    owner: 'account owner',
    contingency: 'Escalate to the approver with a priced change order.',
  },
  timeline_assumption: {
    category: 'schedule',
    likelihood: 3,
    impact: 4,
    mitigation: 'Confirm the condition and its date with the customer in the first week.',
    owner: 'delivery lead',
    contingency: 'Re-plan the milestones that rest on it.',
  },
  access_risk: {
    category: 'security',
    likelihood: 4,
    impact: 4,
    mitigation: 'Change what was shared and give each person an own account.',
    owner: 'delivery lead',
    contingency: 'Suspend the access until it is changed.',
  },
  customer_politics: {
    category: 'stakeholders',
    likelihood: 3,
    impact: 3,
    mitigation: 'Agree with the sponsor who is told what, and when.',
    owner: 'account owner',
    contingency: 'Ask the sponsor to step in.',
  },
  unowned_requirement: {
    category: 'dependency',
    likelihood: 3,
    impact: 3,
    mitigation: 'Name an owner and a date at kickoff.',
    owner: 'delivery lead',
    contingency: 'Start the work that does not need it.',
  },
  unclear_owner: {
    category: 'dependency',
    likelihood: 3,
    impact: 3,
    mitigation: 'Name an owner and a date at kickoff.',
    owner: 'delivery lead',
    contingency: 'Raise it in the steering meeting.',
  },
  unsupported_guarantee: {
    category: 'expectation',
    likelihood: 3,
    impact: 4,
    mitigation: 'Agree on a measured target, or take the guarantee back.',
    owner: 'account owner',
    contingency: 'Measure from the first day, and report.',
  },
  feasibility: {
    category: 'technical',
    likelihood: 3,
    impact: 4,
    mitigation: 'Test the doubtful part before the plan is agreed.',
    owner: 'delivery lead',
    contingency: 'Offer the nearest thing that works.',
  },
  legal_language: {
    category: 'legal',
    likelihood: 2,
    impact: 4,
    mitigation: 'Have counsel read the words before kickoff.',
    owner: 'approver',
    contingency: 'Agree on an amendment.',
  },
};
const MOST = 12;

/** The risks behind the flags, heaviest first, one per category and piece of evidence. */
export function findRisks(flags: Flag[]): Risk[] {
  return flags
    .flatMap(({ type, text, severity, evidence }): Risk[] => {
      const template = RISK_OF[type];
      if (!template) return [];
      const likelihood = severity === 'high' ? Math.min(5, template.likelihood + 1) : template.likelihood;
      return [{ ...template, text, likelihood, evidence }];
    })
    .map((risk, index) => ({ risk, index }))
    .sort((a, b) => b.risk.likelihood * b.risk.impact - a.risk.likelihood * a.risk.impact || a.index - b.index)
    .slice(0, MOST)
    .map(({ risk: { category, text, likelihood, impact, mitigation, owner, contingency, evidence } }) => ({
      category,
      text,
      likelihood,
      impact,
      mitigation,
      owner,
      contingency,
      evidence,
    }));
}
