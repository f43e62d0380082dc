import { describe, expect, it } from 'vitest';
import { clausesOf } from '../../../src/analysis/offline/clauses.ts';
import { contractConflicts } from '../../../src/analysis/offline/contract-conflicts.ts';
import type { Source } from '../../../src/handoff/source.ts';
import type { SourceKind } from '../../../src/handoff/vocabulary.ts';

const signed = (id: string, kind: SourceKind, lines: readonly string[]): Source => ({
  id,
  name: `${kind}-${id}.md`,
  kind,
  kindGuessed: false,
  signed: true,
  sha256: id.repeat(64).slice(0, 64),
  size: 1,
  passages: lines.map((text, at) => ({ id: `${id}.${at}`, locator: `line ${at + 1}`, text })),
});

/** Ordinary clauses around the one in question, as documents have them. */
const around = {
  contract: [
    'The provider performs the services with due care and qualified staff.',
    'The customer names a contact person within 5 business days of signature.',
    'Confidential information is kept secret for 3 years after the end of the contract.',
    'Liability is limited to the fees paid in the 12 months before the claim.',
    'Either party may terminate with 90 days written notice.',
    'Intellectual property in the deliverables passes to the customer on payment.',
  ],
  sow: [
    'The project starts with a workshop of 2 days at the customer.',
    'The provider writes minutes of each steering meeting and sends them within 48 hours.',
    'Two rounds of comments on each draft are part of the price.',
    'Travel is charged at cost after approval.',
    'The customer delivers the master data as a spreadsheet.',
    'A status report is sent every week.',
  ],
};

const between = (one: string, other: string, more: { contract?: string[]; kind?: SourceKind } = {}) =>
  contractConflicts(
    clausesOf([
      signed('a', 'contract', [...around.contract, one, ...(more.contract ?? [])]),
      signed('b', more.kind ?? 'sow', [...around.sow, other]),
    ]),
  );

const disagreeing: [string, string][] = [
  ['Invoices are payable within 30 days of receipt.', 'Invoices are payable within 45 days of the invoice date.'],
  ['Payment is due net 30 from the date of the invoice.', 'Payment terms: invoices are due net 60.'],
  ['The platform is available 99.9 % of each month.', 'Availability of the platform: 99.5 % per month.'],
  ['The warehouse system goes live on 1 June 2026.', 'Go-live of the warehouse system: 15 June 2026.'],
  ['The warranty period for the pumps is 24 months from handover.', 'Warranty for the pumps: 12 months from handover.'],
  ['The provider trains 20 operators.', 'Training is given to 12 operators of the customer.'],
  ['The annual fee for maintenance is EUR 18,000.', 'Maintenance is charged at an annual fee of EUR 21,500.'],
  ['Faults of the lifts are answered within 4 hours.', 'The provider answers faults of the lifts within 8 hours.'],
  ['The windows are cleaned every month.', 'The contractor cleans the windows every quarter.'],
  [
    'A retention of 5 % of the contract sum is held until completion.',
    'The customer holds a retention of 10 % of the contract sum.',
  ],
  ['The greenhouse is delivered by 3 March 2026.', 'Delivery of the greenhouse: 24 March 2026.'],
  ['Backups are kept for 30 days.', 'The provider keeps backups for 14 days.'],
  ['The acceptance test of the press lasts 10 days.', 'Acceptance test of the press: 5 days of production.'],
  ['Hourly rate of a senior consultant: EUR 140.', 'A senior consultant is charged at an hourly rate of EUR 155.'],
  ['The menu is catered for 250 guests.', 'Catering of the menu for 220 guests.'],
  ['Spare parts are held in stock for 10 years.', 'The supplier holds spare parts in stock for 5 years.'],
];

const agreeing: [string, string, string][] = [
  ['the same value in other words', 'Invoices are payable within 30 days.', 'Invoices are payable within thirty days.'],
  ['the same time in another unit', 'The trial lasts two weeks.', 'The trial lasts 14 days.'],
  [
    'another subject with other numbers',
    'Invoices are payable within 30 days.',
    'Complaints about goods are made within 10 days.',
  ],
  ['another phase', 'Phase 1 of the roll-out ends on 3 March 2026.', 'Phase 2 of the roll-out ends on 30 April 2026.'],
  [
    'another priority',
    'Tickets of priority 1 are answered within 2 hours.',
    'Tickets of priority 3 are answered within 2 days.',
  ],
  [
    'a clause that amends',
    'Invoices are payable within 30 days of receipt.',
    'The term of payment is changed from 30 days to 45 days of receipt of the invoices.',
  ],
  [
    'a deviation that says so',
    'Invoices are payable within 30 days of receipt.',
    'In deviation from the agreement invoices are payable within 45 days of receipt.',
  ],
  [
    'a list of several values',
    'The lifts are serviced every month.',
    'The lifts are serviced every month, the escalators every quarter.',
  ],
  ['a part beside its whole', 'The contract sum is EUR 120,000.', 'The first instalment is EUR 40,000.'],
  ['a number of other things', 'The provider trains 20 operators.', 'The provider trains 3 administrators.'],
  ['an exclusion', 'The provider moves 40 desks.', 'Moving of the 12 filing cabinets is not included.'],
  [
    'boilerplate',
    'This contract is governed by the law of Denmark and ends after 3 years.',
    'The framework is governed by the law of Denmark and ends after 5 years.',
  ],
  [
    'the start and the end of a thing',
    'The audit starts on 4 May 2026.',
    'The audit report is handed over on 29 May 2026.',
  ],
  ['roles with other rates', 'Day rate of a junior fitter: EUR 480.', 'Day rate of a master electrician: EUR 720.'],
];

describe('signed documents that contradict each other', () => {
  it.each(disagreeing)('“%s” against “%s”', (one, other) => {
    const [flag, ...more] = between(one, other);
    expect(more).toEqual([]);
    expect(flag).toMatchObject({
      type: 'contradiction',
      severity: 'high',
      rule: 'document.contracts_disagree',
      commitment: null,
    });
    expect(flag?.evidence.map((each) => [each.source, each.quote])).toEqual([
      ['a', one],
      ['b', other],
    ]);
  });

  it.each(agreeing)('%s is none', (_, one, other) => {
    expect(between(one, other)).toEqual([]);
  });

  it('a change order speaks after the contract, not against it', () => {
    expect(between('Backups are kept for 30 days.', 'Backups are kept for 14 days.', { kind: 'change_order' })).toEqual(
      [],
    );
  });

  it('one document against itself is left to its readers', () => {
    const lines = ['Backups are kept for 30 days.', 'Backups are kept for 14 days.'];
    expect(contractConflicts(clausesOf([signed('a', 'contract', [...around.contract, ...lines])]))).toEqual([]);
  });
});

describe('an order of precedence', () => {
  const pair = ['Backups are kept for 30 days.', 'The provider keeps backups for 14 days.'] as const;

  it.each([
    ['In case of conflict the statement of work prevails.', 'sow-b.md', '14 days'],
    [
      'In the event of any inconsistency, this agreement shall prevail over the statement of work.',
      'contract-a.md',
      '30 days',
    ],
    ['In case of conflict between this agreement and a SOW, the SOW takes precedence.', 'sow-b.md', '14 days'],
    [
      'Conflicts are settled in this order: the agreement, the statement of work, the order form; the earlier prevails.',
      'contract-a.md',
      '30 days',
    ],
    ['If a statement of work conflicts with these terms, the statement of work controls.', 'sow-b.md', '14 days'],
  ])('“%s” names %s', (clause, name, value) => {
    const [flag] = between(...pair, { contract: [clause] });
    expect(flag?.severity).toBe('medium');
    expect(flag?.text).toContain(`${name} prevails by the order of precedence, so ${value} holds.`);
    expect(flag?.evidence.at(-1)?.quote).toBe(clause);
  });

  it('without one says so', () => {
    expect(between(...pair)[0]?.text).toContain('No clause says which document prevails.');
  });
});

it('two documents of a thousand clauses each are compared in a few times what it takes to cut them', () => {
  const lines = (seed: number) =>
    Array.from(
      { length: 1_000 },
      (_, at) => `Pump model${at % 300} of hall${at % 37} is checked every ${(at % 9) + seed} weeks by crew${at % 11}.`,
    );
  // the best of five interleaved runs of each: other work on the machine hits both
  const [cutting, comparing]: [number[], number[]] = [[], []];
  for (let run = 0; run < 5; run += 1) {
    const cut = performance.now();
    const clauses = clausesOf([signed('a', 'contract', lines(2)), signed('b', 'sow', lines(3))]);
    const compared = performance.now();
    expect(contractConflicts(clauses).length).toBeLessThanOrEqual(6);
    comparing.push(performance.now() - compared);
    cutting.push(compared - cut);
  }
  expect(Math.min(...comparing)).toBeLessThan(4 * Math.min(...cutting));
});
