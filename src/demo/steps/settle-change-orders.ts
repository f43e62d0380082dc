import type { ChangeOrder } from '../../handoff/state.ts';
import { wordsOf } from '../elements.ts';
import type { Scene } from '../scene.ts';
import { expect, found } from '../step-failed.ts';
import { until } from '../until.ts';

const state = (scene: Scene, id: string): ChangeOrder =>
  found(
    scene.handoff.changeOrders.find((one) => one.id === id),
    `Change order ${id} is gone.`,
  );

const say = async (scene: Scene, { id, flag }: ChangeOrder, status: 'sent' | 'signed' | 'declined'): Promise<void> => {
  const action = `change_order.settle.${status}`;
  await scene.clickMessage(scene.owner, `flag:${scene.h}:${flag}`, action, (value) => value.id === id);
  expect(state(scene, id).status === status, `The change order was said to be ${status} and is not so on record.`);
};

/** The first change order is sent, then signed; a second one is declined; further ones are signed. */
export const settleChangeOrders = async (scene: Scene): Promise<void> => {
  const orders = scene.handoff.changeOrders.filter((one) => one.status === 'drafted' || one.status === 'sent');
  for (const order of orders) {
    const second = scene.handoff.changeOrders.indexOf(order) === 1;
    if (second) await say(scene, order, 'declined');
    else {
      await say(scene, order, 'sent');
      await say(scene, order, 'signed');
    }
    await until('the card to say what became of the change order', async () =>
      wordsOf((await scene.message(scene.owner, `flag:${scene.h}:${order.flag}`)).blocks).includes(
        second ? 'declined' : 'signed',
      ),
    );
  }
};
