import { z } from 'zod';
import { endStatusLater } from './assistant.ts';
import { CLOCK_GOES, isUsable } from './clock.ts';
import { postLater } from './scheduled.ts';
import { type Bytes, bytesInside, fromJson, toJson } from './snapshot-json.ts';
import { Kept } from './snapshot-shape.ts';
import { endLater } from './streaming.ts';
import type { World } from './world.ts';

/** Raised whenever an older snapshot can no longer be read. */
const FORMAT = 1;

/** What is no data, or belongs to this process alone. */
const LEFT_OUT = new Set(['clock', 'ids', 'changes', 'url']);

/** A whole workspace as JSON. `clock.now`: ISO instant; `moved`: its clock was not the real one. */
export const Snapshot = z.object({
  format: z.literal(FORMAT, `this is not a snapshot of format ${FORMAT}`),
  clock: z.object({ now: z.iso.datetime().refine((now) => isUsable(Date.parse(now)), CLOCK_GOES), moved: z.boolean() }),
  ids: z.number().int().min(0),
  world: z.record(z.string(), z.unknown()),
});
export type Snapshot = z.infer<typeof Snapshot>;

export function takeSnapshot(world: World, bytes: Bytes = bytesInside): Snapshot {
  const parts = Object.entries(world).filter(([name]) => !LEFT_OUT.has(name));
  return {
    format: FORMAT,
    clock: { now: new Date(world.clock.now()).toISOString(), moved: world.clock.offset() !== 0 },
    ids: world.ids.given(),
    world: Object.fromEntries(parts.map(([name, part]) => [name, toJson(part, bytes)])),
  };
}

/** Puts a workspace back as it was. Throws and changes nothing when the snapshot does not fit. Told to everybody as `reset`. */
export function restoreSnapshot(world: World, given: unknown, bytes: Bytes = bytesInside): void {
  const { clock, ids, app, parts } = readSnapshot(given, bytes);
  world.clock.stop();
  world.ids.resume(ids);
  // Others hold on to the app.
  Object.assign(world, { ...parts, app: Object.assign(world.app, app) });
  if (clock.moved) world.clock.moveTo(Date.parse(clock.now));
  else world.clock.toReal();
  resume(world);
  world.changes.tell({ type: 'reset' });
}

/** The whole snapshot, read and checked. */
function readSnapshot(given: unknown, bytes: Bytes) {
  const { clock, ids, world } = parsed(Snapshot, given);
  const raw = Object.fromEntries(Object.entries(world).map(([name, part]) => [name, fromJson(part, bytes)]));
  const fit = parsed(Kept, raw);
  return { clock, ids, app: fit.app, parts: Object.fromEntries(Object.keys(fit).map((name) => [name, raw[name]])) };
}

function parsed<T extends z.ZodType>(schema: T, given: unknown): z.output<T> {
  const { data, error } = schema.safeParse(given);
  if (error) throw new TypeError(`the snapshot does not fit: ${z.prettifyError(error)}`);
  return data;
}

/** What was to happen at a time is to happen still. Events that waited for a retry are gone: the courier's, not the world's. */
function resume(world: World): void {
  for (const scheduled of world.scheduled.values()) postLater(world, scheduled);
  for (const thread of world.assistant_threads.values()) if (thread.status !== '') endStatusLater(world, thread);
  for (const channel of world.channels.values()) {
    for (const message of channel.messages) if (message.stream) endLater(world, channel, message);
  }
}
