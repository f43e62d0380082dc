import type { App } from '@slack/bolt';
import { z } from 'zod';
import { Refusal } from '../../handoff/refusal.ts';
import { rolesOf } from '../../handoff/roles.ts';
import { want } from '../../platform/outbox/index.ts';
import { findByChannel } from '../../record/queries.ts';
import type { Desk } from '../kit/desk.ts';
import { onClick } from '../kit/listen.ts';
import { loadHandoff } from '../kit/rehearse.ts';
import { wanted } from '../wanted.ts';
import { rebuildHandoff, rebuildMessage } from './rebuild.ts';

const Deleted = z.looseObject({ subtype: z.literal('message_deleted'), channel: z.string(), deleted_ts: z.string() });

/** The record outlives what is shown of it. */
export const registerRebuild = (app: App, desk: Desk): void => {
  app.event('message', async ({ event }) => {
    const deleted = Deleted.safeParse(event);
    if (!deleted.success) return;
    const { channel, deleted_ts: ts } = deleted.data;
    const h = findByChannel(desk.store.read, channel);
    if (h !== null) await desk.store.inTx((tx) => rebuildMessage(tx, h, { channel, ts }, desk.clock.now()));
  });

  onClick(
    app,
    desk,
    'channel.anew',
    z.object({ h: z.string(), channel: z.string() }),
    async ({ h, channel }, asked) => {
      const handoff = loadHandoff(desk, h);
      if (rolesOf(handoff.team, asked.user).length === 0)
        throw new Refusal('not_allowed', 'Only the people of this handoff can open a new channel for it.');
      if (findByChannel(desk.store.read, channel) !== h)
        throw new Refusal(
          'already_done',
          'A new channel is being opened already. You will find it in your channel list.',
        );
      await desk.store.inTx((tx) => {
        rebuildHandoff(tx, h, desk.clock.now());
        want(tx, wanted.channel(h), desk.clock.now());
      });
    },
  );
};
