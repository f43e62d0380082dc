import { type Decision, isPromise } from '../../handoff/decisions.ts';
import { openFlags } from '../../handoff/state.ts';
import type { Scene } from '../scene.ts';
import { expect } from '../step-failed.ts';
import { reasons } from './vote.ts';

/** *Review next* opens the most severe flag that waits for the person; it is decided there. Null when none waits for them. */
export const reviewNext = async (scene: Scene): Promise<Decision | null> => {
  const { people, lead, h } = scene;
  await scene.clickMessage(lead, `flags:${h}`, 'flag.next');
  const view = await people.topView(lead);
  if (view.callback_id !== 'flag.decide') {
    await people.closeAll(lead);
    return null;
  }
  const before = openFlags(scene.handoff).length;
  await scene.submitted(lead, view, { decision: 'ask_customer', reason: reasons.ask_customer });
  expect(openFlags(scene.handoff).length === before - 1, 'A decision in “Review next” did not settle a flag.');
  await people.closeAll(lead);
  return 'ask_customer';
};

const openLow = (scene: Scene) => openFlags(scene.handoff).filter((one) => one.flag.severity === 'low');

/** Low flags with one decision and one reason: first the promises, then the gaps. Returns how many were decided so. */
export const decideLowTogether = async (scene: Scene): Promise<number> => {
  const { people, lead, h } = scene;
  const all = openLow(scene).length;
  while (openLow(scene).length > 0) {
    const before = openLow(scene);
    const decision: Decision = before.some((one) => isPromise(one.flag)) ? 'deliver' : 'accept_risk';
    await scene.clickMessage(lead, `flags:${h}`, 'flags.low');
    await scene.submitted(lead, await people.topView(lead), { decision, reason: reasons[decision] });
    await people.closeAll(lead);
    expect(openLow(scene).length < before.length, 'Deciding the low flags together decided none of them.');
  }
  return all;
};
