import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { InboxKind } from '../store/index.ts';

const Body = z.looseObject({
  type: z.string().optional(),
  command: z.string().optional(),
  event_id: z.string().optional(),
  trigger_id: z.string().optional(),
});

export type DeliveryKind = InboxKind | 'options' | 'notice';

/**
 * What kind of delivery a body is and the id it is recorded under: Slack's own (`event_id`, `trigger_id`), else a hash of the
 * body, which is the same for a replay. `options` (menu suggestions) and `notice` (nothing Bolt handles) are not recorded.
 */
export function identify(body: unknown): { kind: DeliveryKind; id: string } {
  const { type, command, event_id, trigger_id } = Body.parse(body);
  const kind = kindOf(type, command);
  if (event_id) return { kind, id: `event:${event_id}` };
  if (trigger_id) return { kind, id: `trigger:${trigger_id}` };
  return { kind, id: `sha256:${createHash('sha256').update(canonical(body)).digest('hex')}` };
}

function kindOf(type: string | undefined, command: string | undefined): DeliveryKind {
  if (type === 'event_callback') return 'event';
  if (command !== undefined) return 'command';
  if (type === 'block_suggestion') return 'options';
  const interactions = ['block_actions', 'view_submission', 'view_closed', 'shortcut', 'message_action'];
  return type !== undefined && interactions.includes(type) ? 'interaction' : 'notice';
}

/** JSON with sorted fields, so that the same body in another order has the same hash. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
}
