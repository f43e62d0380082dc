import { type Actor, baton, person } from '../../../src/handoff/actor.ts';
import type { Analysis, Commitment, Evidence, Flag } from '../../../src/handoff/analysis.ts';
import { Command } from '../../../src/handoff/command.ts';
import { decide } from '../../../src/handoff/decide/index.ts';
import type { Decision } from '../../../src/handoff/decisions.ts';
import type { Recorded } from '../../../src/handoff/events.ts';
import { apply } from '../../../src/handoff/fold.ts';
import { defaultPolicy } from '../../../src/handoff/policy.ts';
import { proposals } from '../../../src/handoff/proposals.ts';
import { type Readiness, readiness } from '../../../src/handoff/readiness.ts';
import type { Handoff } from '../../../src/handoff/state.ts';
import type { FlagType } from '../../../src/handoff/vocabulary.ts';
import { calendar } from '../../../src/platform/calendar/index.ts';

/** An invented deal: Northwind Systems sells a membership system to Harbour Rowing. Priya sold it, Tomasz delivers it. */
export const priya = person('U0PRIYA');
export const tomasz = person('U0TOMASZ');
const analyst = baton('analyst');
export const today = '2026-11-16';
export const noon = new Date('2026-11-16T11:00:00Z');

const inContract = (quote: string, locator: string): Evidence => ({ source: 's1', quote, locator });
const inCall = (quote: string, locator: string): Evidence => ({ source: 's2', quote, locator });

const members = inContract('The provider migrates the member records of three years.', 'page 2 § 2.1');
const login = inContract('Authentication is by user name and password.', 'page 4 § 4.2');
const training = inContract('Two coaches are trained on site.', 'page 3 § 3.4');
const sso = inCall('Single sign-on will be there on day one, do not worry about it.', '00:14:32');
const discount = inCall('The first quarter is on us.', '00:33:10');
const spring = inCall('It has to run before the spring regatta.', '00:02:50');
const app = inCall('The phone app comes along some day.', '00:41:07');
const boathouse = inCall('The boathouse network is run by our landlord.', '00:44:18');

const commitment = (
  id: string,
  kind: Commitment['kind'],
  text: string,
  at: Evidence,
  clause: Evidence | null,
): Commitment => ({
  id,
  kind,
  text,
  speaker: clause ? '' : 'Priya Raman',
  side: 'vendor',
  strength: 'explicit',
  confidence: 0.8,
  rule: 'by hand',
  evidence: [at],
  coverage: { verdict: clause ? 'covered' : 'not_covered', clause, why: 'compared by hand' },
});

const flag = (type: FlagType, severity: Flag['severity'], text: string, about: string | null, at: Evidence): Flag => ({
  id: `raw-${type}`,
  type,
  severity,
  text,
  why: 'The plan has no time for it.',
  rule: 'by hand',
  commitment: about,
  evidence: [at],
});

export const analysis: Analysis = {
  sources: [
    { id: 's1', name: 'contract.pdf', kind: 'contract', sha256: 'a'.repeat(64), passages: 40 },
    { id: 's2', name: 'discovery-call.vtt', kind: 'call', sha256: 'b'.repeat(64), passages: 90 },
  ],
  commitments: [
    commitment('k1', 'data_migration', 'Migration of three years of member records', members, members),
    commitment('k2', 'training', 'Training of two coaches on site', training, training),
    commitment('k3', 'integration', 'Single sign-on at go-live', sso, null),
    commitment('k4', 'price_payment', 'First quarter free of charge', discount, null),
  ],
  flags: [
    flag('implied_promise', 'high', 'Single sign-on at go-live is not in the contract', 'k3', sso),
    flag('buried_concession', 'medium', 'A free first quarter is in no document', 'k4', discount),
    flag('access_risk', 'medium', 'The boathouse network belongs to the landlord', null, boathouse),
    flag('ambiguous_deliverable', 'low', '“Some day” is no date for the phone app', null, app),
  ],
  scope: [
    {
      status: 'in',
      text: 'Member records of three years',
      acceptance: 'counts match the old system',
      evidence: [members],
    },
    { status: 'out', text: 'Write-back to the accounting system', acceptance: '', evidence: [login] },
    { status: 'assumption', text: 'The old system exports CSV', acceptance: '', evidence: [members] },
    { status: 'ambiguous', text: 'The phone app', acceptance: '', evidence: [app] },
  ],
  questions: [],
  stakeholders: [
    {
      name: 'Dana Fox',
      role: 'Club manager',
      influence: 'decision_maker',
      stance: 'for it',
      preferences: 'a call, not a mail',
      evidence: [spring],
    },
    {
      name: 'Ilse Brandt',
      role: 'Treasurer',
      influence: 'finance',
      stance: '',
      preferences: 'numbers first',
      evidence: [discount],
    },
  ],
  dependencies: [
    { kind: 'data', text: 'CSV export of the old system', owner: 'customer', due: '2026-12-04', evidence: [members] },
    { kind: 'access', text: 'Login to the boathouse network', owner: 'third', due: '', evidence: [boathouse] },
  ],
  risks: [
    {
      category: 'access',
      text: 'The landlord does not open the network in time',
      likelihood: 3,
      impact: 4,
      mitigation: 'Dana asks him this week',
      owner: 'Dana Fox',
      contingency: 'start with mobile data',
      evidence: [boathouse],
    },
  ],
  successMetrics: [
    {
      text: 'Members who renew online',
      baseline: '0 %',
      target: '60 %',
      date: '2027-01-13',
      owner: '',
      evidence: [spring],
    },
  ],
  buyerIntent: [{ text: 'Running before the spring regatta', evidence: [spring] }],
  dropped: { ungrounded: 1 },
};

export const opening: Command = Command.parse({
  type: 'open',
  dealId: 'D-1042',
  name: 'Membership system',
  customer: 'Harbour Rowing',
  vendor: 'Northwind Systems',
  dealType: 'saas_implementation',
  value: 48_000,
  currency: 'EUR',
  closeDate: '2026-11-02',
  kickoffDate: '2026-12-14',
  accountOwner: 'U0PRIYA',
  deliveryLead: 'U0TOMASZ',
  approver: 'U0MARCUS',
  visibility: 'private',
  people: [],
});

const file = (name: string, kind: 'contract' | 'call', sha: string, link: string | null): Command => ({
  type: 'add_source',
  name,
  kind,
  kindGuessed: false,
  signed: kind === 'contract',
  sha256: sha.repeat(64),
  size: 48_200,
  passages: 40,
  link,
});
const contract = file('contract.pdf', 'contract', 'a', 'https://northwind.slack.com/files/U0PRIYA/F1/contract.pdf');
const call = file('discovery-call.vtt', 'call', 'b', null);
export const reading = (over: Partial<Analysis> = {}): Command => ({
  type: 'record_analysis',
  engine: 'offline',
  version: '1',
  analysis: { ...analysis, ...over },
});

export type Step = [Actor, Command | ((state: Handoff) => Command)];
const ticks = (state: Handoff, ...groups: Parameters<typeof proposals>[1][]): string[] =>
  groups.flatMap((group) => proposals(state, group)).map((one) => one.id);

export const decideOn =
  (type: FlagType, decision: Decision, reason = 'agreed in the call of 12 Nov') =>
  (state: Handoff): Command => ({
    type: 'decide_flag',
    flag: state.flags.find((one) => one.flag.type === type)?.flag.id ?? '',
    decision,
    reason,
    owner: null,
  });
const answer =
  (
    input: 'buyer_goal' | 'scope' | 'stakeholders' | 'risks' | 'success_criteria',
    text: string,
    ...groups: Parameters<typeof proposals>[1][]
  ) =>
  (state: Handoff): Command => ({ type: 'answer_input', input, text, accepted: ticks(state, ...groups) });

export const evidence: Step[] = [
  [priya, contract],
  [priya, call],
  [analyst, reading()],
];

export const decisions: Step[] = [
  [priya, decideOn('implied_promise', 'deliver')],
  [tomasz, decideOn('implied_promise', 'deliver')],
  [priya, decideOn('buried_concession', 'not_sold')],
  [tomasz, decideOn('access_risk', 'accept_risk', 'we can start with mobile data')],
  [tomasz, decideOn('ambiguous_deliverable', 'answer', 'not part of this deal')],
];

export const intake: Step[] = [
  [priya, answer('buyer_goal', 'The old system loses its licence in April; the board was told so.', 'buyerIntent')],
  [
    priya,
    answer(
      'scope',
      'Sold: the member records and two trainings.\n- no accounting\n- no phone app',
      'scope',
      'commitments',
    ),
  ],
  [priya, answer('stakeholders', 'Dana decides, Ilse pays.', 'stakeholders')],
  [tomasz, answer('risks', '', 'risks', 'dependencies')],
  [tomasz, answer('success_criteria', '', 'successMetrics')],
  [priya, { type: 'skip_input', input: 'stretch', reason: 'does_not_apply', note: 'nothing was stretched' }],
  [
    tomasz,
    { type: 'ask_question', text: 'Which coaches are trained?', owner: 'U0PRIYA', due: '2026-12-01', blocking: false },
  ],
];

export const signatures: Step[] = [
  [priya, (state) => ({ type: 'sign', party: 'sales', version: state.packetVersion })],
  [tomasz, (state) => ({ type: 'sign', party: 'delivery', version: state.packetVersion })],
];

/** The handoff after these steps, and what was recorded last. */
export const happenedAfter = (...steps: Step[]): { after: Handoff; before: Handoff | null; recorded: Recorded[] } => {
  let state: Handoff | null = null;
  let before: Handoff | null = null;
  let recorded: Recorded[] = [];
  let ids = 0;
  const newId = (prefix: string) => {
    ids += 1;
    return `${prefix}${ids}`;
  };
  const all: Step[] = [[priya, opening], ...steps];
  for (const [actor, step] of all) {
    const given: Handoff | null = state;
    const command = typeof step === 'function' ? step(given as Handoff) : step; // a function never comes first
    const context = { actor, now: noon, policy: defaultPolicy, calendar, zone: 'Europe/Warsaw', newId };
    const events = decide(given, command, context);
    before = given;
    const seq: number = given?.revision ?? 0;
    recorded = events.map((event, at) => ({ seq: seq + at + 1, at: noon.toISOString(), actor, event }));
    state = recorded.reduce<Handoff | null>((so, one) => apply(so, 'h1', one), given);
  }
  if (!state) throw new Error('nothing was opened');
  return { after: state, before, recorded };
};

export const handoffAfter = (...steps: Step[]): Handoff => happenedAfter(...steps).after;
export const readinessOf = (handoff: Handoff): Readiness => readiness(handoff, defaultPolicy, today);
export const complete = (...more: Step[]): Handoff => handoffAfter(...evidence, ...decisions, ...intake, ...more);
