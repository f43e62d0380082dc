import type { MessageChangedEvent, MessageDeletedEvent } from '@slack/types';
import { formatTs } from '../state/clock.ts';
import { describeAuthor, describeMessage } from '../state/describe.ts';
import { isNarrated } from '../state/message-index.ts';
import type { Channel, Json, Message } from '../state/model.ts';
import type { World } from '../state/world.ts';

/** Message subscriptions by kind of conversation, with the scope Slack asks for and the `channel_type` of the event. */
export const MESSAGE_EVENTS = {
  public: ['message.channels', 'channels:history', 'channel'],
  private: ['message.groups', 'groups:history', 'group'],
  im: ['message.im', 'im:history', 'im'],
  mpim: ['message.mpim', 'mpim:history', 'mpim'],
} as const;

/** A new message, and `app_mention` when it names the app. */
export function posted(world: World, channel: Channel, message: Message): Json[] {
  const { ts, user, text, subtype = '' } = message;
  const team = WITH_TEAM.test(subtype) ? { team: world.team.id } : {};
  const described: Json = { ...describeMessage(world, channel, message, true), ...team, ...visitor(world, message) };
  const events = about(world, channel, { ...described, event_ts: ts });
  const bot = world.app.bot_user.id;
  const mentioned = channel.kind !== 'im' && user !== bot && text.includes(`<@${bot}>`);
  if (!mentioned || isNarrated(message)) return events;
  const { parent_user_id: _parent, root: _root, ...shown } = described;
  const mention = { ...shown, type: 'app_mention', channel: channel.id, event_ts: ts };
  return [...events, ...ifMember(world, channel, mention)];
}

/** `message_changed` and `message_deleted` are hidden messages about another one, with a time of their own. */
export function changed(world: World, channel: Channel, message: Message, previous: Message): Json[] {
  return hidden(world, channel, {
    subtype: 'message_changed',
    message: describeMessage(world, channel, message, true),
    previous_message: describeMessage(world, channel, previous, true),
  } satisfies About<MessageChangedEvent>);
}

export function deleted(world: World, channel: Channel, previous: Message): Json[] {
  return hidden(world, channel, {
    subtype: 'message_deleted',
    deleted_ts: previous.ts,
    previous_message: describeMessage(world, channel, previous, true),
  } satisfies About<MessageDeletedEvent>);
}

/** What only one kind of event has; messages are described elsewhere. */
type About<E extends MessageChangedEvent | MessageDeletedEvent> = {
  [K in
    | Exclude<keyof E, keyof MessageDeletedEvent & keyof MessageChangedEvent>
    | 'subtype'
    | 'previous_message']: K extends 'message' | 'previous_message' ? Json : E[K];
};

/** Of Slack's own messages these name the team, as events only. */
const WITH_TEAM = /^(channel|group)_(join|leave|name|archive|unarchive)$/;

function hidden(world: World, channel: Channel, event: Json): Json[] {
  const ts = formatTs(Math.floor(world.clock.now() * 1000));
  return about(world, channel, { ...event, hidden: true, ts, event_ts: ts });
}

function about(world: World, channel: Channel, event: Json): Json[] {
  const channel_type = MESSAGE_EVENTS[channel.kind][2];
  return ifMember(world, channel, { ...event, type: 'message', channel: channel.id, channel_type });
}

/** Of somebody from another company Slack tells who they are, as the app cannot look them up. */
function visitor(world: World, { user }: Message): Json {
  const author = world.users.get(user);
  if (!author || author.team_id === world.team.id) return {};
  return { user_profile: describeAuthor(world, author) };
}

/** An app hears of what happens where its bot is a member. */
export function ifMember(world: World, channel: Channel, event: Json): Json[] {
  return channel.members.has(world.app.bot_user.id) ? [event] : [];
}
