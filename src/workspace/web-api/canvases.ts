import { z } from 'zod';
import { editCanvas, findSections, toMarkdown } from '../canvas/edit.ts';
import { canvasHtml } from '../canvas/html.ts';
import { argumentError, SlackError } from '../slack-error.ts';
import { changeableCanvas, createCanvas, deleteCanvas, visibleCanvas } from '../state/canvases.ts';
import type { Canvas } from '../state/model.ts';
import { type Call, joined, json, type Methods, method, seen, text } from './method.ts';

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
      if (args.channel_id) return asTab(call, args.channel_id, args.title, args.document_content?.markdown);
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
    const canvas = changeableCanvas(call.world, args.canvas_id, call.bot);
    const [change, ...more] = args.changes;
    if (!change || more.length > 0) {
      throw argumentError('invalid_arguments', ['no more than 1 items allowed [json-pointer:/changes]']);
    }
    editCanvas(call.world, canvas, change);
    return {};
  }),
  'canvases.delete': method(z.object({ canvas_id: text }), WRITE, (call, args) => {
    const canvas = visibleCanvas(call.world, args.canvas_id, call.bot);
    if (canvas.owner !== call.bot) throw new SlackError('restricted_action');
    deleteCanvas(call.world, canvas);
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
      const { sections } = visibleCanvas(call.world, args.canvas_id, call.bot);
      return { content: args.content_type === 'html' ? canvasHtml(sections) : toMarkdown(sections) };
    },
  ),
};

/** `canvases.create` with a channel: a tab there. A paid workspace may have several in one channel. */
function asTab(call: Call, channelId: string, title: string | undefined, markdown: string | undefined) {
  const channel = joined(call, channelId);
  if (channel.canvas_id && call.world.plan === 'free') throw new SlackError('free_team_canvas_tab_already_exists');
  return { canvas_id: made(call, title, markdown, channelId).id };
}

/** The channel's own canvas, of which there is one. */
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
