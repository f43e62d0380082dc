import { SlackError } from '../slack-error.ts';
import { visibleChannel, writableChannel } from '../state/channels.ts';
import { seconds } from '../state/clock.ts';
import { existingMessage, removeEphemeral } from '../state/messages.ts';
import type { World } from '../state/world.ts';

/** Slack keeps at most 100 pins in a conversation (pins.add, too_many_pins). */
const MOST_PINS = 100;

interface At {
  as: string;
  channel: string;
  ts: string;
}

export function pinMessage(world: World, { as, channel: id, ts, remove }: At & { remove: boolean }): object {
  const channel = writableChannel(world, id, as);
  const message = existingMessage(channel, ts);
  const pinned = channel.pins.some((pin) => pin.ts === ts);
  if (pinned !== remove) throw new SlackError(remove ? 'no_pin' : 'already_pinned');
  if (!remove && channel.pins.length >= MOST_PINS) throw new SlackError('too_many_pins');
  if (remove) channel.pins = channel.pins.filter((pin) => pin.ts !== ts);
  else channel.pins.push({ ts, user: as, created: seconds(world.clock.now()) });
  world.changes.tell({ type: 'pin', added: !remove, channel, message, user: as });
  return {};
}

/** Takes away a message that only this person sees. */
export function dismissEphemeral(world: World, { as, channel: id, ts }: At): object {
  const channel = visibleChannel(world, id, as);
  if (!channel.ephemerals.some((one) => one.ts === ts && one.to === as)) throw new SlackError('message_not_found');
  removeEphemeral(world, channel, ts);
  return {};
}
