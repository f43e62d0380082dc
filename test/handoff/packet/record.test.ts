import { describe, expect, it } from 'vitest';
import { anna, deep } from '../support/deal.ts';
import { given, givenComplete, givenFlags, givenReady } from '../support/given.ts';
import { linesOf, sectionOf } from '../support/packet.ts';

const lines = (one: ReturnType<typeof given>, key: string) => linesOf(sectionOf(one.state(), key));

describe('the record sections', () => {
  it('a skipped input is listed with its reason and person', () => {
    expect(lines(givenComplete(), 'skipped')).toEqual([
      'Sold, but a stretch: does not apply to this deal. nothing was stretched — @U_ANNA',
    ]);
  });

  it('milestones are counted from kickoff and move with it', () => {
    expect(lines(given(), 'milestones')).toContain('Service started, first report sent | 2027-01-13');
    const moved = given([deep, { type: 'move_kickoff', date: '2026-12-16', reason: 'snow' }]);
    expect(lines(moved, 'milestones')).toContain('Service started, first report sent | 2027-01-15');
  });

  it('the source index says what a file is, how big, and by whom', () => {
    expect(lines(givenFlags(), 'sources')).toEqual([
      '[s1 contract.pdf] | contract, signed | 47 kB | aaaaaaaaaaaa | @U_ANNA',
      '[s2 site-visit.vtt] | call transcript | 47 kB | bbbbbbbbbbbb | @U_ANNA',
    ]);
  });

  it('a voided signature stays, with why', () => {
    const one = givenReady();
    one.run(deep, { type: 'move_kickoff', date: '2026-12-16', reason: 'snow' });
    expect(lines(one, 'signoffs')[0]).toMatch(
      /^sales \| @U_ANNA \| v\d+ \| 2026-11-16 11:00 \| voided: the kickoff date moved/,
    );
  });

  it('the log names decisions as their buttons do', () => {
    const one = givenFlags();
    one.vote(deep, 'ambiguous_deliverable', 'not_a_promise');
    expect(lines(one, 'decision_log').at(-1)).toBe(
      '2026-11-16 11:00 | @U_DEEP | Not a gap: “Soon” is no date (we talked it over)',
    );
    one.vote(anna, 'implied_promise', 'deliver');
    one.vote(deep, 'implied_promise', 'deliver');
    expect(lines(one, 'decision_log').at(-1)).toMatch(/^2026-11-16 11:00 \| @U_ANNA, @U_DEEP \| Deliver it: /);
  });
});
