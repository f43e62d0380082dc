import { describe, expect, it } from 'vitest';
import type { Command, CommandOf } from '../../../src/handoff/command.ts';
import { reading } from '../support/analysis.ts';
import { anna, deep, mail, opening, reader, ruth, zoe } from '../support/deal.ts';
import { given, givenComplete, givenReady, signBoth, types } from '../support/given.ts';

const schedule = (date = '2026-12-14'): CommandOf<'schedule_kickoff'> => ({ type: 'schedule_kickoff', date });
const move = (over: Partial<CommandOf<'move_kickoff'>> = {}): CommandOf<'move_kickoff'> => ({
  type: 'move_kickoff',
  date: '2026-12-16',
  reason: 'the park is snowed in',
  ...over,
});

describe('scheduling kickoff', () => {
  it('opens when nothing is missing, on the version that was signed', () => {
    const one = givenReady();
    one.run(anna, schedule());
    expect(one.state().kickoff).toMatchObject({
      date: '2026-12-14',
      version: one.state().signoffs[0]?.version,
      by: 'U_ANNA',
    });
  });

  it('is on the version that delivery signed, also when content that voids nothing came since', () => {
    const one = givenReady();
    const signed = one.state().packetVersion;
    one.run(anna, { type: 'ask_question', text: 'Who pays?', owner: 'U_ANNA', due: '2026-12-01', blocking: false });
    expect(one.state().packetVersion).toBe(signed + 1);
    one.run(anna, schedule());
    expect(one.state().kickoff?.version).toBe(signed);
  });

  it('is refused with everything that is missing, one line each', () => {
    const one = given();
    const { message, code } = one.refused(deep, schedule());
    const { missing } = one.readiness();
    expect(code).toBe('not_ready');
    expect(message.split('\n')).toEqual([
      `Kickoff stays shut: ${missing.length} things are missing.`,
      ...missing.map((item) => `• ${item.text}`),
    ]);
    expect(missing).toHaveLength(10);
  });

  it('is refused while only the delivery acknowledgement is missing', () => {
    const one = givenComplete();
    const version = one.state().packetVersion;
    one.run(anna, { type: 'sign', party: 'sales', version });
    expect(one.refused(anna, schedule()).message).toBe(
      `Kickoff stays shut: one thing is missing.\n• Delivery acknowledgement of v${version}`,
    );
  });

  it.each<[string, Command]>([
    ['new evidence was not read', mail],
    [
      'a question blocks',
      { type: 'ask_question', text: 'Who pays?', owner: 'U_ANNA', due: '2026-12-01', blocking: true },
    ],
  ])('shuts again when, after the signatures, %s', (_, command) => {
    const one = givenReady();
    one.run(deep, command);
    expect(one.refused(deep, schedule()).code).toBe('not_ready');
  });

  it('shuts again when, after the signatures, the date moved: both sign the new one', () => {
    const one = givenReady();
    one.run(deep, move());
    expect(one.refused(deep, schedule('2026-12-16')).code).toBe('not_ready');
  });

  it.each(['2026-12-13', '2026-12-15'])('takes the planned date only: %s is refused at its field', (date) => {
    const refusal = givenReady().refused(anna, schedule(date));
    expect(refusal.code).toBe('date_differs');
    expect(refusal.fields).toEqual({ date: refusal.message });
    expect(refusal.message).toContain('14 Dec 2026');
  });

  it('is refused for a day in the past, for a second time, to an outsider and to a part of Baton', () => {
    const one = givenReady();
    expect(one.refused(anna, schedule('2026-11-15')).code).toBe('date_differs');
    expect(one.refused(zoe, schedule()).code).toBe('not_allowed');
    expect(one.refused(reader, schedule()).code).toBe('person_needed');
    expect(one.refused(anna, schedule('2026-13-01')).code).toBe('no_date');
    one.run(anna, schedule());
    expect(one.refused(ruth, schedule()).message).toBe('Kickoff is scheduled for 14 Dec 2026 already.');
  });
});

describe('moving kickoff', () => {
  it('moves the date and says so in the log', () => {
    const one = given([deep, move()]);
    expect(one.state().deal.kickoffDate).toBe('2026-12-16');
    expect(one.state().log.at(-1)).toMatchObject({ by: ['U_DEEP'], what: 'moved kickoff to 16 Dec 2026' });
  });

  it('to the date it has is refused at its field', () => {
    const refusal = given().refused(deep, move({ date: '2026-12-14' }));
    expect(refusal.code).toBe('same_date');
    expect(refusal.fields).toEqual({ date: refusal.message });
  });

  it.each([
    ['without a reason', deep, move({ reason: ' ' }), 'text_needed'],
    ['to the past', deep, move({ date: '2026-11-15' }), 'past_date'],
    ['to a day that does not exist', deep, move({ date: '2026-13-01' }), 'no_date'],
    ['by an outsider', zoe, move(), 'not_allowed'],
  ] as const)('%s is refused', (_, who, command, code) => {
    expect(given().refused(who, command).code).toBe(code);
  });
});

describe('a scheduled kickoff', () => {
  const scheduled = () => {
    const one = givenReady();
    one.run(anna, schedule());
    return one;
  };

  it('is taken back by moving it: the gate shuts, and both sides sign the new date', () => {
    const one = scheduled();
    expect(types(one.run(deep, move()))).toEqual(['kickoff.moved', 'signoff.voided', 'signoff.voided']);
    expect(one.state().kickoff).toBeNull();
    expect(one.readiness().missing.map((item) => item.code)).toEqual(['sales_signoff', 'delivery_signoff']);
    expect(one.refused(deep, schedule('2026-12-16')).code).toBe('not_ready');
    signBoth(one).run(deep, schedule('2026-12-16'));
    expect(one.state().kickoff).toMatchObject({ date: '2026-12-16', version: one.state().packetVersion });
  });

  it('is not moved to the date it has', () => {
    const one = scheduled();
    expect(one.refused(deep, move({ date: '2026-12-14' })).code).toBe('same_date');
    expect(one.state().kickoff).not.toBeNull();
  });

  it.each<[string, Command]>([
    ['an answer', { type: 'answer_input', input: 'scope', text: 'They also want the fourth park.', accepted: [] }],
    ['a signed document', { ...mail, kind: 'change_order', signed: true }],
    ['a skip', { type: 'skip_input', input: 'scope', reason: 'confidential', note: 'told in person' }],
  ])('%s afterwards voids no signature', (_, command) => {
    const one = scheduled();
    expect(types(one.run(anna, command))).not.toContain('signoff.voided');
    expect(one.state().signoffs.map((signoff) => signoff.voided)).toEqual([null, null]);
    expect(one.state().kickoff).not.toBeNull();
  });

  it('remembers the day it was moved from until it is scheduled anew', () => {
    const one = scheduled();
    one.run(deep, move());
    expect(one.state().kickoffMoved).toEqual({ from: '2026-12-14', by: 'U_DEEP', reason: 'the park is snowed in' });
    one.run(anna, move({ date: '2026-12-17' }));
    expect(one.state().kickoffMoved?.from).toBe('2026-12-14');
    signBoth(one).run(deep, schedule('2026-12-17'));
    expect(one.state().kickoffMoved).toBeNull();
    expect(given([deep, move()]).state().kickoffMoved).toBeNull();
  });

  it('leaves nothing to sign', () => {
    const one = scheduled();
    const sign = (party: 'sales' | 'delivery'): Command => ({
      type: 'sign',
      party,
      version: one.state().packetVersion,
    });
    expect(one.refused(anna, sign('sales')).message).toBe('Kickoff is scheduled; there is nothing left to sign.');
    expect(one.refused(deep, sign('delivery')).code).toBe('already_scheduled');
  });
});

describe('cancelling', () => {
  const cancelled = () => given([anna, { type: 'cancel', reason: 'they withdrew' }]);
  const everything: Command[] = [
    { type: 'cancel', reason: 'again' },
    { type: 'change_team', role: 'approver', to: 'U_ZOE', reason: 'on leave' },
    { type: 'answer_input', input: 'scope', text: 'Alarms for three parks.', accepted: [] },
    { type: 'skip_input', input: 'stretch', reason: 'does_not_apply', note: 'no' },
    { type: 'assign_input', input: 'scope', to: 'U_DEEP' },
    mail,
    { type: 'classify_source', source: 's1', kind: 'contract', signed: true },
    { type: 'refuse_source', name: 'x.mov', code: 'unknown_format' },
    reading(),
    { type: 'decide_flag', flag: 'f', decision: 'deliver', reason: 'yes', owner: null },
    { type: 'decide_flags', flags: ['f'], decision: 'answer', reason: 'yes' },
    { type: 'settle_change_order', id: 'co1', status: 'sent', note: '' },
    { type: 'ask_question', text: 'Why?', owner: 'U_ANNA', due: '2026-12-01', blocking: false },
    { type: 'answer_question', id: 'q1', text: 'Because of the snow.', source: 'a call' },
    { type: 'assign_question', id: 'q1', owner: 'U_DEEP' },
    { type: 'sign', party: 'sales', version: 1 },
    move(),
    schedule(),
  ];

  it('needs a reason and a role', () => {
    expect(given().refused(anna, { type: 'cancel', reason: '' }).code).toBe('text_needed');
    expect(given().refused(zoe, { type: 'cancel', reason: 'gone' }).code).toBe('not_allowed');
  });

  it.each(everything)('leaves nothing to do: $type is refused', (command) => {
    const refusal = cancelled().refused(anna, command);
    expect(refusal.code).toBe('cancelled');
    expect(refusal.message).toBe('This handoff was cancelled by <@U_ANNA>: they withdrew. Nothing was changed.');
  });

  it('a reason that ends in a full stop is not given a second one', () => {
    const one = given([anna, { type: 'cancel', reason: 'They withdrew.' }]);
    expect(one.refused(anna, mail).message).toContain(': They withdrew. Nothing was changed.');
  });

  it('it is not opened again under the same id', () => {
    expect(cancelled().refused(anna, opening()).code).toBe('already_open');
  });

  it('it is never ready', () => {
    expect(cancelled().readiness()).toMatchObject({
      ready: false,
      missing: [{ code: 'cancelled' }, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}],
    });
  });
});
