import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest';
import { answerTheIntake } from './steps/answer-the-intake.ts';
import { answerWhatBlocks, askWhatBlocks } from './steps/answer-the-question.ts';
import { bothDeliverIt, bothSayNotSold, decideTheRest } from './steps/decide-the-flags.ts';
import { dropTheEvidence } from './steps/drop-the-evidence.ts';
import { openTheHandoff } from './steps/open-the-handoff.ts';
import { readThePacket } from './steps/read-the-packet.ts';
import { kickoffIsShut, scheduleKickoff } from './steps/schedule-kickoff.ts';
import { bothSign } from './steps/sign-the-packet.ts';
import { openWorkplace, type Workplace } from './steps/workplace.ts';

let work: Workplace;

beforeAll(async () => {
  work = await openWorkplace();
});
afterAll(() => work.close());

test('two people hand over a sold deal in the browser, from /handoff new to a scheduled kickoff', async () => {
  onTestFailed(() => work.keep('where-it-failed'));
  await openTheHandoff(work);
  await dropTheEvidence(work);
  await kickoffIsShut(work);
  await answerTheIntake(work);
  await bothDeliverIt(work);
  await bothSayNotSold(work);
  await decideTheRest(work);
  await askWhatBlocks(work);
  await answerWhatBlocks(work);
  await readThePacket(work);
  await bothSign(work);
  await scheduleKickoff(work);
  expect(work.complaints).toEqual([]);
}, 180_000);
