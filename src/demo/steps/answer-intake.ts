import { type InputKey, inputSpec } from '../../handoff/inputs.ts';
import type { InputState } from '../../handoff/state.ts';
import { elementsOf, optionsOf, wordsOf } from '../elements.ts';
import type { Person } from '../people.ts';
import type { Scene } from '../scene.ts';
import type { View } from '../seen.ts';
import { expect } from '../step-failed.ts';
import { until } from '../until.ts';

/** What somebody who was there would write, from the facts of the deal. */
const words = ({ deal }: Scene, key: InputKey): string => {
  const someone = deal.people.find((one) => one.side === 'customer');
  const buyer = someone ? `${someone.name} (${someone.title || 'buyer'})` : deal.customer;
  switch (key) {
    case 'buyer_goal':
      return `${deal.customer} wants “${deal.name}” under way by ${deal.kickoffDate}; ${buyer} has promised it internally.`;
    case 'scope':
      return 'Sold is what the signed documents say. Whatever was only said in calls and mails is decided flag by flag.';
    case 'stakeholders':
      return `${buyer} decides; everybody else named here was on a call and expects to hear from us before kickoff.`;
    case 'risks':
      return `The date ${deal.kickoffDate} depends on access and data that ${deal.customer} has to hand over first.`;
    case 'success_criteria':
      return `After 30 days ${buyer} has seen a first result and agreed to the plan for the rest.`;
    case 'stretch':
      return 'The promised dates hold only if the customer answers within two working days.';
    case 'agreement':
    case 'sales_notes':
      return 'The files that were dropped here are all there is.';
  }
};

const boxesOf = (view: View): Record<string, string[]> =>
  Object.fromEntries(
    elementsOf(view.blocks)
      .filter((one) => one.block_id.startsWith('take.'))
      .map((one) => [one.block_id, optionsOf(one.element).map((option) => option.value)]),
  );

const open = async (scene: Scene, person: Person, key: InputKey, action: string): Promise<View> => {
  await scene.clickMessage(person, `intake:${scene.h}`, action, (value) => value.input === key);
  return scene.people.topView(person);
};

const settledAs = (scene: Scene, key: InputKey): InputState['settled'] | undefined =>
  scene.handoff.inputs.find((one) => one.key === key)?.settled;

const refuseJunk = async (scene: Scene, person: Person, view: View): Promise<void> => {
  const response = await scene.people.submit(person, view, { answer: 'tbd' });
  expect(response?.errors?.answer, '“tbd” was taken for an answer.');
};

const answer = async (scene: Scene, person: Person, key: InputKey, junkFirst: boolean): Promise<number> => {
  const view = await open(scene, person, key, 'input.answer');
  if (junkFirst) await refuseJunk(scene, person, view);
  const boxes = boxesOf(view);
  await scene.submitted(person, view, { answer: words(scene, key), ...boxes });
  expect(settledAs(scene, key)?.how === 'answered', `The answer to “${inputSpec(key).title}” is not on record.`);
  const ticked = Object.values(boxes).flat();
  const taken = new Set(scene.handoff.accepted.map((one) => one.id));
  expect(
    ticked.every((id) => taken.has(id)),
    `Not every tick in “${inputSpec(key).title}” is on record.`,
  );
  return ticked.length;
};

const skip = async (scene: Scene, person: Person, key: InputKey): Promise<void> => {
  const view = await open(scene, person, key, 'input.skip');
  await scene.submitted(person, view, {
    skip: 'does_not_apply',
    note: 'Everything that is a stretch stands among the flags.',
  });
  expect(settledAs(scene, key)?.how === 'skipped', `“${inputSpec(key).title}” is not on record as skipped.`);
};

/** Passes a step on to the colleague, who is invited and sees it among their items. */
const passOn = async (scene: Scene, person: Person, key: InputKey): Promise<void> => {
  const { colleague } = scene.cast;
  await scene.submitted(person, await open(scene, person, key, 'input.assign'), { to: colleague.id });
  expect(
    scene.record.openItems(scene.h).some((one) => one.user === colleague.id && one.about === key),
    `${colleague.name} was asked and it is not among their items.`,
  );
  await until(`${colleague.name} to be invited`, async () =>
    (await scene.people.channelsOf(colleague)).some((one) => one.id === scene.channel),
  );
};

/** Guided intake, one step at a time, each by its owner. */
export const answerIntake = async (scene: Scene): Promise<string> => {
  const steps = scene.handoff.inputs.filter((one) => one.settled === null);
  let ticks = 0;
  for (const [at, { key, owner }] of steps.entries()) {
    const asked = scene.person(owner);
    if (key === 'stretch') await skip(scene, asked, key);
    else if (key === 'risks') {
      await passOn(scene, asked, key);
      ticks += await answer(scene, scene.cast.colleague, key, false);
    } else ticks += await answer(scene, asked, key, at === 0);
  }
  await scene.settled();
  const shown = wordsOf((await scene.message(scene.owner, `intake:${scene.h}`)).blocks);
  expect(shown.includes('Intake is complete'), 'The intake message does not say that intake is complete.');
  expect(scene.record.row(scene.h).stage !== 'intake', 'Intake is complete and the handoff is still at that stage.');
  const skipped = scene.handoff.inputs.filter((one) => one.settled?.how === 'skipped').length;
  return `${scene.handoff.inputs.length} of ${scene.handoff.inputs.length} · ${ticks} ticks · ${skipped} skipped · 1 passed on · “tbd” refused`;
};
