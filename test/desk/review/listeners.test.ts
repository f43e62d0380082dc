import { expect, test } from 'vitest';
import { analysis } from '../../handoff/support/analysis.ts';
import { anna, deep } from '../../handoff/support/deal.ts';
import { aChannel, picked, somebody, typed } from './channel.ts';
import { gap } from './flags.ts';
import { readable } from './read.ts';

const flagOf = (room: Awaited<ReturnType<typeof aChannel>>, type: string) =>
  room.state().flags.find((one) => one.flag.type === type);

test('after the analysis the thread holds its head and the five most severe flags, in order', async () => {
  const room = await aChannel();
  const head = room.slack.saying('*Flags*');
  const cards = room.slack.messages.filter((one) => one.thread_ts === head.ts);
  expect(cards.map((one) => one.text.split(':')[0])).toEqual([
    'Promise not in the contract, high',
    'Discount or concession, high',
    'Access risk, high',
    'Promise against the contract, medium',
    'No acceptance criteria, medium',
  ]);
});

test('two people decide a promise, and its card folds while the next one comes', async () => {
  const room = await aChannel();
  const card = room.slack.saying('fifteen minutes');
  const posted = room.slack.messages.length;
  await room.click('U_ANNA', card, 'flag.decide.deliver');
  expect(room.slack.lastModal().title.text).toBe('Deliver it');
  const first = { reason: typed('we promised it in the call'), owner: somebody(null) };
  expect(await room.submit('U_ANNA', room.slack.lastModal(), first)).toBeUndefined();
  expect(readable(card.blocks)).toContain('*Needs:* delivery lead. *So far:* <@U_ANNA> says Deliver it');

  await room.click('U_DEEP', card, 'flag.decide.deliver');
  await room.submit('U_DEEP', room.slack.lastModal(), {
    reason: typed('the night shift can'),
    owner: somebody('U_ZOE'),
  });
  expect(flagOf(room, 'implied_promise')?.decided).toMatchObject({
    decision: 'deliver',
    by: ['U_ANNA', 'U_DEEP'],
    owner: 'U_ZOE',
  });
  expect(readable(card.blocks)).toContain('✓ *Deliver it*');
  expect(card.edits).toBe(2);
  expect(room.slack.messages).toHaveLength(posted + 1);
  expect(room.slack.messages.at(-1)?.text).toContain('Unusual support expectation, low');
});

test('a second click is answered privately with who decided, and opens nothing', async () => {
  const room = await aChannel();
  const card = { ...room.slack.saying('Ten years promised') };
  await room.run(anna, {
    type: 'decide_flag',
    flag: flagOf(room, 'contradiction')?.flag.id ?? '',
    decision: 'not_sold',
    reason: 'two years are signed',
    owner: null,
  });
  await room.click('U_DEEP', card, 'flag.decide.deliver');
  expect(room.slack.whispers).toEqual([
    { user: 'U_DEEP', text: '<@U_ANNA> already decided this: Not sold. Nothing was changed.' },
  ]);
  expect(room.slack.modals).toEqual([]);
});

test('a decision that comes too late changes nothing and says so in the modal', async () => {
  const room = await aChannel();
  await room.click('U_DEEP', room.slack.saying('Ten years promised'), 'flag.decide.ask_customer');
  const modal = room.slack.lastModal();
  const flag = flagOf(room, 'contradiction')?.flag.id ?? '';
  await room.run(anna, {
    type: 'decide_flag',
    flag,
    decision: 'not_sold',
    reason: 'two years are signed',
    owner: null,
  });
  const answer = await room.submit('U_DEEP', modal, { reason: typed('let us ask them'), owner: somebody(null) });
  expect(JSON.stringify(answer)).toContain('already decided this: Not sold');
  expect(room.state().questions.some((one) => one.flag === flag)).toBe(false);
});

test('who has no role in the handoff is told so before any modal opens', async () => {
  const room = await aChannel();
  const head = room.slack.saying('*Flags*');
  const card = room.slack.saying('fifteen minutes');
  await room.click('U_ZOE', card, 'flag.decide.deliver');
  await room.click('U_ZOE', card, 'flag.more', 0);
  await room.click('U_ZOE', head, 'flag.next');
  await room.click('U_ZOE', head, 'flags.low');
  expect(room.slack.modals).toEqual([]);
  expect(room.slack.whispers).toHaveLength(4);
  for (const one of room.slack.whispers) expect(one.text).toContain('Only the account owner (<@U_ANNA>)');
});

test('the menu rejects the flag itself', async () => {
  const room = await aChannel();
  await room.click('U_DEEP', room.slack.saying('weather station'), 'flag.more', 0);
  expect(room.slack.lastModal().title.text).toBe('Not a gap');
  await room.submit('U_DEEP', room.slack.lastModal(), { reason: typed('it is in annex 2') });
  expect(flagOf(room, 'missing_acceptance_criteria')?.decided?.decision).toBe('not_a_promise');
});

test('a reason is asked for at its field, and an owner where somebody must take it', async () => {
  const room = await aChannel();
  const card = room.slack.saying('portal login');
  await room.click('U_DEEP', card, 'flag.decide.accept_risk');
  expect(
    await room.submit('U_DEEP', room.slack.lastModal(), { reason: typed(' '), owner: somebody(null) }),
  ).toMatchObject({
    response_action: 'errors',
    errors: { reason: 'Give the reason in one sentence: somebody will ask.' },
  });
  await room.click('U_DEEP', card, 'flag.decide.assign');
  const reason = typed('somebody must fetch it');
  expect(await room.submit('U_DEEP', room.slack.lastModal(), { reason, owner: somebody(null) })).toMatchObject({
    response_action: 'errors',
    errors: { owner: expect.stringContaining('Choose who') },
  });
  room.slack.guests.add('U_GUEST');
  expect(await room.submit('U_DEEP', room.slack.lastModal(), { reason, owner: somebody('U_GUEST') })).toMatchObject({
    errors: { owner: 'Guests cannot hold a role in a handoff. Choose a full member.' },
  });
  expect(flagOf(room, 'access_risk')?.votes).toEqual([]);
});

test('review next goes on in the same modal, and leaves for later what one leaves', async () => {
  const room = await aChannel({ flags: analysis.flags.slice(0, 3), questions: [] });
  const head = room.slack.saying('*Flags*');
  await room.click('U_DEEP', head, 'flag.next');
  expect(readable(room.slack.lastModal().blocks)).toContain('1 of 3, most severe first');

  await room.clickInModal('U_DEEP', room.slack.lastModal(), 'flag.later');
  expect(room.slack.modals.at(-1)?.method).toBe('views.update');
  expect(readable(room.slack.lastModal().blocks)).toContain('2 of 3, most severe first');

  const values = { decision: picked('ask_customer'), reason: typed('they must know'), owner: somebody(null) };
  const next = await room.submit('U_DEEP', room.slack.lastModal(), values);
  expect(next).toMatchObject({ response_action: 'update', view: { callback_id: 'flag.decide' } });
  const { view } = next as { view: ReturnType<typeof room.slack.lastModal> }; // matched one line above
  expect(readable(view.blocks)).toContain('3 of 3');
  expect(await room.submit('U_DEEP', view, values)).toMatchObject({
    response_action: 'update',
    view: { title: { text: 'That was the last one' } },
  });
  expect(room.state().flags.filter((one) => one.status === 'open')).toHaveLength(1);
});

test('low flags are decided together, and only those that are ticked', async () => {
  const room = await aChannel({ flags: [gap(1, 'low'), gap(2, 'low'), gap(3, 'low')] });
  await room.click('U_DEEP', room.slack.saying('*Flags*'), 'flags.low');
  const [first, second] = room.state().flags.map((one) => one.flag.id);
  const ticked = (ids: (string | undefined)[]) => ({
    'take.gaps.0': { type: 'checkboxes', selected_options: ids.map((value) => ({ value })) },
    decision: picked('answer'),
    reason: typed('as it was said'),
  });
  expect(await room.submit('U_DEEP', room.slack.lastModal(), ticked([]))).toMatchObject({
    errors: { 'take.gaps.0': 'Tick at least one flag.' },
  });
  const answer = await room.submit('U_DEEP', room.slack.lastModal(), ticked([first, second]));
  expect(JSON.stringify(answer)).toContain('2 flags decided: as it was said');
  expect(room.state().flags.map((one) => one.status)).toEqual(['decided', 'decided', 'open']);
  expect(readable(room.slack.saying('Gap 1').blocks)).toContain('✓ *Answer*');
});

test('a change order is sent by one, signed by the two who must say so, and then neither again nor back', async () => {
  const room = await aChannel();
  const flag = flagOf(room, 'contradiction')?.flag.id ?? '';
  await room.run(anna, { type: 'decide_flag', flag, decision: 'change_order', reason: 'they pay for it', owner: null });
  const card = room.slack.saying('*Change order:*');
  const old = { ...card };
  await room.click('U_ANNA', card, 'change_order.settle.sent');
  expect(readable(card.blocks)).toContain('*Needs:* *Signed* takes the delivery lead too. *So far:* –');
  await room.click('U_ANNA', card, 'change_order.settle.signed');
  expect(room.state().changeOrders[0]?.status).toBe('sent');
  expect(readable(card.blocks)).toContain('*So far:* <@U_ANNA> says Signed');
  await room.click('U_ANNA', card, 'change_order.settle.signed');
  expect(room.slack.whispers.splice(0)).toEqual([
    { user: 'U_ANNA', text: 'You already said that it is signed. It waits for the delivery lead to say the same.' },
  ]);
  await room.click('U_DEEP', card, 'change_order.settle.signed');
  expect(room.state().changeOrders[0]?.status).toBe('signed');
  await room.click('U_DEEP', old, 'change_order.settle.declined');
  expect(room.slack.whispers).toEqual([{ user: 'U_DEEP', text: 'This change order is signed already.' }]);
  await room.click('U_ANNA', room.slack.saying('*Flags*'), 'flags.again');
  expect(readable(room.slack.lastModal().blocks)).toContain('Only signed change orders are left.');
});

test('flags nobody saw leave no card when they are decided or gone; those that were seen do', async () => {
  const flags = Array.from({ length: 8 }, (_, index) => gap(index, 'low'));
  const room = await aChannel({ flags });
  const cards = () => room.slack.messages.filter((one) => one.thread_ts !== undefined);
  expect(cards()).toHaveLength(5);
  const ids = room.state().flags.map((one) => one.flag.id);
  await room.run(deep, { type: 'decide_flags', flags: ids, decision: 'answer', reason: 'as it was said' });
  expect(cards()).toHaveLength(5);
  expect(cards().every((one) => readable(one.blocks).startsWith('✓ *Answer*'))).toBe(true);
});

test('a rule whose flags were found wrong again and again is demoted, and I say so where flags are reviewed', async () => {
  const flags = [
    ...Array.from({ length: 9 }, (_, index) => gap(index, 'low')),
    { ...gap(9, 'low'), rule: 'talk.politics' },
  ];
  const room = await aChannel({ flags });
  const ids = room.state().flags.map((one) => one.flag.id);
  const head = () => readable(room.slack.saying('*Flags*').blocks);
  const decide = (some: string[]) =>
    room.run(deep, { type: 'decide_flags', flags: some, decision: 'not_a_promise', reason: 'nobody promised it' });
  await decide(ids.slice(0, 7));
  expect(head()).not.toContain('stand last');
  await decide(ids.slice(7, 8));
  expect(head()).toContain('Flags from “by hand” were right not once of 8, so they stand last.');
  expect(head()).toContain('*Probably noise* · 1 flag');
  await room.click('U_DEEP', room.slack.saying('*Flags*'), 'flag.next');
  expect(readable(room.slack.lastModal().blocks)).toContain('Gap 9');
});

test('a button of an older version is answered, not ignored', async () => {
  const room = await aChannel();
  const card = room.slack.saying('fifteen minutes');
  const old = {
    ts: card.ts,
    blocks: [{ type: 'actions', elements: [{ type: 'button', action_id: 'flag.next', value: '7' }] }],
  };
  await room.click('U_ANNA', old, 'flag.next');
  expect(room.slack.whispers[0]?.text).toContain('This button is from an older version of the message.');
});
