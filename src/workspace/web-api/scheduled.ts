import { z } from 'zod';
import { SlackError } from '../slack-error.ts';
import { visibleChannel } from '../state/channels.ts';
import { describeMessage } from '../state/describe.ts';
import { rootFor } from '../state/messages.ts';
import type { Channel, Json, ScheduledMessage } from '../state/model.ts';
import { schedule, scheduledBy, unschedule } from '../state/scheduled.ts';
import { threaded } from './chat.ts';
import { parseContent } from './message-payload.ts';
import { type Call, flag, id, type Methods, method, page, paged, text } from './method.ts';
import { accepted, author, content, target } from './posting.ts';

const Instant = z.coerce.number();

export const scheduled: Methods = {
  'chat.scheduleMessage': method(
    z.object({
      channel: id,
      post_at: text,
      ...content,
      ...accepted,
      thread_ts: text.optional(),
      reply_broadcast: flag.default(false),
    }),
    ['chat:write'],
    (call, args) => {
      const channel = target(call, args.channel);
      const post_at = secondsOf(args.post_at);
      const made = parseContent(call.world, args, 'schedule');
      if (args.thread_ts) rootFor(channel, args.thread_ts);
      const message = { ...made, ...author(call), ...threaded(args) };
      const { id } = schedule(call.world, { channel: channel.id, post_at, message });
      return { scheduled_message_id: id, channel: channel.id, post_at, message: preview(call, channel, message) };
    },
  ),
  'chat.deleteScheduledMessage': method(
    z.object({ channel: id, scheduled_message_id: text }),
    ['chat:write'],
    (call, args) => {
      const channel = visibleChannel(call.world, args.channel, call.bot);
      const found = call.world.scheduled.get(args.scheduled_message_id);
      if (!found || found.channel !== channel.id || found.message.user !== call.bot) {
        throw new SlackError('invalid_scheduled_message_id');
      }
      unschedule(call.world, found);
      return {};
    },
  ),
  'chat.scheduledMessages.list': method(
    z.object({ channel: text.optional(), oldest: Instant.optional(), latest: Instant.optional(), ...page }),
    [],
    (call, { channel, oldest = 0, latest = Number.POSITIVE_INFINITY, ...args }) => {
      if (channel !== undefined) readable(call, channel);
      if (oldest >= latest) throw new SlackError('invalid_arguments');
      const found = scheduledBy(call.world, call.bot).filter(
        (one) => (channel === undefined || one.channel === channel) && one.post_at >= oldest && one.post_at <= latest,
      );
      const { items, response_metadata } = paged(found, args);
      return { scheduled_messages: items.map(listed), response_metadata };
    },
  ),
};

/** Throws `invalid_time`. */
function secondsOf(value: string): number {
  if (!/^-?\d{1,12}$/.test(value)) throw new SlackError('invalid_time');
  return Number(value);
}

function readable(call: Call, id: string): void {
  try {
    visibleChannel(call.world, id, call.bot);
  } catch {
    throw new SlackError('invalid_channel');
  }
}

const listed = ({ id, channel, post_at, created, message }: ScheduledMessage): Json => ({
  id,
  channel_id: channel,
  post_at,
  date_created: created,
  text: message.text,
});

/** What is going to be said; it has no `ts` yet. */
function preview(call: Call, channel: Channel, message: ScheduledMessage['message']): Json {
  const { ts: _ts, ...shown } = describeMessage(
    call.world,
    channel,
    { ...message, ts: '', reactions: [], state: {} },
    true,
  );
  return { ...shown, type: 'delayed_message' };
}
