import type { Channel, Message } from './model.ts';
import type { World } from './world.ts';

/** Slack's address of a message, under this workspace's own host. */
export function permalink(world: World, channel: Channel, message: Pick<Message, 'ts' | 'thread_ts'>): string {
  const address = `${world.url}/archives/${channel.id}/p${message.ts.replace('.', '')}`;
  const inThread = message.thread_ts && message.thread_ts !== message.ts;
  return inThread ? `${address}?thread_ts=${message.thread_ts}&cid=${channel.id}` : address;
}
