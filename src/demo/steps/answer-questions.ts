import { openFlags } from '../../handoff/state.ts';
import type { Actor } from '../cast.ts';
import { wordsOf } from '../elements.ts';
import type { Person } from '../people.ts';
import type { Scene } from '../scene.ts';
import { expect, found } from '../step-failed.ts';
import { until } from '../until.ts';
import { checkAllDecided } from './decide-flags.ts';
import { decideOpen, newTally } from './decide-open.ts';

const asked = 'Who on the customer’s side gives us access to the systems that we need in the first week?';

/** Opens the modal in which a question is answered, once the questions message shows its button. */
const openAnswer = async (scene: Scene, person: Person, id: string) => {
  await scene.clickMessage(person, `questions:${scene.h}`, 'question.answer', (value) => value.question === id);
  return scene.people.topView(person);
};

/** Answers one open question as its owner. */
export const answerQuestion = async (scene: Scene, id: string, text: string, junkFirst = false): Promise<void> => {
  const question = found(
    scene.handoff.questions.find((one) => one.id === id),
    `Question ${id} is gone.`,
  );
  const owner: Actor = scene.person(question.owner);
  const view = await openAnswer(scene, owner, id);
  if (junkFirst) {
    const response = await scene.people.submit(owner, view, { text: 'tbd', source: 'a call' });
    expect(response?.errors?.text, '“tbd” was taken for the answer to a question.');
  }
  await scene.submitted(owner, view, { text, source: `${contact(scene)}, mail of this week` });
  const row = scene.record.questions(scene.h).find((one) => one.id === id);
  expect(row?.answered && row.answer === text, 'The answer to a question is not on record.');
  expect(row.answerSource, 'The answer to a question has no source on record.');
};

const contact = ({ deal }: Scene): string =>
  deal.people.find((one) => one.side === 'customer')?.name ?? `somebody at ${deal.customer}`;

const ask = async (scene: Scene): Promise<void> => {
  const { people, lead, owner, h } = scene;
  await until('the questions message', () => scene.record.delivered(`questions:${h}`) !== null);
  await scene.clickMessage(lead, `questions:${h}`, 'question.ask');
  await scene.submitted(lead, await people.topView(lead), { text: asked, owner: owner.id, blocking: 'yes' });
  const row = scene.record.questions(h).find((one) => one.text === asked);
  expect(
    row?.blocking && !row.answered && row.owner === owner.id,
    'A question was asked and is not on record as asked.',
  );
};

const answerBlocking = async (scene: Scene, junkFirst: boolean): Promise<number> => {
  const open = scene.record.questions(scene.h).filter((one) => one.blocking && !one.answered);
  for (const [at, { id }] of open.entries()) {
    const text = `${contact(scene)} says that it is as the signed documents have it, and will put it in writing (${at + 1}).`;
    await answerQuestion(scene, id, text, junkFirst && at === 0);
  }
  return open.length;
};

/** Somebody asks one more question; every question that blocks kickoff is answered by its owner, and what that opens again is decided. */
export const answerQuestions = async (scene: Scene): Promise<string> => {
  await scene.settled();
  await ask(scene);
  const answered = await answerBlocking(scene, true);
  const reopened = openFlags(scene.handoff).length;
  await decideOpen(scene, { ...newTally(), lateClick: true });
  expect((await answerBlocking(scene, false)) === 0, 'What the customer answered was asked again.');
  await scene.settled();
  await checkAllDecided(scene);
  const left = scene.record.questions(scene.h).filter((one) => !one.answered).length;
  const shown = wordsOf((await scene.message(scene.lead, `questions:${scene.h}`)).blocks);
  expect(left === 0 || shown.includes(`${left} open`), 'The questions message does not say how many are open.');
  const again =
    reopened === 0 ? '' : ` · ${reopened} ${reopened === 1 ? 'flag' : 'flags'} opened by the answers and decided`;
  return `${answered} that blocked kickoff answered${again} · ${left} left open`;
};
