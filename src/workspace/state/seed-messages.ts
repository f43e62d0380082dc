import type { SeedMessage } from '../seed.ts';
import { append } from './message-index.ts';
import { messageAt, nextTs } from './messages.ts';
import type { Channel, Message } from './model.ts';
import type { World } from './world.ts';

const MINUTE_MS = 60_000;

/** The channel's history at the start. Nobody is told of it, and everybody in the channel has read it. Throws for a file that does not fit. */
export function seedMessages(world: World, channel: Channel, seeds: SeedMessage[]): void {
  /** `at` of the seed → `ts`. */
  const named = new Map<string, string>();
  seeds.forEach((seed, index) => {
    const fail = (why: string) => new Error(`message ${index + 1} of #${channel.name}: ${why}`);
    if (!world.users.has(seed.user)) throw fail(`there is no user ${seed.user}`);
    if (seed.ts !== undefined && seed.ts <= (channel.messages.at(-1)?.ts ?? ''))
      throw fail('it is not later than the one before');
    const at = seed.at ? Date.parse(seed.at) : world.clock.now() - (seeds.length - index) * MINUTE_MS;
    const ts = seed.ts ?? nextTs(channel, at * 1000);
    channel.last_micros = Number(ts.replace('.', ''));
    if (seed.at) named.set(seed.at, ts);
    const message: Message = { ts, user: seed.user, text: seed.text, reactions: seed.reactions, state: {} };
    if (seed.thread !== undefined) message.thread_ts = rootOf(channel, named.get(seed.thread) ?? seed.thread, fail);
    const { app } = world;
    append(
      channel.messages,
      seed.user === app.bot_user.id ? { ...message, bot_id: app.bot_id, app_id: app.id } : message,
    );
  });
  const last = channel.messages.at(-1)?.ts;
  if (last !== undefined) for (const member of channel.members) channel.last_read.set(member, last);
}

function rootOf(channel: Channel, ts: string, fail: (why: string) => Error): string {
  const root = messageAt(channel, ts);
  if (!root) throw fail(`nothing earlier has the time ${ts}`);
  return root.thread_ts ?? root.ts;
}
