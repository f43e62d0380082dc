import { describe, expect, it } from 'vitest';
import { Command, type CommandOf } from '../../../src/handoff/command.ts';
import { anna, opening, reader } from '../support/deal.ts';
import { given, stream, types } from '../support/given.ts';

const fieldsOf = (over: Partial<CommandOf<'open'>>) => {
  const refusal = stream().refused(anna, opening(over));
  expect(refusal.code).toBe('invalid_fields');
  return refusal.fields;
};

describe('opening a handoff', () => {
  it('begins the stream with version 1, the team, and every input of the template', () => {
    const { deal, packetVersion, revision, team, inputs, unknownType } = given().state();
    expect({ packetVersion, revision, unknownType }).toEqual({ packetVersion: 1, revision: 1, unknownType: null });
    expect(team).toEqual({ account_owner: 'U_ANNA', delivery_lead: 'U_DEEP', approver: 'U_RUTH' });
    expect(deal).toMatchObject({ dealId: 'deal-4711', customer: 'Sonnfeld Energie', type: 'managed_service' });
    expect(inputs).toHaveLength(8);
  });

  it('gives each input to the person whose role owns it', () => {
    const owners = Object.fromEntries(
      given()
        .state()
        .inputs.map((one) => [one.key, one.owner]),
    );
    expect(owners).toMatchObject({ agreement: 'U_ANNA', scope: 'U_ANNA', risks: 'U_DEEP', success_criteria: 'U_DEEP' });
  });

  it('an unknown deal type becomes general and is remembered as it was asked for', () => {
    const one = stream();
    one.run(anna, opening({ dealType: 'balloon_rides' }));
    expect(one.state().deal.type).toBe('general');
    expect(one.state().unknownType).toBe('balloon_rides');
  });

  it('a kickoff today, no value and no approver are allowed', () => {
    const one = stream();
    const events = one.run(anna, opening({ kickoffDate: '2026-11-16', value: null, currency: '', approver: null }));
    expect(types(events)).toEqual(['handoff.opened']);
  });

  it.each<[string, Partial<CommandOf<'open'>>, Record<string, RegExp>]>([
    ['no name', { name: '' }, { name: /Give the deal a name\./ }],
    ['no customer', { customer: '' }, { customer: /Name the customer\./ }],
    ['a kickoff in the past', { kickoffDate: '2026-11-15' }, { kickoff_date: /has passed/ }],
    ['a day that no month has', { kickoffDate: '2026-02-30' }, { kickoff_date: /Choose a date\./ }],
    ['a month that no year has', { kickoffDate: '2026-13-01' }, { kickoff_date: /Choose a date\./ }],
    ['one person on both sides', { deliveryLead: 'U_ANNA' }, { delivery_lead: /two people/ }],
    ['the account owner as approver', { approver: 'U_ANNA' }, { approver: /third person/ }],
    ['the delivery lead as approver', { approver: 'U_DEEP' }, { approver: /third person/ }],
    [
      'a large deal without an approver',
      { value: 100_000, approver: null },
      { approver: /^Deals from EUR 100,000 on need an approver for exceptions\.$/ },
    ],
    ['a currency in words', { currency: 'euro' }, { currency: /three-letter code/ }],
    ['no currency for a value', { currency: '' }, { currency: /three-letter code/ }],
    ['a currency in words without a value', { value: null, currency: 'lots of it' }, { currency: /three-letter/ }],
  ])('%s is refused at its field', (_, over, expected) => {
    const fields = fieldsOf(over);
    expect(Object.keys(fields ?? {})).toEqual(Object.keys(expected));
    for (const [field, message] of Object.entries(expected)) expect(fields?.[field]).toMatch(message);
  });

  it('a smaller deal needs no approver', () => {
    const one = stream();
    one.run(anna, opening({ value: 99_999.99, approver: null }));
    expect(one.state().team.approver).toBeNull();
  });

  it('all wrong fields are named at once', () => {
    const fields = fieldsOf({ name: '', customer: '', kickoffDate: '2020-01-01', deliveryLead: 'U_ANNA' });
    expect(Object.keys(fields ?? {})).toEqual(['name', 'customer', 'kickoff_date', 'delivery_lead']);
  });

  it('blanks around names are cut when the command is parsed', () => {
    const parsed = Command.parse({ ...opening(), name: '  Solar  ', customer: '   ' });
    expect(parsed).toMatchObject({ name: 'Solar', customer: '' });
  });

  it('only a person opens one', () => {
    expect(stream().refused(reader, opening()).code).toBe('person_needed');
  });

  it('it is opened once', () => {
    expect(given().refused(anna, opening()).code).toBe('already_open');
  });

  it('nothing else can be asked before it is open', () => {
    expect(stream().refused(anna, { type: 'cancel', reason: 'gone' }).code).toBe('no_such_handoff');
  });
});
