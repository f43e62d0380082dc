import { describe, expect, it } from 'vitest';
import type { Command, CommandOf } from '../../../src/handoff/command.ts';
import { type Handoff, validSignoff } from '../../../src/handoff/state.ts';
import { reading } from '../support/analysis.ts';
import { anna, deep, mail, reader, ruth, zoe } from '../support/deal.ts';
import { given, givenComplete, givenFlags, givenReady, type Stream, types } from '../support/given.ts';

const sign = (one: Stream, party: 'sales' | 'delivery', version?: number): CommandOf<'sign'> => ({
  type: 'sign',
  party,
  version: version ?? one.state().packetVersion,
});
const standing = (state: Handoff) => (['sales', 'delivery'] as const).filter((party) => validSignoff(state, party));

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

const question = (blocking: boolean): Command => ({
  type: 'ask_question',
  text: 'Who pays for the network link?',
  owner: 'U_ANNA',
  due: '2026-11-20',
  blocking,
});
const goal = 'The goal changed: they also want the fourth park.';

describe('a material change after a signature', () => {
  it.each<[string, Command, string]>([
    [
      'an answer',
      { type: 'answer_input', input: 'buyer_goal', text: goal, accepted: [] },
      'an input was answered anew',
    ],
    [
      'a skip that takes an answer away',
      { type: 'skip_input', input: 'scope', reason: 'confidential', note: 'told in person' },
      'an input was skipped',
    ],
    [
      'a new date',
      { type: 'move_kickoff', date: '2026-12-16', reason: 'snow' },
      'the kickoff date moved to 2026-12-16',
    ],
  ])('%s voids both signatures and says why', (_, command, because) => {
    const one = givenReady();
    const events = one.run(anna, command);
    expect(events.filter((event) => event.type === 'signoff.voided')).toMatchObject([
      { party: 'sales', because },
      { party: 'delivery', because },
    ]);
    expect(standing(one.state())).toEqual([]);
    expect(one.readiness().ready).toBe(false);
    expect(
      one
        .state()
        .log.map((line) => line.what)
        .at(-1),
    ).toContain(`voided: ${because}`);
  });

  it('the answer to a question voids too', () => {
    const one = givenReady();
    one.run(deep, question(true));
    const id = one.state().questions.at(-1)?.id ?? '';
    one.run(anna, { type: 'answer_question', id, text: 'The customer pays it.', source: 'Mira Oth' });
    expect(one.state().signoffs.map((signoff) => signoff.voided?.because)).toEqual(
      Array(2).fill('an open question was answered'),
    );
  });

  it('a decision on a flag that new evidence raised voids too', () => {
    const one = givenReady();
    const extra = reading();
    const [first] = extra.analysis.flags;
    if (!first) throw new Error('no flag');
    const added = { ...first, type: 'feasibility' as const, commitment: null, text: 'The link is too slow' };
    one.run(reader, { ...extra, analysis: { ...extra.analysis, flags: [...extra.analysis.flags, added] } });
    expect(one.readiness().ready).toBe(false);
    one.vote(deep, 'feasibility', 'answer');
    expect(standing(one.state())).toEqual([]);
  });

  it('a voided party signs the new version; the old signature stays on record', () => {
    const one = givenReady();
    one.run(anna, { type: 'move_kickoff', date: '2026-12-16', reason: 'snow' });
    one.run(anna, sign(one, 'sales'));
    expect(one.state().signoffs).toHaveLength(3);
    expect(standing(one.state())).toEqual(['sales']);
  });
});

describe('a signed document after a signature', () => {
  const because = 'a signed document was added';

  it('that is added voids both signatures', () => {
    const one = givenReady();
    one.run(deep, { ...mail, kind: 'change_order', signed: true });
    expect(one.state().signoffs.map((signoff) => signoff.voided?.because)).toEqual([because, because]);
  });

  it('that turns out to be one when a person says so voids both signatures', () => {
    const one = givenReady();
    one.run(anna, mail);
    expect(standing(one.state())).toEqual(['sales', 'delivery']);
    one.run(anna, { type: 'classify_source', source: 's3', kind: 'change_order', signed: true });
    expect(one.state().signoffs.map((signoff) => signoff.voided?.because)).toEqual([because, because]);
  });

  it('an unsigned one voids none, nor does saying what it is', () => {
    const one = givenReady();
    one.run(anna, mail);
    one.run(anna, { type: 'classify_source', source: 's3', kind: 'proposal', signed: false });
    expect(standing(one.state())).toEqual(['sales', 'delivery']);
  });
});

describe('what is not material', () => {
  it('a refused file voids no signature', () => {
    const one = givenReady();
    one.run(reader, { type: 'refuse_source', name: 'holiday.mov', code: 'unknown_format' });
    expect(standing(one.state())).toEqual(['sales', 'delivery']);
  });

  it.each<[string, Command]>([
    ['a new source', mail],
    ['a question', question(false)],
    ['a question that blocks', question(true)],
  ])('%s voids no signature', (_, command) => {
    const one = givenReady();
    expect(types(one.run(anna, command))).not.toContain('signoff.voided');
    expect(standing(one.state())).toEqual(['sales', 'delivery']);
  });

  it('the second signature leaves the first one standing', () => {
    const one = givenComplete();
    one.run(anna, sign(one, 'sales'));
    expect(types(one.run(deep, sign(one, 'delivery')))).toEqual(['packet.signed']);
  });
});
