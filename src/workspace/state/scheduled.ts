import { SlackError } from '../slack-error.ts';
import { type Cancel, seconds } from './clock.ts';
import { messageAt, postMessage } from './messages.ts';
import type { ScheduledMessage } from './model.ts';
import type { World } from './world.ts';

/** docs.slack.dev/reference/methods/chat.scheduleMessage. Seconds. */
const FURTHEST = 120 * 86_400;
const CROWD = 30;
const CROWD_WITHIN = 300;

const cancels = new WeakMap<ScheduledMessage, Cancel>();

/** Throws `time_in_past`, `time_too_far`, `restricted_too_many`. */
export function schedule(world: World, made: Omit<ScheduledMessage, 'id' | 'created'>): ScheduledMessage {
  const now = world.clock.now() / 1000;
  if (made.post_at <= now) throw new SlackError('time_in_past');
  if (made.post_at > now + FURTHEST) throw new SlackError('time_too_far');
  if (isCrowded(world, made)) throw new SlackError('restricted_too_many');
  const scheduled = { ...made, id: world.ids.next('Q'), created: seconds(world.clock.now()) };
  world.scheduled.set(scheduled.id, scheduled);
  postLater(world, scheduled);
  return scheduled;
}

export function postLater(world: World, scheduled: ScheduledMessage): void {
  const channel = world.channels.get(scheduled.channel);
  const where = channel?.name ? ` in #${channel.name}` : '';
  const cancel = world.clock.at(scheduled.post_at * 1000, () => post(world, scheduled), `A message is posted${where}`);
  cancels.set(scheduled, cancel);
}

export function unschedule(world: World, scheduled: ScheduledMessage): void {
  world.scheduled.delete(scheduled.id);
  cancels.get(scheduled)?.();
}

/** Soonest first. */
export function scheduledBy(world: World, user: string): ScheduledMessage[] {
  return [...world.scheduled.values()]
    .filter((one) => one.message.user === user)
    .sort((a, b) => a.post_at - b.post_at || (a.id < b.id ? -1 : 1));
}

/** Whether some five minutes would hold more than thirty messages of a channel. */
function isCrowded(world: World, { channel, post_at }: Pick<ScheduledMessage, 'channel' | 'post_at'>): boolean {
  const times = [...world.scheduled.values()]
    .filter((one) => one.channel === channel && Math.abs(one.post_at - post_at) < CROWD_WITHIN)
    .map((one) => one.post_at);
  return [...times, post_at].some(
    (start) => [...times, post_at].filter((time) => time >= start && time < start + CROWD_WITHIN).length > CROWD,
  );
}

/** What can no longer be posted is dropped. With metadata it never is: the bug that Slack's page of the method tells of. */
function post(world: World, scheduled: ScheduledMessage): void {
  if (!world.scheduled.delete(scheduled.id)) return;
  const { message, post_at } = scheduled;
  const channel = world.channels.get(scheduled.channel);
  if (!channel || channel.is_archived || message.metadata) return;
  const anywhere = channel.kind === 'public' && world.app.scopes.includes('chat:write.public');
  if (!channel.members.has(message.user) && !anywhere) return;
  if (message.thread_ts !== undefined && !messageAt(channel, message.thread_ts)) return;
  postMessage(world, channel, message, post_at * 1000);
}
