import { toMarkdown, toSections } from '../canvas/edit.ts';
import { toggleCheck } from '../canvas/markdown.ts';
import { SlackError } from '../slack-error.ts';
import { seconds } from './clock.ts';
import type { AccessLevel, Canvas, Channel } from './model.ts';
import { canSee } from './people.ts';
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
    // A channel's first canvas is its own; those after it are further tabs.
    made.channel.canvas_id ??= canvas.id;
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
    if (!channel || !canSee(world, channel, user)) continue;
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

/** On a free workspace only canvases in the tab of a conversation can be changed; the others are there to read. */
export function frozenByPlan(world: World, canvas: Canvas): boolean {
  return world.plan === 'free' && canvas.channel === null;
}

/** The canvas as somebody may change it. Throws `canvas_not_found`, `access_denied`, `free_teams_cannot_edit_standalone_canvases`. */
export function changeableCanvas(world: World, id: string, user: string): Canvas {
  const canvas = visibleCanvas(world, id, user);
  if (accessTo(world, canvas, user) === 'read') throw new SlackError('access_denied');
  if (frozenByPlan(world, canvas)) throw new SlackError('free_teams_cannot_edit_standalone_canvases');
  return canvas;
}

/** The new owner takes the place of the old one, who can still write. */
export function giveCanvasTo(world: World, canvas: Canvas, user: string): void {
  canvas.access.set(canvas.owner, 'write');
  canvas.access.delete(user);
  canvas.owner = user;
  world.changes.tell({ type: 'canvas', canvas });
}

/** A person ticks a box of a check list. Throws `canvas_editing_failed` when the section or the box is not there. */
export function tickCanvas(world: World, canvas: Canvas, sectionId: string, index: number): void {
  const section = canvas.sections.find((one) => one.id === sectionId);
  const markdown = section ? toggleCheck(section.markdown, index) : null;
  if (!section || markdown === null) throw new SlackError('canvas_editing_failed', { detail: 'section not found' });
  section.markdown = markdown;
  canvas.updated = world.clock.now();
  world.changes.tell({ type: 'canvas', canvas });
}

export function deleteCanvas(world: World, canvas: Canvas): void {
  canvas.deleted = true;
  const channel = canvas.channel === null ? undefined : world.channels.get(canvas.channel);
  if (channel?.canvas_id !== canvas.id) return;
  channel.canvas_id = null;
  world.changes.tell({ type: 'channel_changed', channel });
}

/** A canvas as Slack's file methods show it. */
export function describeCanvas(world: World, canvas: Canvas): Record<string, unknown> {
  const kinds: Record<'public' | 'private' | 'im', string[]> = { public: [], private: [], im: [] };
  for (const id of canvas.access.keys()) {
    const kind = world.channels.get(id)?.kind;
    if (kind) kinds[kind === 'public' || kind === 'im' ? kind : 'private'].push(id);
  }
  const updated = seconds(canvas.updated);
  const address = `${world.url}/files-pri/${world.team.id}-${canvas.id}`;
  return {
    id: canvas.id,
    created: canvas.created,
    timestamp: canvas.created,
    updated,
    edit_timestamp: updated,
    name: canvas.title.replaceAll(' ', '_'),
    title: canvas.title,
    mimetype: 'application/vnd.slack-docs',
    filetype: 'quip',
    pretty_type: 'Canvas',
    user: canvas.owner,
    user_team: world.team.id,
    editable: true,
    editors: [canvas.owner],
    size: Buffer.byteLength(toMarkdown(canvas.sections)),
    mode: 'quip',
    quip_thread_id: canvas.id,
    is_channel_space: canvas.channel !== null,
    ...(canvas.channel === null ? {} : { linked_channel_id: canvas.channel }),
    is_external: false,
    external_type: '',
    is_public: kinds.public.length > 0,
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    url_private: `${address}/canvas`,
    url_private_download: `${address}/download/canvas`,
    permalink: `${world.url}/docs/${world.team.id}/${canvas.id}`,
    channels: kinds.public,
    groups: kinds.private,
    ims: kinds.im,
    shares: {},
    has_rich_preview: false,
    file_access: 'visible',
    comments_count: 0,
  };
}
