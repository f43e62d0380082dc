import { SlackError } from '../slack-error.ts';
import type { Trigger } from './model.ts';
import type { World } from './world.ts';

/** docs.slack.dev/interactivity/handling-user-interaction: a trigger lives three seconds and is used once. */
const TRIGGER_LIFE_MS = 3000;

/** `at`: the view that they acted in, and the conversation that they were looking at. */
export function issueTrigger(world: World, user: string, at: { view_id?: string; channel?: string } = {}): string {
  const id = `${world.ids.next('')}.${world.ids.next('')}.${world.ids.secret()}`;
  world.triggers.set(id, {
    user,
    at: world.clock.real(),
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
