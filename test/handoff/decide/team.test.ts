import { describe, expect, it } from 'vitest';
import type { CommandOf } from '../../../src/handoff/command.ts';
import { decisionLog } from '../../../src/handoff/packet/record.ts';
import { anna, deep, reader, ruth, zoe } from '../support/deal.ts';
import { given, givenFlags, types } from '../support/given.ts';
import { textOf } from '../support/packet.ts';

const change = (over: Partial<CommandOf<'change_team'>> = {}): CommandOf<'change_team'> => ({
  type: 'change_team',
  role: 'account_owner',
  to: 'U_ZOE',
  reason: 'she left the company',
  ...over,
});

describe('handing a role to somebody else', () => {
  it('whoever is left in the team may do it, and the new one may do what the old one might', () => {
    for (const who of [deep, ruth, anna]) {
      const one = given([who, change()]);
      expect(one.state().team).toEqual({ account_owner: 'U_ZOE', delivery_lead: 'U_DEEP', approver: 'U_RUTH' });
      expect(one.refused(anna, { type: 'cancel', reason: 'gone' }).code).toBe('not_allowed');
      expect(types(one.run(zoe, { type: 'cancel', reason: 'gone' }))).toEqual(['handoff.cancelled']);
    }
  });

  it('gives the new one what was open with the old one; an answered question keeps its owner', () => {
    const ask = (text: string, owner: string) =>
      [deep, { type: 'ask_question', text, owner, due: '2026-12-01', blocking: true }] as const;
    const one = given(ask('Who pays?', 'U_ANNA'), ask('Who drives?', 'U_ANNA'), ask('Who waits?', 'U_DEEP'));
    const first = one.state().questions[0]?.id ?? '';
    one.run(anna, { type: 'answer_question', id: first, text: 'The customer pays it.', source: 'Mira Oth' });
    one.run(ruth, change());
    expect(one.state().questions.map((question) => question.owner)).toEqual(['U_ANNA', 'U_ZOE', 'U_DEEP']);
    expect(new Set(one.state().inputs.map((input) => input.owner))).toEqual(new Set(['U_ZOE', 'U_DEEP']));
    expect(one.readiness().missing.flatMap((item) => item.owners)).not.toContain('U_ANNA');
  });

  it('what the old one said of an open flag or change order falls with the role; what is decided stands', () => {
    const one = givenFlags();
    one.vote(anna, 'implied_promise', 'deliver');
    one.vote(anna, 'contradiction', 'not_sold');
    one.vote(deep, 'buried_concession', 'change_order');
    const id = one.state().changeOrders[0]?.id ?? '';
    one.run(anna, { type: 'settle_change_order', id, status: 'signed', note: '' });
    one.run(ruth, change());
    expect(one.flag('implied_promise').votes).toEqual([]);
    expect(one.flag('contradiction').decided?.by).toEqual(['U_ANNA']);
    expect(one.state().changeOrders[0]?.votes).toEqual([]);
  });

  it('names an approver where there was none', () => {
    const one = given();
    one.run(deep, change({ role: 'approver', to: 'U_NOOR' }));
    expect(one.state().team.approver).toBe('U_NOOR');
  });

  it('is in the log and in the packet, with who, whom and why', () => {
    const one = given([ruth, change()]);
    expect(one.state().log.at(-1)).toMatchObject({
      by: ['U_RUTH'],
      what: 'account owner changed (she left the company)',
      people: ['U_ANNA', 'U_ZOE'],
    });
    expect(textOf(decisionLog(one.state()).table?.rows.at(-1)?.[2])).toBe(
      'account owner changed (she left the company): @U_ANNA, then @U_ZOE',
    );
  });

  it.each([
    ['by an outsider', zoe, change(), 'not_allowed', undefined],
    ['by a part of Baton', reader, change(), 'person_needed', undefined],
    ['without a reason', ruth, change({ reason: ' ' }), 'text_needed', 'reason'],
    ['to who has it', ruth, change({ to: 'U_ANNA' }), 'holds_a_role', 'to'],
    ['to who has another role', ruth, change({ to: 'U_DEEP' }), 'holds_a_role', 'to'],
  ] as const)('%s is refused', (_, who, command, code, field) => {
    const refusal = given().refused(who, command);
    expect(refusal.code).toBe(code);
    if (field) expect(refusal.fields).toHaveProperty(field);
  });
});
