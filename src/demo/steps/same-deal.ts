import { wordsOf } from '../elements.ts';
import type { Scene } from '../scene.ts';
import { expect } from '../step-failed.ts';
import { dealValues, newHandoffModal, offeredType } from './open-handoff.ts';

/** What people say to each other in the channel is not Baton's business: it stays quiet. */
const chat = async (scene: Scene): Promise<void> => {
  const { people, lead, owner, channel, bot } = scene;
  const said = async () => (await people.allMessages(owner, channel)).filter((one) => one.user === bot).length;
  const before = await said();
  await people.post(lead, channel, 'Thanks! I read through it tonight.');
  await scene.settled();
  expect((await said()) === before, 'Baton answered what people said to each other.');
};

/** The same deal id again leads to the handoff that is there; `/handoff status` and `/handoff list` know it. */
export const sameDeal = async (scene: Scene): Promise<string> => {
  const { people, owner, lead, record, deal } = scene;
  const view = await newHandoffModal(scene);
  const values = dealValues(scene, offeredType(view, deal.dealType).value);
  await scene.submitted(owner, view, { ...values, deal_id: ` ${deal.dealId.toLowerCase()} ` });
  const said = await people.topView(owner);
  expect(wordsOf(said.blocks).includes(scene.channel), 'The second time does not lead to the handoff’s channel.');
  await people.closeAll(owner);
  await scene.settled();
  expect(record.count() === 1, `The same deal made ${record.count()} handoffs.`);

  for (const [word, says] of [
    ['status', /stage: intake/],
    ['list', new RegExp(scene.channel)],
  ] as const) {
    const before = (await scene.whispers(lead)).length;
    await people.slash(lead, scene.channel, '/handoff', word);
    await scene.toldPrivately(lead, before, says, `by /handoff ${word} where the handoff stands`);
  }
  await chat(scene);
  return '1 handoff, 1 channel';
};
