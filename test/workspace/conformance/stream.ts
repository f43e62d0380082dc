import { HOME, room, say } from './room.ts';

/** In channels Slack wants to know for whom the app writes. */
export const recipient = { recipient_user_id: 'U0PRIYA', recipient_team_id: 'T0NORTHWIND' };

/** A stream that has begun under a question of the bot's own. */
export async function streaming(more: Record<string, unknown> = {}) {
  const { workspace, client } = await room();
  const thread_ts = await say(client, 'question');
  const start = { channel: HOME, thread_ts, ...recipient, ...more };
  const { ts = '' } = await client.chat.startStream(start);
  const shown = async () => (await client.conversations.replies({ channel: HOME, ts: thread_ts })).messages?.at(-1);
  return { workspace, client, thread_ts, at: { channel: HOME, ts }, shown };
}
