import { describe, expect, it } from 'vitest';
import { analysis, reading } from './support/analysis.ts';
import { anna, call, contract, reader } from './support/deal.ts';
import { given } from './support/given.ts';

const missing = {
  ...analysis.flags[5],
  id: 'raw-missing',
  type: 'missing_input',
  severity: 'high',
  text: 'No signed contract is among the sources.',
  rule: 'missing.signed_document',
  commitment: null,
} as (typeof analysis.flags)[number]; // a copy of a flag that is there
const high = analysis.flags.map((flag) => ({ ...flag, severity: 'high' as const }));
const read = (signed: boolean) =>
  given([anna, { ...contract, signed }], [anna, call], [reader, reading({ flags: [...high, missing] })]).state();
const highs = (signed: boolean) =>
  read(signed)
    .flags.filter(({ flag }) => flag.severity === 'high')
    .map(({ flag }) => flag.type);

describe('with nothing signed', () => {
  it('the missing document is the high flag, and promises that lack a clause are medium', () => {
    expect(highs(false)).toContain('missing_input');
    for (const type of ['implied_promise', 'unusual_support', 'contradiction'])
      expect(highs(false)).not.toContain(type);
    expect(highs(true)).toContain('implied_promise');
  });

  it('no promise gets away with fewer people than before', () => {
    // from this deal’s value on a concession takes the approver, as long as it is high
    expect(highs(false)).toContain('buried_concession');
  });

  it('gaps stay as severe as they are', () => {
    expect(highs(false)).toEqual(expect.arrayContaining(['access_risk', 'unclear_owner']));
  });

  it('the coverage says so', () => {
    const whys = read(false).commitments.filter((one) => one.coverage.verdict === 'not_covered');
    expect(whys.map((one) => one.coverage.why)).toEqual([
      'Not covered: nothing signed.',
      'Not covered: nothing signed.',
    ]);
    expect(read(true).commitments.some((one) => one.coverage.why === 'Not covered: nothing signed.')).toBe(false);
  });
});
