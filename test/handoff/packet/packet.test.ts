import { describe, expect, it } from 'vitest';
import { packetOf } from '../../../src/handoff/packet/index.ts';
import { reading } from '../support/analysis.ts';
import { anna, deep, mail, opening, reader } from '../support/deal.ts';
import { given, givenComplete, givenDecided, givenFlags, givenReady, stream } from '../support/given.ts';
import { linesOf, sectionOf } from '../support/packet.ts';

const titles = [
  'Executive summary',
  'Contract facts',
  'Buyer intent',
  'Sold scope and acceptance criteria',
  'Not sold',
  'Ambiguous, and how we read it',
  'Not yet decided',
  'Commitments register',
  'Sold, but a stretch',
  'Stakeholder map',
  'Risks',
  'Dependencies',
  'Access needs',
  'Assumptions and constraints',
  'Open questions',
  'First 30 days: success criteria',
  'First milestones',
  'Escalation contacts',
  'Inputs that were skipped',
  'Decision log',
  'Source index',
  'Signoffs',
];
const lines = (one: ReturnType<typeof given>, key: string) => linesOf(sectionOf(one.state(), key));

describe('the packet', () => {
  it.each([
    ['empty', given],
    ['full', givenReady],
  ])('has its sections in one order, %s or not', (_, build) => {
    expect(packetOf(build().state()).sections.map((section) => section.title)).toEqual(titles);
  });

  it('no key occurs twice', () => {
    const keys = packetOf(given().state()).sections.map((section) => section.key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('a section with nothing to say says so in a sentence', () => {
    for (const section of packetOf(given().state()).sections)
      if (linesOf(section).length === 0) expect(section.empty, section.key).toMatch(/^[A-Z].*\.$/);
  });

  it('is the same for the same state', () => {
    expect(packetOf(givenReady().state())).toEqual(packetOf(givenReady().state()));
  });

  it('says its version, and the date that stands', () => {
    const one = givenReady();
    const version = one.state().packetVersion;
    expect(packetOf(one.state()).versionLine.join('')).toBe(`Version ${version} · planned kickoff 2026-12-14`);
    one.run(deep, { type: 'schedule_kickoff', date: '2026-12-14' });
    expect(packetOf(one.state()).versionLine.join('')).toBe(`Version ${version} · kickoff 2026-12-14`);
    const gone = given([anna, { type: 'cancel', reason: 'they withdrew' }]);
    expect(packetOf(gone.state()).versionLine.join('')).toBe('Version 1 · cancelled');
  });

  it('sums up in sentences with the right plurals', () => {
    expect(lines(givenDecided(), 'summary')).toEqual([
      'Sonnfeld Energie bought “Solar park monitoring” (EUR 240,000). Kickoff is planned for 2026-12-14.',
      'Handed over by @U_ANNA to @U_DEEP, exceptions approved by @U_RUTH.',
      '7 commitments found in 2 sources: 2 more that we deliver, 1 by change order, 1 not sold. Nothing is left to decide.',
    ]);
    const one = stream();
    one.run(anna, opening({ approver: null, value: null, currency: '' }));
    one.run(anna, mail);
    const { analysis } = reading();
    one.run(reader, reading({ commitments: analysis.commitments.slice(3, 4), flags: analysis.flags.slice(0, 1) }));
    expect(lines(one, 'summary').slice(1)).toEqual([
      'Handed over by @U_ANNA to @U_DEEP.',
      '1 commitment found in 1 source: none confirmed yet. 1 flag still to decide.',
    ]);
    expect(lines(one, 'contract_facts')).toContain('Value | no value recorded');
  });
});

describe('four places (law 3)', () => {
  const one = givenComplete();
  const places = ['buyer_intent', 'contract_facts', 'sold_scope', 'not_sold', 'ambiguous'];

  it.each([
    ['buyer_intent', 'Lose no harvest in the summer of 2027 [s2 00:21:05]'],
    ['contract_facts', 'Signed documents | [s1 contract.pdf]'],
    ['sold_scope', 'Alarms for three parks | a test alarm arrives | contract |  [s1 page 2 § 2.1]'],
    ['not_sold', 'Repair of inverters [s1 page 3 § 3.4]'],
    ['ambiguous', 'The other park [s2 00:47:51]'],
  ])('%s holds what belongs there, and no other place does', (key, line) => {
    expect(lines(one, key)).toContain(line);
    for (const other of places.filter((place) => place !== key)) expect(lines(one, other)).not.toContain(line);
  });

  it('what was decided as not sold, delivered or ordered stands where it belongs', () => {
    expect(lines(one, 'not_sold')).toContain('Readings kept for ten years [s2 00:21:05] (said, but decided: not sold)');
    expect(lines(one, 'sold_scope')).toEqual(
      expect.arrayContaining([
        'An answer within fifteen minutes, day and night | not stated | agreed beyond the contract |  [s2 00:14:32]',
        'A monthly call with the grid operator (change order signed) | not stated | change order |  [s2 00:40:00]',
      ]),
    );
  });

  it('a declined change order is not sold', () => {
    const declined = givenFlags();
    declined.vote(deep, 'unusual_support', 'change_order');
    const id = declined.state().changeOrders[0]?.id ?? '';
    declined.run(anna, { type: 'settle_change_order', id, status: 'declined', note: '' });
    expect(lines(declined, 'not_sold')).toEqual([
      'A monthly call with the grid operator [s2 00:40:00] (said, but decided: not sold)',
    ]);
    expect(lines(declined, 'commitments').join()).toContain('| not sold |');
    expect(lines(declined, 'sold_scope')).toEqual([]);
  });

  it('a change order that nobody has settled is neither sold nor not sold', () => {
    const drafted = givenFlags();
    drafted.vote(deep, 'unusual_support', 'change_order');
    expect(lines(drafted, 'not_sold')).toEqual([]);
    expect(lines(drafted, 'sold_scope')).toEqual([]);
    expect(lines(drafted, 'commitments').join()).toContain('| change order |');
  });

  it('an answered gap says how it is read and who said so', () => {
    expect(lines(one, 'ambiguous')).toContain(
      '“Soon” is no date (we read it as: we talked it over) [s2 00:47:51] — @U_DEEP',
    );
  });
});

describe('before anybody decided', () => {
  it('everything found stands apart, with severity and kind', () => {
    const one = givenFlags();
    expect(lines(one, 'not_yet_decided')).toContain(
      'Answer within fifteen minutes is not in the contract (high, promise not in the contract) [s2 00:14:32]',
    );
    expect(lines(one, 'not_yet_decided')).toContain(
      'Monitoring of twelve inverters (found in the contract too, not confirmed) [s1 page 2 § 2.1]',
    );
    for (const key of [
      'buyer_intent',
      'sold_scope',
      'not_sold',
      'commitments',
      'stakeholders',
      'risks',
      'dependencies',
      'access',
      'assumptions',
      'success',
    ])
      expect(lines(one, key), key).toEqual([]);
  });

  it('a commitment that no clause covers is never said to be in the contract', () => {
    const one = given([reader, reading({ flags: [] })]);
    expect(lines(one, 'not_yet_decided')).toContain('Readings kept for ten years (not confirmed) [s2 00:21:05]');
  });
});
