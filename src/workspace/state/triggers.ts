import { SlackError } from '../slack-error.ts';
import type { Trigger } from './interaction.ts';
import type { World } from './world.ts';

/** docs.slack.dev/interactivity/handling-user-interaction: a trigger lives three seconds and is used once. */
const TRIGGER_LIFE_MS = 3000;
/** How long the workspace still says of one that it has expired, in real time; then it forgets it. */
const REMEMBERED_MS = 30 * 60_000;

/** `at`: the view that they acted in, and the conversation that they were looking at. */
export function issueTrigger(world: World, user: string, at: { view_id?: string; channel?: string } = {}): string {
  const id = `${world.ids.once('')}.${world.ids.once('')}.${world.ids.secret()}`;
  const now = world.clock.real();
  for (const [old, { at: then }] of world.triggers) if (now - then > REMEMBERED_MS) world.triggers.delete(old);
  world.triggers.set(id, {
    user,
    at: now,
    used: false,
    view_id: at.view_id ?? null,
    channel: at.channel ?? null,
  });
  return id;
}

/** Throws `invalid_trigger_id`, `exchanged_trigger_id`, `expired_trigger_id`. */
export function useTrigger(world: World, id: string): Trigger {
  const trigger = world.triggers.get(id);
  if (!trigger) throw new SlackError('invalid_trigger_id');
  if (trigger.used) throw new SlackError('exchanged_trigger_id');
  if (world.clock.real() - trigger.at > TRIGGER_LIFE_MS) throw new SlackError('expired_trigger_id');
  trigger.used = true;
  return trigger;
}
