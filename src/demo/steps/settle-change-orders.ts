import { outcomeAwaits } from '../../handoff/change-orders.ts';
import type { ChangeOrderOutcome } from '../../handoff/events.ts';
import { defaultPolicy } from '../../handoff/policy.ts';
import { type ChangeOrder, isOpenOrder } from '../../handoff/state.ts';
import type { Actor } from '../cast.ts';
import { wordsOf } from '../elements.ts';
import type { Scene } from '../scene.ts';
import { expect, found } from '../step-failed.ts';
import { until } from '../until.ts';

const state = (scene: Scene, id: string): ChangeOrder =>
  found(
    scene.handoff.changeOrders.find((one) => one.id === id),
    `Change order ${id} is gone.`,
  );

const say = (scene: Scene, who: Actor, { id, flag }: ChangeOrder, status: ChangeOrderOutcome | 'sent'): Promise<void> =>
  scene.clickMessage(who, `flag:${scene.h}:${flag}`, `change_order.settle.${status}`, (value) => value.id === id);

/** Everybody who must still say how it ended says so; where one word is enough it is the account owner's. */
const ends = async (scene: Scene, order: ChangeOrder, outcome: ChangeOrderOutcome): Promise<void> => {
  const roles = outcomeAwaits(scene.handoff, state(scene, order.id), outcome, defaultPolicy);
  for (const who of roles.length === 0 ? [scene.owner] : roles.map((role) => scene.cast[role])) {
    expect(
      isOpenOrder(state(scene, order.id)),
      'A change order was settled before all who must had said how it ended.',
    );
    await say(scene, who, order, outcome);
  }
  expect(
    state(scene, order.id).status === outcome,
    `The change order was said to be ${outcome} and is not so on record.`,
  );
};

/** The first change order is sent, then signed; a second one is declined; further ones are signed. */
export const settleChangeOrders = async (scene: Scene): Promise<void> => {
  const orders = scene.handoff.changeOrders.filter(isOpenOrder);
  for (const order of orders) {
    const outcome = scene.handoff.changeOrders.indexOf(order) === 1 ? 'declined' : 'signed';
    if (outcome === 'signed') {
      await say(scene, scene.owner, order, 'sent');
      expect(state(scene, order.id).status === 'sent', 'The change order was sent and is not so on record.');
    }
    await ends(scene, order, outcome);
    await until('the card to say what became of the change order', async () =>
      wordsOf((await scene.message(scene.owner, `flag:${scene.h}:${order.flag}`)).blocks).includes(outcome),
    );
  }
};
