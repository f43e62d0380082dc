import { z } from 'zod';
import { readQuestion } from '../../analysis/answering/index.ts';
import type { Job, Sender, Sent } from '../../platform/outbox/index.ts';
import type { Desk } from '../kit/desk.ts';
import { type Shown, showMessage } from '../kit/show.ts';
import { answerFrom } from './answer.ts';
import { answerMessage, choiceMessage, unclearMessage } from './blocks.ts';
import { AskedArgs } from './entries.ts';
import { plainText } from './plain-text.ts';
import { rememberDeal } from './thread-deal.ts';
import { type Subject, subjectOf } from './which-deal.ts';
import { mayAsk } from './who-may.ts';
import { elsewhere, unknownDeal } from './words.ts';

const Replies = z.looseObject({
  messages: z.array(z.looseObject({ user: z.string().optional(), text: z.string().default('') })).default([]),
});

/** The last thing the person said in the thread: a question that waited for its deal. */
const lastSaid = async (desk: Desk, { channel, thread, user }: AskedArgs): Promise<string> => {
  const answer = await desk.slack.conversations.replies({ channel, ts: thread, limit: 200 });
  const own = Replies.parse(answer).messages.filter((one) => one.user === user);
  return plainText(own.at(-1)?.text ?? '', desk.botUser);
};

const chosen = async (desk: Desk, h: string, user: string, question: string): Promise<Subject> => {
  const handoff = desk.record.load(h);
  return handoff && (await mayAsk(desk, handoff, user)) ? { kind: 'deal', handoff, question } : { kind: 'unknown' };
};

/** In a channel others read along: what is not for them is said to the person alone. */
const whisper = (desk: Desk, { channel, user, thread, below }: AskedArgs, text: string): Promise<unknown> =>
  desk.slack.chat.postEphemeral({ channel, user, text, ...(below ? { thread_ts: thread } : {}) });

const inChannel = async (desk: Desk, job: Job, args: AskedArgs): Promise<Sent | undefined> => {
  const subject = args.h === null ? null : await chosen(desk, args.h, args.user, args.question ?? '');
  if (subject?.kind !== 'deal') {
    await whisper(desk, args, args.h === null ? elsewhere : unknownDeal);
    return undefined;
  }
  const answer = answerFrom(desk, subject.handoff, subject.question);
  return showMessage(
    desk,
    job,
    { channel: args.channel, thread_ts: args.thread },
    answerMessage(subject.handoff, answer, 'nothing'),
  );
};

const directly = async (desk: Desk, job: Job, args: AskedArgs): Promise<Sent> => {
  const { channel, thread, user } = args;
  const question = args.question ?? (await lastSaid(desk, args));
  const show = (shown: Shown): Promise<Sent> => showMessage(desk, job, { channel, thread_ts: thread }, shown);
  const read = readQuestion(question);
  if (read.kind === 'unclear') return show(unclearMessage(read.why));
  const subject =
    args.h === null
      ? await subjectOf(desk, user, question, { channel, thread })
      : await chosen(desk, args.h, user, question);
  switch (subject.kind) {
    case 'unknown':
      return show({ text: unknownDeal, blocks: [] });
    case 'choose':
      return show(choiceMessage(subject.deals, thread));
    case 'deal': {
      const { handoff } = subject;
      const sent = await show(answerMessage(handoff, answerFrom(desk, handoff, subject.question), 'deal'));
      return { ...sent, commit: (tx) => rememberDeal(tx, { channel, thread }, handoff.id, desk.clock.now()) };
    }
  }
};

/** Who may ask, what about, and what the record says are found at the moment of answering, and not when it was asked. */
export const askSenders = (desk: Desk): Record<string, Sender> => ({
  answer: {
    async send(job) {
      const args = AskedArgs.parse(job.entry.args);
      return args.place === 'channel' ? inChannel(desk, job, args) : directly(desk, job, args);
    },
  },
});
