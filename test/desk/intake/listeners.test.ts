import { expect, test } from 'vitest';
import { answerModal, assignModal, skipModal } from '../../../src/desk/intake/views.ts';
import { anna, deep } from '../../handoff/support/deal.ts';
import { aChannel, picked, somebody, typed } from '../review/channel.ts';

const answer = (text: string) => ({ type: 'answer_input' as const, input: 'buyer_goal' as const, text, accepted: [] });

test('what somebody settled after the modal opened is said at the field, by name and in the reader’s time; nothing is lost', async () => {
  const room = await aChannel();
  const modals = [
    ['answer', answerModal(room.state(), 'buyer_goal'), { answer: typed('Fewer gaps in the night shift.') }],
    ['note', skipModal(room.state(), 'buyer_goal'), { skip: picked('confidential'), note: typed('told in person') }],
    ['to', assignModal(room.state(), 'buyer_goal'), { to: somebody('U_DEEP') }],
  ] as const;
  await room.run(anna, answer('Lose no harvest in the summer of 2027.'));
  for (const [field, view, values] of modals) {
    expect(await room.submit('U_DEEP', view, values)).toEqual({
      response_action: 'errors',
      errors: {
        [field]: 'Anna Lind answered this at 2 Mar, 10:00; open it again to change it. Nothing was changed.',
      },
    });
    expect(room.state().inputs.find((one) => one.key === 'buyer_goal')?.settled).toMatchObject({ by: 'U_ANNA' });
  }
});

test('opened again it is changed; a second modal on the older answer is refused, to oneself too', async () => {
  const room = await aChannel();
  await room.run(anna, answer('Lose no harvest in the summer of 2027.'));
  const view = answerModal(room.state(), 'buyer_goal');
  room.clock.forward(60_000);
  expect(await room.submit('U_DEEP', view, { answer: typed('Fewer gaps in the night shift.') })).toBeUndefined();
  expect(room.state().inputs.find((one) => one.key === 'buyer_goal')?.settled).toMatchObject({ by: 'U_DEEP' });
  expect(JSON.stringify(await room.submit('U_DEEP', view, { answer: typed('Fewer gaps at noon.') }))).toContain(
    'You answered this at 2 Mar, 10:01;',
  );
  room.clock.forward(60_000);
  await room.run(deep, { type: 'skip_input', input: 'buyer_goal', reason: 'confidential', note: 'told in person' });
  expect(JSON.stringify(await room.submit('U_ANNA', view, { answer: typed('Fewer gaps at noon.') }))).toContain(
    'Deep Rao skipped this at 2 Mar, 10:02;',
  );
});
