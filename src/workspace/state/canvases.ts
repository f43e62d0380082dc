import { toMarkdown, toSections } from '../canvas/edit.ts';
import { SlackError } from '../slack-error.ts';
import { seconds } from './clock.ts';
import type { AccessLevel, Canvas, Channel } from './model.ts';
import type { World } from './world.ts';

export function createCanvas(
  world: World,
  made: { title: string; markdown: string; owner: string; channel: Channel | null },
): Canvas {
  const sections = toSections(world, made.markdown);
  const canvas: Canvas = {
    id: world.ids.next('F'),
    title: made.title,
    owner: made.owner,
    channel: made.channel?.id ?? null,
    sections,
    access: new Map(),
    created: seconds(world.clock.now()),
    updated: world.clock.now(),
    deleted: false,
  };
  world.canvases.set(canvas.id, canvas);
  if (made.channel) {
    made.channel.canvas_id = canvas.id;
    canvas.access.set(made.channel.id, 'write');
    world.changes.tell({ type: 'channel_changed', channel: made.channel });
  }
  world.changes.tell({ type: 'canvas', canvas });
  return canvas;
}

const RANK: Record<AccessLevel, number> = { read: 1, write: 2, owner: 3 };

/** What somebody may do with a canvas: own grant, grant to a channel of theirs, or ownership. */
export function accessTo(world: World, canvas: Canvas, user: string): AccessLevel | null {
  if (canvas.owner === user) return 'owner';
  let best = canvas.access.get(user) ?? null;
  for (const [id, level] of canvas.access) {
    const channel = world.channels.get(id);
    if (!channel?.members.has(user) && channel?.kind !== 'public') continue;
    if (!best || RANK[level] > RANK[best]) best = level;
  }
  return best;
}

/** Throws `canvas_not_found` when the canvas is missing, deleted or not theirs to see. */
export function visibleCanvas(world: World, id: string, user: string): Canvas {
  const canvas = world.canvases.get(id);
  if (!canvas || canvas.deleted || !accessTo(world, canvas, user)) throw new SlackError('canvas_not_found');
  return canvas;
}

export function deleteCanvas(world: World, canvas: Canvas): void {
  canvas.deleted = true;
  const channel = canvas.channel === null ? undefined : world.channels.get(canvas.channel);
  if (!channel) return;
  channel.canvas_id = null;
  world.changes.tell({ type: 'channel_changed', channel });
}

/** A canvas as Slack's file methods show it. */
export function describeCanvas(world: World, canvas: Canvas): Record<string, unknown> {
  return {
    id: canvas.id,
    created: canvas.created,
    timestamp: canvas.created,
    updated: seconds(canvas.updated),
    name: canvas.title.replaceAll(' ', '_'),
    title: canvas.title,
    mimetype: 'application/vnd.slack-docs',
    filetype: 'quip',
    pretty_type: 'Canvas',
    user: canvas.owner,
    user_team: world.team.id,
    size: toMarkdown(canvas.sections).length,
    mode: 'quip',
    is_external: false,
    is_public: canvas.channel !== null,
    url_private: `${world.url}/docs/${world.team.id}/${canvas.id}`,
    permalink: `${world.url}/docs/${world.team.id}/${canvas.id}`,
    channels: canvas.channel === null ? [] : [canvas.channel],
    groups: [],
    ims: [],
    file_access: 'visible',
  };
}
