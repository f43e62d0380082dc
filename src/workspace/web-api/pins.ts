import { z } from 'zod';
import { SlackError } from '../slack-error.ts';
import { seconds } from '../state/clock.ts';
import { isNarrated } from '../state/message-index.ts';
import { existingMessage } from '../state/messages.ts';
import { describeItem, item, itemOf } from './message-item.ts';
import { id, type Methods, method, seen } from './method.ts';

/** docs.slack.dev/reference/methods/pins.add: `too_many_pins`. */
const MOST_PINS = 100;

export const pins: Methods = {
  'pins.add': method(z.object(item), ['pins:write'], (call, args) => {
    const { channel, message } = itemOf(call, args, 'write');
    if (isNarrated(message)) throw new SlackError('not_pinnable');
    if (channel.pins.some((pin) => pin.ts === message.ts)) throw new SlackError('already_pinned');
    if (channel.pins.length >= MOST_PINS) throw new SlackError('too_many_pins');
    channel.pins.push({ ts: message.ts, user: call.bot, created: seconds(call.world.clock.now()) });
    call.world.changes.tell({ type: 'pin', added: true, channel, message, user: call.bot });
    return {};
  }),
  'pins.remove': method(z.object(item), ['pins:write'], (call, args) => {
    const { channel, message } = itemOf(call, args, 'write');
    if (!channel.pins.some((pin) => pin.ts === message.ts)) throw new SlackError('no_pin');
    channel.pins = channel.pins.filter((pin) => pin.ts !== message.ts);
    call.world.changes.tell({ type: 'pin', added: false, channel, message, user: call.bot });
    return {};
  }),
  'pins.list': method(z.object({ channel: id }), ['pins:read'], (call, args) => {
    const channel = seen(call, args.channel);
    if (!channel.members.has(call.bot)) throw new SlackError('not_in_channel');
    const items = channel.pins.map(({ ts, user, created }) => ({
      ...describeItem(call, channel, existingMessage(channel, ts)),
      created,
      created_by: user,
    }));
    return { items };
  }),
};
