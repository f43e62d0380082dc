import { describe, expect, it } from 'vitest';
import type { CommandOf } from '../../../src/handoff/command.ts';
import { anna, deep, reader, ruth, zoe } from '../support/deal.ts';
import { given, givenComplete, givenFlags, type Stream } from '../support/given.ts';

const sign = (one: Stream, party: 'sales' | 'delivery', version?: number): CommandOf<'sign'> => ({
  type: 'sign',
  party,
  version: version ?? one.state().packetVersion,
});
describe('signing', () => {
  it('names the version it signs, and makes no new version', () => {
    const one = givenComplete();
    const version = one.state().packetVersion;
    one.run(anna, sign(one, 'sales'));
    expect(one.state().packetVersion).toBe(version);
    expect(one.state().signoffs).toMatchObject([{ party: 'sales', by: 'U_ANNA', version, voided: null }]);
  });

  it.each([
    ['the delivery lead', deep, 'sales'],
    ['the approver', ruth, 'sales'],
    ['an outsider', zoe, 'sales'],
    ['the account owner', anna, 'delivery'],
    ['the approver', ruth, 'delivery'],
  ] as const)('%s %o cannot sign for %s', (_, who, party) => {
    const one = givenComplete();
    expect(one.refused(who, sign(one, party)).code).toBe('not_allowed');
  });

  it('a part of Baton signs nothing', () => {
    const one = givenComplete();
    expect(one.refused(reader, sign(one, 'sales')).code).toBe('person_needed');
  });

  it.each([-1, 1])('another version (%i off) than the one that stands is refused', (off) => {
    const one = givenComplete();
    const refusal = one.refused(anna, sign(one, 'sales', one.state().packetVersion + off));
    expect(refusal.code).toBe('version_moved');
    expect(refusal.message).toContain(`v${one.state().packetVersion}`);
  });

  it('twice by the same party is refused', () => {
    const one = givenComplete();
    one.run(anna, sign(one, 'sales'));
    expect(one.refused(anna, sign(one, 'sales')).code).toBe('already_signed');
  });

  it.each([
    ['an input', () => given(), 'Buyer goal and urgency'],
    ['a flag', () => givenFlags(), 'Sold, but a stretch'],
  ] as const)('while %s is missing is refused with a list', (_, build, missing) => {
    const one = build();
    const refusal = one.refused(deep, sign(one, 'delivery'));
    expect(refusal.code).toBe('not_ready_to_sign');
    expect(refusal.message).toMatch(/^Before a signature, \d+ things are missing:\n• /);
    expect(one.readiness().missing.map((item) => item.text)).toContain(missing);
  });

  it('more than five missing things are counted', () => {
    const one = givenFlags();
    const before = one.readiness().missing.filter((item) => !item.code.endsWith('signoff'));
    const lines = one.refused(deep, sign(one, 'delivery')).message.split('\n');
    expect(lines).toEqual([
      `Before a signature, ${before.length} things are missing:`,
      ...before.slice(0, 5).map((item) => `• ${item.text}`),
      `… and ${before.length - 5} more`,
    ]);
  });

  it('one missing thing is said in the singular', () => {
    const one = givenComplete();
    one.run(deep, {
      type: 'ask_question',
      text: 'Who pays the link?',
      owner: 'U_ANNA',
      due: '2026-11-20',
      blocking: true,
    });
    expect(one.refused(anna, sign(one, 'sales')).message).toBe(
      'Before a signature, one thing is missing:\n• Who pays the link?',
    );
  });
});
