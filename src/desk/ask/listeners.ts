import type { App } from '@slack/bolt';
import { z } from 'zod';
import { want } from '../../platform/outbox/index.ts';
import { findByChannel } from '../../record/queries.ts';
import type { Desk } from '../kit/desk.ts';
import { onClick } from '../kit/listen.ts';
import { type AskedArgs, answerEntry } from './entries.ts';
import { plainText } from './plain-text.ts';
import { rememberDeal } from './thread-deal.ts';

const Said = z.looseObject({
  channel: z.string(),
  user: z.string(),
  text: z.string(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  subtype: z.enum(['file_share', 'thread_broadcast']).optional(),
  bot_id: z.undefined().optional(),
});
const Direct = Said.extend({ channel_type: z.literal('im') });

/** A mention in a channel, a direct message, and the choice of a deal. */
export const registerAsk = (app: App, desk: Desk): void => {
  const ask = (args: AskedArgs, ts: string): Promise<void> =>
    desk.store.inTx((tx) => want(tx, answerEntry(args, ts), desk.clock.now()));

  app.event('app_mention', async ({ event }) => {
    const said = Said.safeParse(event);
    if (!said.success || said.data.user === desk.botUser) return;
    const { channel, user, text, ts, thread_ts } = said.data;
    const h = findByChannel(desk.store.read, channel);
    const question = plainText(text, desk.botUser);
    await ask(
      { channel, thread: thread_ts ?? ts, user, question, place: 'channel', below: thread_ts !== undefined, h },
      ts,
    );
  });

  app.event('message', async ({ event }) => {
    const said = Direct.safeParse(event);
    if (!said.success || said.data.user === desk.botUser) return;
    const { channel, user, text, ts, thread_ts } = said.data;
    const question = plainText(text, desk.botUser);
    await ask(
      { channel, thread: thread_ts ?? ts, user, question, place: 'direct', below: thread_ts !== undefined, h: null },
      ts,
    );
  });

  onClick(app, desk, 'ask.deal', z.object({ h: z.string(), t: z.string() }), async ({ h, t }, { channel, user }) => {
    if (channel === undefined || desk.record.load(h) === null) return;
    const args: AskedArgs = { channel, thread: t, user, question: null, place: 'direct', below: true, h };
    await desk.store.inTx((tx) => {
      rememberDeal(tx, { channel, thread: t }, h, desk.clock.now());
      want(tx, answerEntry(args, t), desk.clock.now());
    });
  });
};
