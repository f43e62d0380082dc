import { z } from 'zod';
import type { Wanted } from '../../platform/outbox/index.ts';

/** A question that was put where Baton answers with a message. `question` null: it stands in the thread, and the deal was chosen. */
export const AskedArgs = z.object({
  channel: z.string(),
  thread: z.string(),
  user: z.string(),
  question: z.string().nullable(),
  /** `channel`: for all in it to see; `direct`: a conversation with one person. */
  place: z.enum(['channel', 'direct']),
  /** It was said below another message. */
  below: z.boolean(),
  /** The deal, where the place or the person's choice says it. */
  h: z.string().nullable(),
});
export type AskedArgs = z.infer<typeof AskedArgs>;

/** One answer per question, however often Slack tells us of it; what was asked goes from the outbox once it is answered. */
export const answerEntry = (args: AskedArgs, ts: string): Wanted => ({
  key: `answer:${args.channel}:${ts}${args.question === null ? `:${args.h}` : ''}`,
  handoffId: args.h,
  kind: 'answer',
  args,
  lane: `ask:${args.channel}`,
  once: true,
});
