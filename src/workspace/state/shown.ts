import type { Json } from './model.ts';
import type { World } from './world.ts';

/** How many older versions a click may come from. */
const VERSIONS = 5;

/**
 * Blocks without a `block_id` get a new one with every change, while somebody may still look at, and click in, the version before.
 * Slack's clients send what they show, so such a click arrives all the same. `key` is `C…:ts` of a message or the id of a view.
 */
export function rememberShown(world: World, key: string, blocks: Json[]): void {
  if (blocks.length > 0) world.shown.set(key, [blocks, ...shownBefore(world, key)].slice(0, VERSIONS));
}

/** Newest first, without what is shown now. */
export function shownBefore(world: World, key: string): Json[][] {
  return world.shown.get(key) ?? [];
}

export function watchShown(world: World): void {
  world.changes.listen((change) => {
    if (change.type !== 'message_changed' || change.message.blocks === change.previous.blocks) return;
    rememberShown(world, `${change.channel.id}:${change.message.ts}`, change.previous.blocks ?? []);
  });
}
