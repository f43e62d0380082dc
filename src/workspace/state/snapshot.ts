import { z } from 'zod';
import { endStatusLater } from './assistant.ts';
import { postLater } from './scheduled.ts';
import { type Bytes, bytesInside, fromJson, isObject, toJson } from './snapshot-json.ts';
import { endLater } from './streaming.ts';
import type { World } from './world.ts';

/** Raised whenever an older snapshot can no longer be read. */
const FORMAT = 1;

/** What is no data, or belongs to this process alone. */
const LEFT_OUT = new Set(['clock', 'ids', 'changes', 'url']);

/** A whole workspace as JSON. `clock.now`: ISO instant; `moved`: its clock was not the real one. */
export const Snapshot = z.object({
  format: z.literal(FORMAT, `this is not a snapshot of format ${FORMAT}`),
  clock: z.object({ now: z.iso.datetime(), moved: z.boolean() }),
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
  const { clock, ids, world: parts } = Snapshot.parse(given);
  const restored = Object.entries(world)
    .filter(([name]) => !LEFT_OUT.has(name))
    .map(([name, now]): [string, unknown] => [name, fitting(name, now, fromJson(parts[name], bytes))]);
  world.clock.stop();
  world.ids.resume(ids);
  // Others hold on to the app.
  for (const [name, part] of restored) {
    Object.assign(world, name === 'app' ? { app: Object.assign(world.app, part) } : { [name]: part });
  }
  if (clock.moved) world.clock.moveTo(Date.parse(clock.now));
  else world.clock.advance(-world.clock.offset());
  resume(world);
  world.changes.tell({ type: 'reset' });
}

/** A part of a snapshot is of the same kind as what stands there now. */
function fitting(name: string, now: unknown, then: unknown): unknown {
  const kind = (value: unknown) =>
    value instanceof Map ? 'a map' : value instanceof Set ? 'a set' : isObject(value) ? 'an object' : typeof value;
  if (kind(now) === kind(then)) return then;
  throw new TypeError(`the snapshot's "${name}" is ${kind(then)}, not ${kind(now)}`);
}

/** What was to happen at a time is to happen still. Events that waited for a retry are gone. */
function resume(world: World): void {
  for (const scheduled of world.scheduled.values()) postLater(world, scheduled);
  for (const thread of world.assistant_threads.values()) if (thread.status !== '') endStatusLater(world, thread);
  for (const channel of world.channels.values()) {
    for (const message of channel.messages) if (message.stream) endLater(world, channel, message);
  }
}
