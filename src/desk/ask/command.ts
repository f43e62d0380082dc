import type { KnownBlock } from '@slack/types';
import { readQuestion } from '../../analysis/answering/index.ts';
import { Refusal } from '../../handoff/refusal.ts';
import { findByChannel } from '../../record/queries.ts';
import type { Spoken } from '../kit/command.ts';
import type { Desk } from '../kit/desk.ts';
import { answerFrom } from './answer.ts';
import { answerMessage, whichDeal } from './blocks.ts';
import { plainText } from './plain-text.ts';
import { type Subject, subjectOf } from './which-deal.ts';
import { mayAsk } from './who-may.ts';
import { unclear, unknownDeal } from './words.ts';

/** In a handoff's channel the question is about that deal, unless it names another one that the person may ask about. */
const subjectHere = async (desk: Desk, { user, channel }: Spoken, question: string): Promise<Subject> => {
  const id = findByChannel(desk.store.read, channel);
  const handoff = id === null ? null : desk.record.load(id);
  if (!handoff || !(await mayAsk(desk, handoff, user))) return subjectOf(desk, user, question, null);
  return { kind: 'deal', handoff, question };
};

/** `/handoff ask …`: the answer, to the person alone. Throws `Refusal` when there is no deal to look in. */
export const answerCommand = async (desk: Desk, spoken: Spoken): Promise<{ text: string; blocks?: KnownBlock[] }> => {
  const question = plainText(spoken.words.slice(1).join(' '), desk.botUser);
  const read = readQuestion(question);
  if (read.kind === 'unclear') return { text: unclear[read.why] };
  const subject = await subjectHere(desk, spoken, question);
  switch (subject.kind) {
    case 'unknown':
      throw new Refusal('no_such_handoff', unknownDeal);
    case 'choose':
      return { text: whichDeal(subject.deals) };
    case 'deal':
      return answerMessage(subject.handoff, answerFrom(desk, subject.handoff, subject.question), 'deal_and_question');
  }
};
