import type { App, RespondArguments, SlashCommand } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { done } from '../../platform/inbox/index.ts';
import type { Desk } from './desk.ts';
import { explain } from './explain.ts';

export interface Spoken {
  user: string;
  channel: string;
  triggerId: string;
  /** What stands behind the command, split at white space. */
  words: string[];
}

const Ids = z.object({ inboxId: z.string().optional() });

/** Registers a slash command; what the handler returns is said to the person alone, in the acknowledgement. */
export const onCommand = (
  app: App,
  desk: Desk,
  name: string,
  handle: (spoken: Spoken) => Promise<{ text: string; blocks?: KnownBlock[] } | undefined>,
): void => {
  app.command(
    name,
    async ({
      command,
      ack,
      context,
    }: {
      command: SlashCommand;
      ack: (answer?: RespondArguments) => Promise<void>;
      context: object;
    }) => {
      const { inboxId } = Ids.parse(context);
      try {
        const words = command.text.trim().split(/\s+/).filter(Boolean);
        const answer = await handle({
          user: command.user_id,
          channel: command.channel_id,
          triggerId: command.trigger_id,
          words,
        });
        await (answer ? ack({ response_type: 'ephemeral', ...answer }) : ack());
      } catch (error) {
        await ack({ response_type: 'ephemeral', text: explain(desk, error, name) });
      } finally {
        if (inboxId !== undefined) await desk.store.inTx((tx) => done(tx, inboxId, desk.clock.now()));
      }
    },
  );
};
