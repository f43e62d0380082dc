import { z } from 'zod';
import { editCanvas, findSections, toMarkdown } from '../canvas/edit.ts';
import { argumentError, SlackError } from '../slack-error.ts';
import { accessTo, createCanvas, deleteCanvas, visibleCanvas } from '../state/canvases.ts';
import type { Canvas } from '../state/model.ts';
import { type Call, commaList, joined, json, type Methods, method, seen, text } from './method.ts';

const Content = z.object({ type: z.literal('markdown'), markdown: z.string() });
const WRITE = ['canvases:write'];
const READ = ['canvases:read'];

const Change = z.object({
  operation: z.enum([
    'insert_after',
    'insert_before',
    'insert_at_start',
    'insert_at_end',
    'replace',
    'delete',
    'rename',
  ]),
  section_id: z.string().optional(),
  document_content: Content.optional(),
  title_content: Content.optional(),
});

const Criteria = z.object({
  section_types: z
    .array(z.enum(['any_header', 'h1', 'h2', 'h3']))
    .min(1)
    .max(3)
    .optional(),
  contains_text: z.string().min(1).optional(),
});

export const canvases: Methods = {
  'canvases.create': method(
    z.object({
      title: z.string().max(255).optional(),
      document_content: json(Content).optional(),
      channel_id: text.optional(),
    }),
    WRITE,
    (call, args) => {
      if (args.channel_id) return inChannel(call, args.channel_id, args.title, args.document_content?.markdown);
      if (call.world.plan === 'free') throw new SlackError('free_teams_cannot_create_non_tabbed_canvases');
      const { id } = made(call, args.title, args.document_content?.markdown, null);
      return { canvas_id: id };
    },
  ),
  'conversations.canvases.create': method(
    z.object({ channel_id: text, title: z.string().max(255).optional(), document_content: json(Content).optional() }),
    WRITE,
    (call, args) => inChannel(call, args.channel_id, args.title, args.document_content?.markdown),
  ),
  'canvases.edit': method(z.object({ canvas_id: text, changes: json(z.array(Change).min(1)) }), WRITE, (call, args) => {
    const canvas = writable(call, args.canvas_id);
    const [change, ...more] = args.changes;
    if (!change || more.length > 0) {
      throw argumentError('invalid_arguments', ['no more than 1 items allowed [json-pointer:/changes]']);
    }
    if (call.world.plan === 'free' && canvas.channel === null) {
      throw new SlackError('free_teams_cannot_edit_standalone_canvases');
    }
    editCanvas(call.world, canvas, change);
    return {};
  }),
  'canvases.delete': method(z.object({ canvas_id: text }), WRITE, (call, args) => {
    deleteCanvas(call.world, writable(call, args.canvas_id));
    return {};
  }),
  'canvases.sections.lookup': method(z.object({ canvas_id: text, criteria: json(Criteria) }), READ, (call, args) => {
    if (call.world.canvases.get(args.canvas_id)?.deleted) throw new SlackError('canvas_deleted');
    const canvas = visibleCanvas(call.world, args.canvas_id, call.bot);
    if (!args.criteria.section_types && !args.criteria.contains_text) throw new SlackError('invalid_arguments');
    return { sections: findSections(canvas, args.criteria).map(({ id }) => ({ id })) };
  }),
  'canvases.getContent': method(
    z.object({ canvas_id: text, content_type: z.enum(['markdown', 'html']).default('markdown') }),
    READ,
    (call, args) => {
      const markdown = toMarkdown(visibleCanvas(call.world, args.canvas_id, call.bot).sections);
      return { content: args.content_type === 'html' ? `<pre>${escapeHtml(markdown)}</pre>` : markdown };
    },
  ),
  'canvases.access.set': method(
    z.object({
      canvas_id: text,
      access_level: z.enum(['read', 'write', 'owner']),
      channel_ids: commaList.optional(),
      user_ids: commaList.optional(),
    }),
    WRITE,
    (call, args) => {
      const canvas = writable(call, args.canvas_id);
      const ids = grantees(call, args);
      if (args.access_level === 'owner' && args.channel_ids) throw new SlackError('invalid_parameters');
      for (const id of ids) canvas.access.set(id, args.access_level);
      call.world.changes.tell({ type: 'canvas', canvas });
      return {};
    },
  ),
  'canvases.access.delete': method(
    z.object({ canvas_id: text, channel_ids: commaList.optional(), user_ids: commaList.optional() }),
    WRITE,
    (call, args) => {
      const canvas = writable(call, args.canvas_id);
      for (const id of grantees(call, args)) canvas.access.delete(id);
      call.world.changes.tell({ type: 'canvas', canvas });
      return {};
    },
  ),
};

function inChannel(call: Call, channelId: string, title: string | undefined, markdown: string | undefined) {
  const channel = joined(call, channelId);
  if (channel.canvas_id) {
    const free = call.world.plan === 'free';
    throw new SlackError(free ? 'free_team_canvas_tab_already_exists' : 'channel_canvas_already_exists');
  }
  return { canvas_id: made(call, title, markdown, channelId).id };
}

function made(call: Call, title: string | undefined, markdown: string | undefined, channelId: string | null): Canvas {
  const channel = channelId === null ? null : seen(call, channelId);
  return createCanvas(call.world, { title: title ?? 'Untitled', markdown: markdown ?? '', owner: call.bot, channel });
}

function writable(call: Call, id: string): Canvas {
  const canvas = visibleCanvas(call.world, id, call.bot);
  if (accessTo(call.world, canvas, call.bot) === 'read') throw new SlackError('access_denied');
  return canvas;
}

/** `user_ids` or `channel_ids`, never both. */
function grantees(call: Call, args: { channel_ids?: string[] | undefined; user_ids?: string[] | undefined }): string[] {
  if (!args.channel_ids === !args.user_ids) throw new SlackError('invalid_parameters');
  for (const id of args.channel_ids ?? []) {
    if (seen(call, id).kind === 'im') throw new SlackError('invalid_parameters');
  }
  if (args.user_ids?.some((id) => !call.world.users.has(id))) throw new SlackError('failed_to_update_user_ids');
  return args.channel_ids ?? args.user_ids ?? [];
}

function escapeHtml(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
