import { type Decision, rejectsFlag } from '../../handoff/decisions.ts';
import type { FlagState } from '../../handoff/state.ts';
import type { Actor } from '../cast.ts';
import type { Scene } from '../scene.ts';
import type { View } from '../seen.ts';
import { expect, found } from '../step-failed.ts';

export const reasons: Record<Decision, string> = {
  deliver: 'We said it plainly and the plan has room for it.',
  not_sold: 'Nobody priced this, and it is outside the signed scope.',
  change_order: 'They want it and it costs extra, so it is sold separately.',
  ask_customer: 'Only the customer can say which of the two they meant.',
  answer: 'The delivery team agreed on how to read this with the seller.',
  assign: 'Somebody has to find this out before the kickoff.',
  accept_risk: 'Both sides know about it and can live with it for now.',
  not_a_promise: 'This was small talk, nobody can rely on it.',
  duplicate: 'Another flag says the same thing.',
};

export const stateOf = (scene: Scene, id: string): FlagState =>
  found(
    scene.handoff.flags.find((one) => one.flag.id === id),
    `Flag ${id} is gone.`,
  );

/** Clicks a decision on a flag's card; the modal that opens is not submitted yet. */
export const clickDecision = async (scene: Scene, person: Actor, id: string, decision: Decision): Promise<void> => {
  const key = `flag:${scene.h}:${id}`;
  if (!rejectsFlag(decision)) {
    await scene.clickMessage(person, key, `flag.decide.${decision}`, (value) => value.flag === id);
    return;
  }
  // The menu's entries are told apart by their last letter: n is for “not”, d for “duplicate”.
  const end = `"${decision === 'duplicate' ? 'd' : 'n'}"]`;
  await scene.useMessage(person, key, decision, (place) =>
    scene.people.shows(place, 'flag.more')
      ? scene.people.chooseText(person, place, 'flag.more', (value) => value.includes(id) && value.endsWith(end))
      : null,
  );
};

export const openDecision = async (scene: Scene, person: Actor, id: string, decision: Decision): Promise<View> => {
  await clickDecision(scene, person, id, decision);
  return scene.people.topView(person);
};

/** What the modal asks for: a reason, and an owner where somebody must take it. */
export const decisionValues = (scene: Scene, decision: Decision): Record<string, string> => ({
  reason: reasons[decision],
  ...(decision === 'assign' ? { owner: scene.lead.id } : {}),
});

/** One person says a decision; checks that the vote is on record. */
export const vote = async (scene: Scene, person: Actor, id: string, decision: Decision): Promise<void> => {
  await scene.submitted(person, await openDecision(scene, person, id, decision), decisionValues(scene, decision));
  expect(
    stateOf(scene, id).votes.some((one) => one.by === person.id && one.decision === decision),
    `${person.name} said “${decision}” and it is not on record.`,
  );
};
