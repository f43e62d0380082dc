import { describe, expect, it } from 'vitest';
import type { Analysis, Flag } from '../../../src/handoff/analysis.ts';
import type { Decision } from '../../../src/handoff/decisions.ts';
import type { FlagType } from '../../../src/handoff/vocabulary.ts';
import { analysis, reading } from '../support/analysis.ts';
import { anna, deep, reader } from '../support/deal.ts';
import { givenFlags, givenReady, type Stream, types } from '../support/given.ts';

const nowIs = (type: FlagType, severity: Flag['severity']): Partial<Analysis> => ({
  flags: analysis.flags.map((flag) => (flag.type === type ? { ...flag, severity } : flag)),
});
const halfDecided = (decision: Decision): Stream => {
  const one = givenFlags();
  one.vote(anna, 'implied_promise', decision);
  expect(one.flag('implied_promise').status).toBe('open');
  return one;
};

describe('a new analysis that takes an open flag less seriously', () => {
  it('decides it at once when its votes now suffice, in the name of those who voted', () => {
    const one = halfDecided('not_sold');
    expect(types(one.run(reader, reading(nowIs('implied_promise', 'medium'))))).toEqual([
      'analysis.recorded',
      'flag.decided',
    ]);
    expect(one.flag('implied_promise').decided).toMatchObject({ decision: 'not_sold', by: ['U_ANNA'] });
    expect(one.state().log.at(-1)?.by).toEqual(['U_ANNA']);
  });

  it('leaves it open while somebody is still awaited', () => {
    const one = halfDecided('deliver');
    expect(types(one.run(reader, reading(nowIs('implied_promise', 'medium'))))).toEqual(['analysis.recorded']);
    expect(one.flag('implied_promise').status).toBe('open');
  });

  it('with the same severity decides nothing', () => {
    expect(types(halfDecided('not_sold').run(reader, reading()))).toEqual(['analysis.recorded']);
  });

  it('a risk that the delivery lead had accepted alone is accepted', () => {
    const one = givenFlags();
    one.vote(deep, 'access_risk', 'accept_risk');
    one.run(reader, reading(nowIs('access_risk', 'low')));
    expect(one.flag('access_risk').decided).toMatchObject({ decision: 'accept_risk', by: ['U_DEEP'] });
  });

  it('voids what was signed before', () => {
    const one = givenReady();
    const [first] = analysis.flags;
    if (!first) throw new Error('no flag');
    const doubt: Flag = { ...first, type: 'feasibility', commitment: null, text: 'The link is too slow' };
    const withDoubt = (severity: Flag['severity']) => reading({ flags: [...analysis.flags, { ...doubt, severity }] });
    one.run(reader, withDoubt('high'));
    one.vote(deep, 'feasibility', 'accept_risk');
    const events = one.run(reader, withDoubt('low'));
    expect(types(events)).toEqual(['analysis.recorded', 'flag.decided', 'signoff.voided', 'signoff.voided']);
  });
});
