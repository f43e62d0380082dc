import type { Analysis, Commitment, Evidence, Flag } from '../../../src/handoff/analysis.ts';
import type { CommandOf } from '../../../src/handoff/command.ts';

const inContract = (quote: string, locator: string): Evidence => ({ source: 's1', quote, locator });
const inCall = (quote: string, locator: string): Evidence => ({ source: 's2', quote, locator });

const commitment = (
  id: string,
  kind: Commitment['kind'],
  text: string,
  evidence: Evidence,
  verdict: Commitment['coverage']['verdict'],
  clause: Evidence | null,
): Commitment => ({
  id,
  kind,
  text,
  speaker: 'Anna Lind',
  side: 'vendor',
  strength: 'explicit',
  confidence: 0.8,
  rule: 'by hand',
  evidence: [evidence],
  coverage: { verdict, clause, why: 'compared by hand' },
});

const flag = (
  type: Flag['type'],
  severity: Flag['severity'],
  text: string,
  about: string | null,
  evidence: Evidence,
): Flag => ({
  id: `raw-${type}`,
  type,
  severity,
  text,
  why: 'The plan has no time for it.',
  rule: 'by hand',
  commitment: about,
  evidence: [evidence],
});

const inverters = inContract('The provider monitors twelve inverters.', 'page 2 § 2.1');
const training = inContract('Four operators are trained on site.', 'page 3 § 3.4');
const station = inContract('A weather station is commissioned.', 'page 3 § 2.6');
const night = inCall('You will get an answer within fifteen minutes, at night too.', '00:14:32');
const decade = inCall('We keep the readings for ten years.', '00:21:05');
const half = inCall('The first year is at half price, as always with us.', '00:33:10');
const monthly = inCall('I can join the monthly call with the grid operator.', '00:40:00');
const portal = inCall('The portal login still belongs to the former contractor.', '00:44:18');
const soon = inCall('The other park follows soon.', '00:47:51');
const nobody = inCall('Somebody will have to fetch the meter numbers.', '00:52:09');

/** One commitment of each verdict and flags of each severity, found by hand in the contract (s1) and the call (s2). */
export const analysis: Analysis = {
  sources: [
    { id: 's1', name: 'contract.pdf', kind: 'contract', sha256: 'a'.repeat(64), passages: 61 },
    { id: 's2', name: 'site-visit.vtt', kind: 'call', sha256: 'b'.repeat(64), passages: 61 },
  ],
  commitments: [
    commitment('k1', 'deliverable', 'Monitoring of twelve inverters', inverters, 'covered', inverters),
    commitment('k2', 'training', 'Training of four operators', training, 'covered', training),
    commitment('k3', 'deliverable', 'Commissioning of a weather station', station, 'covered', station),
    commitment('k4', 'service_level', 'An answer within fifteen minutes, day and night', night, 'not_covered', null),
    commitment(
      'k5',
      'data_migration',
      'Readings kept for ten years',
      decade,
      'contradicted',
      inContract('Readings are kept for two years.', 'page 5 § 5.2'),
    ),
    commitment('k6', 'price_payment', 'First year at half price', half, 'excepted', null),
    commitment('k7', 'support', 'A monthly call with the grid operator', monthly, 'not_covered', null),
  ],
  flags: [
    flag('implied_promise', 'high', 'Answer within fifteen minutes is not in the contract', 'k4', night),
    flag('contradiction', 'medium', 'Ten years promised, two in the contract', 'k5', decade),
    flag('buried_concession', 'high', 'Half price in the first year', 'k6', half),
    flag('unusual_support', 'low', 'A monthly call nobody planned', 'k7', monthly),
    flag('missing_acceptance_criteria', 'medium', 'Nobody said when the weather station counts as done', 'k3', station),
    flag('access_risk', 'high', 'The portal login belongs to somebody else', null, portal),
    flag('ambiguous_deliverable', 'low', '“Soon” is no date', null, soon),
    flag('unclear_owner', 'low', 'Nobody fetches the meter numbers', null, nobody),
  ],
  scope: [
    { status: 'in', text: 'Alarms for three parks', acceptance: 'a test alarm arrives', evidence: [inverters] },
    { status: 'out', text: 'Repair of inverters', acceptance: '', evidence: [training] },
    { status: 'assumption', text: 'Each park has a network link', acceptance: '', evidence: [station] },
    { status: 'ambiguous', text: 'The other park', acceptance: '', evidence: [soon] },
  ],
  questions: [{ text: 'Who owns the meter numbers?', evidence: [nobody] }],
  stakeholders: [
    {
      name: 'Mira Oth',
      role: 'Head of operations',
      influence: 'decision_maker',
      stance: 'for it',
      preferences: 'short calls',
      evidence: [night],
    },
  ],
  dependencies: [
    { kind: 'access', text: 'Login to the park portal', owner: 'customer', due: '', evidence: [portal] },
    { kind: 'data', text: 'List of meter numbers', owner: 'unclear', due: '2026-12-20', evidence: [nobody] },
  ],
  risks: [
    {
      category: 'access',
      text: 'The portal stays locked',
      likelihood: 3,
      impact: 4,
      mitigation: 'ask the former contractor now',
      owner: '',
      contingency: '',
      evidence: [portal],
    },
  ],
  successMetrics: [
    { text: 'Alarms seen', baseline: '0 %', target: '95 %', date: '2027-01-13', owner: '', evidence: [inverters] },
  ],
  buyerIntent: [{ text: 'Lose no harvest in the summer of 2027', evidence: [decade] }],
  dropped: { ungrounded: 1 },
};

export const reading = (over: Partial<Analysis> = {}): CommandOf<'record_analysis'> => ({
  type: 'record_analysis',
  engine: 'offline',
  version: '1',
  analysis: { ...analysis, ...over },
});
