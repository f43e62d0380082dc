import { z } from 'zod';
import { SlackError } from '../slack-error.ts';
import { openDm, visibleChannel } from '../state/channels.ts';
import { messageAt } from '../state/messages.ts';
import type { Channel, Message } from '../state/model.ts';
import type { World } from '../state/world.ts';
import { holds } from './authorize.ts';
import { type Call, flag, loose, seen } from './method.ts';

/** What the methods that post have in common: where to, in whose name, what. */
export const content = {
  text: z.string().optional(),
  markdown_text: z.string().optional(),
  blocks: loose.optional(),
  attachments: loose.optional(),
  metadata: loose.optional(),
  parse: z.enum(['none', 'full', 'client', 'mrkdwn', 'false']).optional(),
  link_names: flag.optional(),
};
export const customized = {
  username: z.string().optional(),
  icon_emoji: z.string().optional(),
  icon_url: z.string().optional(),
};
/** Taken and without effect: nothing is unfurled here, and mrkdwn is how the page shows a text in any case. */
export const accepted = { unfurl_links: flag.optional(), unfurl_media: flag.optional(), mrkdwn: flag.optional() };

/** A channel id, a `#name`, or a person (their direct message). Throws `channel_not_found`, `user_not_found`, `is_archived`, `not_in_channel`. */
export function target(call: Call, to: string): Channel {
  const { world, bot } = call;
  const user = world.users.get(to);
  if (user?.deleted) throw new SlackError('user_not_found');
  if (user) return openDm(world, bot, to).channel;
  return postable(call, visibleChannel(world, idOf(world, to), bot));
}

/** The id of the channel of this name (`#name` or `name`), or what was given. */
function idOf(world: World, to: string): string {
  const name = to.replace(/^#/, '');
  return [...world.channels.values()].find((one) => one.name !== '' && one.name === name)?.id ?? to;
}

/** The place that `target` would find under any of its names, without opening it: a channel's id, or who talks in a direct message. */
export function placeOf({ world, bot }: Call, to: unknown): string {
  const id = idOf(world, String(to));
  const channel = world.channels.get(id);
  const people = world.users.has(id) ? [bot, id] : channel?.kind === 'im' ? [...channel.members] : null;
  return people ? people.toSorted().join(' and ') : id;
}

export function postable(call: Call, channel: Channel): Channel {
  if (channel.is_archived) throw new SlackError('is_archived');
  const anywhere = channel.kind === 'public' && holds(call, 'chat:write.public');
  if (!channel.members.has(call.bot) && !anywhere) throw new SlackError('not_in_channel');
  return channel;
}

/** A message of the caller's own. Throws `channel_not_found`, `message_not_found` and `refusal`. */
export function own(call: Call, id: string, ts: string, refusal: string): { channel: Channel; message: Message } {
  const channel = seen(call, id);
  const message = messageAt(channel, ts);
  if (!message || message.subtype === 'tombstone') throw new SlackError('message_not_found');
  if (message.user !== call.bot) throw new SlackError(refusal);
  return { channel, message };
}

type Customized = z.output<z.ZodObject<typeof customized>>;

/** The caller as author. Another name or picture needs `chat:write.customize`; without it Slack ignores them. */
export function author(call: Call, given: Customized = {}) {
  const { bot_id, id: app_id } = call.world.app;
  const { username, icon_emoji, icon_url } = holds(call, 'chat:write.customize') ? given : {};
  const icons = icon_emoji ? { emoji: icon_emoji } : icon_url ? { image_48: icon_url } : undefined;
  return {
    user: call.bot,
    bot_id,
    app_id,
    ...(username || icons ? { subtype: 'bot_message' } : {}),
    ...(username ? { username } : {}),
    ...(icons ? { icons } : {}),
  };
}
