import { stateOf } from '../blocks/element-state.ts';
import { toMarkdown } from '../canvas/edit.ts';
import { describeMessage, describeView } from '../state/describe.ts';
import { allViews } from '../state/views.ts';
import type { World } from '../state/world.ts';

/** Everything a test may want to look at, as JSON. */
export function dump(world: World): Record<string, unknown> {
  return {
    now: new Date(world.clock.now()).toISOString(),
    users: [...world.users.values()],
    channels: [...world.channels.values()].map((channel) => ({
      id: channel.id,
      name: channel.name,
      kind: channel.kind,
      topic: channel.topic.value,
      purpose: channel.purpose.value,
      creator: channel.creator,
      is_archived: channel.is_archived,
      members: [...channel.members],
      canvas_id: channel.canvas_id,
      bookmarks: channel.bookmarks,
      pins: channel.pins,
      messages: channel.messages.map((message) => describeMessage(world, channel, message, true)),
      ephemerals: channel.ephemerals.map((one) => ({ ...describeMessage(world, channel, one, true), to: one.to })),
    })),
    canvases: [...world.canvases.values()].map(({ access, sections, ...canvas }) => ({
      ...canvas,
      sections,
      markdown: toMarkdown(sections),
      access: Object.fromEntries(access),
    })),
    files: [...world.files.values()].map(({ bytes, shares, ...file }) => ({
      ...file,
      size: bytes.length,
      shares: Object.fromEntries(shares),
    })),
    assistant_threads: [...world.assistant_threads.values()],
    function_runs: [...world.executions.values()].map(({ token: _, ...run }) => run),
    views: allViews(world).map((view) => ({
      ...describeView(world, view),
      user: view.user,
      values: stateOf(view.blocks, view.state),
    })),
  };
}
