import { describe, expect, it } from 'vitest';
import type { Command, CommandOf } from '../../../src/handoff/command.ts';
import type { InputKey, ProposalGroup } from '../../../src/handoff/inputs.ts';
import { proposals } from '../../../src/handoff/proposals.ts';
import { reading } from '../support/analysis.ts';
import { anna, call, contract, deep, reader, ruth, zoe } from '../support/deal.ts';
import { given, givenFlags, types } from '../support/given.ts';
import { linesOf, sectionOf } from '../support/packet.ts';

const answer = (input: InputKey, text: string, accepted: string[] = []): CommandOf<'answer_input'> => ({
  type: 'answer_input',
  input,
  text,
  accepted,
});
const goal = 'They must leave the old portal before July.';
const skip = (note: string): CommandOf<'skip_input'> => ({
  type: 'skip_input',
  input: 'stretch',
  reason: 'does_not_apply',
  note,
});
const settledOf = (one: ReturnType<typeof given>, key: InputKey) =>
  one.state().inputs.find((input) => input.key === key)?.settled;

describe('answering an input', () => {
  it('settles it with the words, the person and the time', () => {
    const one = given([anna, answer('buyer_goal', `  ${goal} `)]);
    expect(settledOf(one, 'buyer_goal')).toEqual({
      how: 'answered',
      text: goal,
      by: 'U_ANNA',
      at: '2026-11-16T11:00:00.000Z',
    });
  });

  it.each([anna, deep, ruth])('anyone with a role may (%o)', (who) => {
    expect(types(given().run(who, answer('risks', goal)))).toEqual(['input.answered']);
  });

  it('an outsider may not, unless the step was passed to them', () => {
    const one = given();
    expect(one.refused(zoe, answer('buyer_goal', goal)).code).toBe('not_allowed');
    one.run(anna, { type: 'assign_input', input: 'buyer_goal', to: 'U_ZOE' });
    expect(types(one.run(zoe, answer('buyer_goal', goal)))).toEqual(['input.answered']);
  });

  it('a part of Baton may not', () => {
    expect(given().refused(reader, answer('buyer_goal', goal)).code).toBe('person_needed');
  });

  it.each(['agreement', 'sales_notes'] as const)('%s takes a file or a skip, never words', (input) => {
    const one = given();
    expect(one.refused(anna, answer(input, goal)).code).toBe('file_needed');
    expect(types(one.run(anna, { ...skip('there is none'), input }))).toEqual(['input.skipped']);
    expect(one.refused(anna, answer(input, goal)).code).toBe('file_needed');
  });

  it('a junk answer is refused at its field', () => {
    const refusal = given().refused(anna, answer('buyer_goal', 'tbd'));
    expect(refusal.code).toBe('junk_answer');
    expect(refusal.fields?.answer).toBe(refusal.message);
  });

  it('ticks alone are an answer; ticks with junk beside them are not', () => {
    const one = givenFlags();
    const ticks = proposals(one.state(), 'buyerIntent').map((proposal) => proposal.id);
    expect(one.refused(anna, answer('buyer_goal', 'n/a', ticks)).code).toBe('junk_answer');
    one.run(anna, answer('buyer_goal', ' ', ticks));
    expect(one.state().accepted.map((item) => item.id)).toEqual(ticks);
  });

  it('ticks that name nothing proposed for this input count for nothing', () => {
    const one = givenFlags();
    const risk = proposals(one.state(), 'risks').map((proposal) => proposal.id);
    expect(one.refused(anna, answer('buyer_goal', '', ['made-up', ...risk])).code).toBe('junk_answer');
    one.run(anna, answer('buyer_goal', goal, ['made-up', ...risk]));
    expect(one.state().accepted).toEqual([]);
  });

  it('a commitment that carries an open promise flag cannot be ticked', () => {
    const one = givenFlags();
    const texts = proposals(one.state(), 'commitments').map((proposal) => proposal.text);
    expect(texts).toEqual([
      'Monitoring of twelve inverters',
      'Training of four operators',
      'Commissioning of a weather station',
    ]);
  });

  it('the first person who ticked an item stays its person', () => {
    const one = givenFlags();
    const ticks = proposals(one.state(), 'buyerIntent').map((proposal) => proposal.id);
    one.run(anna, answer('buyer_goal', '', ticks));
    one.run(deep, answer('buyer_goal', goal, ticks));
    expect(one.state().accepted).toMatchObject([{ id: ticks[0], by: 'U_ANNA' }]);
  });
});

describe('taking a tick back', () => {
  const ids = (one: ReturnType<typeof given>) => one.state().accepted.map((item) => item.id);
  const proposed = (one: ReturnType<typeof given>, ...groups: ProposalGroup[]) =>
    groups.flatMap((group) => proposals(one.state(), group)).map((proposal) => proposal.id);

  it('an answer without an item that was ticked unticks it, and says so in the event', () => {
    const one = givenFlags();
    const [first = '', ...rest] = proposed(one, 'scope', 'commitments');
    one.run(anna, answer('scope', goal, [first, ...rest]));
    expect(one.run(deep, { ...answer('scope', goal, rest), unticked: [first] })).toMatchObject([
      { accepted: rest, unticked: [first] },
    ]);
    expect(ids(one)).toEqual(rest);
    expect(linesOf(sectionOf(one.state(), 'sold_scope')).join()).not.toContain('Alarms for three parks');
  });

  it('it touches the items of that input only', () => {
    const one = givenFlags();
    const risks = proposed(one, 'risks', 'dependencies');
    one.run(deep, answer('risks', '', risks));
    one.run(anna, answer('buyer_goal', goal, proposed(one, 'buyerIntent')));
    const unticked = [...proposed(one, 'buyerIntent'), ...risks];
    expect(one.run(anna, { ...answer('buyer_goal', goal, []), unticked })).toMatchObject([
      { unticked: proposed(one, 'buyerIntent') },
    ]);
    expect(ids(one)).toEqual(risks);
  });

  it('what a colleague ticked meanwhile stays: only what stood ticked before the person is taken back', () => {
    const one = givenFlags();
    one.run(anna, answer('scope', goal, proposed(one, 'scope')));
    one.run(deep, answer('scope', 'Two parks now, the third in spring.', []));
    expect(ids(one)).toEqual(proposed(one, 'scope'));
  });

  it('the same answer again changes nothing', () => {
    const one = givenFlags();
    one.run(anna, answer('scope', goal, proposed(one, 'scope')));
    expect(one.run(deep, answer('scope', goal, proposed(one, 'scope')))).toEqual([]);
  });

  it('what was never ticked is not unticked', () => {
    expect(givenFlags().run(anna, answer('scope', goal))).toMatchObject([{ accepted: [], unticked: [] }]);
  });

  it('a file that settles an input unticks nothing', () => {
    const one = given([anna, contract], [reader, reading()]);
    one.run(deep, answer('risks', '', proposed(one, 'risks')));
    expect(one.run(anna, call)).toMatchObject([{}, { type: 'input.answered', unticked: [] }]);
    expect(ids(one)).toHaveLength(1);
  });
});

describe('skipping and passing on an input', () => {
  it('a skip keeps its reason code and note', () => {
    const one = given([anna, skip('nothing was stretched')]);
    expect(settledOf(one, 'stretch')).toMatchObject({
      how: 'skipped',
      reason: 'does_not_apply',
      note: 'nothing was stretched',
    });
  });

  it('a skip without a note is refused at its field', () => {
    const refusal = given().refused(anna, skip('  '));
    expect(refusal.code).toBe('text_needed');
    expect(refusal.fields).toHaveProperty('note');
  });

  it('what somebody settled after the modal opened is not overwritten, skipped or passed on unseen', () => {
    const at = '2026-11-16T11:00:00.000Z';
    const one = given([anna, answer('scope', goal)]);
    const later: [string, Command][] = [
      ['answer', { ...answer('scope', 'Three parks and the mast.'), seen: null }],
      ['note', { ...skip('told in person'), input: 'scope', seen: '2026-11-16T10:59:00.000Z' }],
      ['to', { type: 'assign_input', input: 'scope', to: 'U_DEEP', seen: null }],
    ];
    for (const [field, command] of later) {
      const refusal = one.refused(deep, command);
      expect(refusal.code).toBe('settled_meanwhile');
      expect(refusal.message).toBe(
        '<@U_ANNA> answered this meanwhile; open it again to change it. Nothing was changed.',
      );
      expect(refusal.fields).toEqual({ [field]: refusal.message });
    }
    one.run(deep, { ...answer('scope', 'Three parks and the mast.'), seen: at });
    expect(one.state().inputs.find((input) => input.key === 'scope')?.settled).toMatchObject({ by: 'U_DEEP' });
  });

  it('an outsider neither skips nor passes on', () => {
    expect(given().refused(zoe, skip('no')).code).toBe('not_allowed');
    expect(given().refused(zoe, { type: 'assign_input', input: 'scope', to: 'U_ZOE' }).code).toBe('not_allowed');
  });

  it('passing on to the one who has it changes nothing', () => {
    expect(given().run(anna, { type: 'assign_input', input: 'scope', to: 'U_ANNA' })).toEqual([]);
  });

  it('a settled input cannot be passed on', () => {
    const one = given([anna, answer('scope', goal)]);
    const refusal = one.refused(anna, { type: 'assign_input', input: 'scope', to: 'U_DEEP' });
    expect(refusal.code).toBe('already_settled');
    expect(refusal.message).toBe('“Sold scope and not-sold boundaries” is settled already.');
  });
});
