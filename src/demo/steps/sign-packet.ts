import { addDays, isBusinessDay } from '../../handoff/calendar.ts';
import type { SignoffParty } from '../../handoff/events.ts';
import { validSignoff } from '../../handoff/state.ts';
import { calendar } from '../../platform/calendar/index.ts';
import type { Actor } from '../cast.ts';
import { wordsOf } from '../elements.ts';
import type { Scene } from '../scene.ts';
import { expect, found } from '../step-failed.ts';
import { until } from '../until.ts';
import { answerQuestion } from './answer-questions.ts';

const sign = async (scene: Scene, party: SignoffParty): Promise<number> => {
  const { people, h } = scene;
  const person = party === 'sales' ? scene.owner : scene.lead;
  await scene.clickMessage(person, `signoffs:${h}`, 'sign.open', (value) => value.party === party);
  await scene.submitted(person, await people.topView(person), {});
  const signed = found(validSignoff(scene.handoff, party), `The ${party} signature is not on record.`);
  expect(signed.by === person.id, `The ${party} signature is on record for somebody else.`);
  expect(signed.version === scene.handoff.packetVersion, 'The signature names another version than the packet’s.');
  return signed.version;
};

/** Kickoff moves to the next business day. */
const moveKickoff = async (scene: Scene): Promise<string> => {
  const { people, lead } = scene;
  let date = addDays(scene.handoff.deal.kickoffDate, 1);
  while (!isBusinessDay(date, calendar)) date = addDays(date, 1);
  await scene.useMessage(lead, `desk:${scene.h}`, 'to move kickoff', (place) =>
    people.choose(lead, place, 'desk.more', (value) => value.do === 'move'),
  );
  await scene.submitted(lead, await people.topView(lead), { date, reason: 'The customer asked for one more day.' });
  expect(scene.record.row(scene.h).kickoffDate === date, 'The new kickoff date is not on record.');
  return `kickoff moved to ${date}`;
};

/** Something material changes after the signatures: a late answer where a question is open, else the date. */
const changeSomething = async (scene: Scene): Promise<string> => {
  // An answer to what a flag asked would open the flag again, which is another story.
  const open = scene.handoff.questions.find((one) => one.answer === null && one.flag === null);
  if (!open) return moveKickoff(scene);
  await answerQuestion(scene, open.id, 'It turns out that the customer meant the smaller of the two variants.');
  return 'a late answer';
};

const checkVoided = async (scene: Scene, person: Actor, party: SignoffParty, version: number): Promise<void> => {
  const row = scene.record.signoffs(scene.h).find((one) => one.party === party && one.version === version);
  const because = found(row?.voidedBecause, `A material change did not void the ${party} signature.`);
  const told = await until(`${person.name} to be told that the signature is void`, async () =>
    (await scene.dms(person)).find((one) => wordsOf(one.blocks).includes('no longer stands')),
  );
  expect(wordsOf(told.blocks).includes(because), `${person.name} was not told why the signature is void.`);
};

/** Both sign; a material change voids both signatures and each signer is told; both sign the new version. */
export const signPacket = async (scene: Scene): Promise<string> => {
  await scene.settled();
  const { owner, lead, h } = scene;
  expect(
    scene.record.row(h).stage === 'signoff',
    `The handoff is at stage ${scene.record.row(h).stage}, not at signoff.`,
  );
  const sales = await sign(scene, 'sales');
  expect(!scene.record.row(h).ready, 'One signature made the handoff ready.');
  await scene.settled();
  const delivery = await sign(scene, 'delivery');
  expect(scene.record.row(h).ready, 'Both signed and the handoff is not ready.');
  await scene.settled();
  const change = await changeSomething(scene);
  expect(!scene.record.row(h).ready, 'The handoff is still ready after a material change.');
  await checkVoided(scene, owner, 'sales', sales);
  await checkVoided(scene, lead, 'delivery', delivery);
  await scene.settled();
  const again = await sign(scene, 'sales');
  await scene.settled();
  await sign(scene, 'delivery');
  await scene.settled();
  expect(scene.record.row(h).stage === 'ready', 'Both signed again and the handoff is not ready.');
  return `v${sales} signed by both · voided by ${change}, both told · v${again} signed by both`;
};
