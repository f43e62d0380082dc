import { z } from 'zod';
import { SlackError } from '../slack-error.ts';
import { accessTo, describeCanvas } from '../state/canvases.ts';
import { deleteFile, describeFile, visibleFile } from '../state/files.ts';
import { messageAt, postMessage } from '../state/messages.ts';
import type { Json, StoredFile } from '../state/model.ts';
import type { Uploads } from '../state/uploads.ts';
import { parseContent } from './message-payload.ts';
import { type Call, commaList, count, joined, json, loose, type Methods, method, text } from './method.ts';

const Files = z.array(z.object({ id: z.string(), title: z.string().optional() })).min(1);

export function files(uploads: Uploads): Methods {
  return {
    'files.getUploadURLExternal': method(
      z.object({
        filename: text,
        length: count.refine((value) => value > 0, 'must be greater than 0'),
        alt_txt: z.string().max(1000).optional(),
      }),
      ['files:write'],
      ({ world }, args) => {
        const { ticket, file_id } = uploads.begin(args.filename, args.length);
        return { upload_url: `${world.url}/upload/v1/${ticket}`, file_id };
      },
    ),
    'files.completeUploadExternal': method(
      z.object({
        files: json(Files),
        channel_id: text.optional(),
        channels: commaList.optional(),
        thread_ts: text.optional(),
        initial_comment: z.string().optional(),
        blocks: loose.optional(),
      }),
      ['files:write'],
      (call, args) => {
        if (args.initial_comment && args.blocks) throw new SlackError('invalid_arguments');
        const channels = [...(args.channel_id ? [args.channel_id] : []), ...(args.channels ?? [])].map((id) =>
          joined(call, id),
        );
        const [first] = channels;
        if (args.thread_ts && first && !messageAt(first, args.thread_ts)) throw new SlackError('thread_not_found');
        const stored = args.files.map((file) => uploads.complete(file.id, file.title, call.bot));
        for (const channel of channels) {
          const said = args.blocks
            ? parseContent(call.world, { blocks: args.blocks }, 'post')
            : { text: args.initial_comment ?? '' };
          postMessage(call.world, channel, {
            ...said,
            user: call.bot,
            bot_id: call.world.app.bot_id,
            app_id: call.world.app.id,
            subtype: 'file_share',
            files: stored.map((file) => file.id),
            ...(args.thread_ts ? { thread_ts: args.thread_ts } : {}),
          });
        }
        return { files: stored.map((file) => describeFile(call.world, file)) };
      },
    ),
    'files.info': method(z.object({ file: text }), ['files:read'], (call, args) => {
      const canvas = call.world.canvases.get(args.file);
      if (canvas && !canvas.deleted && accessTo(call.world, canvas, call.bot)) {
        return { file: describeCanvas(call.world, canvas), comments: [] };
      }
      return { file: describeFile(call.world, visibleFile(call.world, args.file, call.bot)), comments: [] };
    }),
    'files.list': method(
      z.object({
        channel: text.optional(),
        user: text.optional(),
        types: commaList.optional(),
        count: count.default(100),
        page: count.default(1),
      }),
      ['files:read'],
      (call, args) => {
        const wanted = args.types ?? ['all'];
        const all = wanted.includes('all');
        const found: Json[] = all || wanted.some((type) => type !== 'canvas') ? listed(call, args) : [];
        if (all || wanted.includes('canvas')) found.push(...canvasesIn(call, args.channel));
        const from = (args.page - 1) * args.count;
        const pages = Math.ceil(found.length / args.count);
        return {
          files: found.slice(from, from + args.count),
          paging: { count: args.count, total: found.length, page: args.page, pages },
        };
      },
    ),
    'files.delete': method(z.object({ file: text }), ['files:write'], (call, args) => {
      const file = visibleFile(call.world, args.file, call.bot);
      if (file.user !== call.bot) throw new SlackError('cant_delete_file');
      deleteFile(call.world, file);
      return {};
    }),
  };
}

function listed(call: Call, args: { channel?: string | undefined; user?: string | undefined }): Json[] {
  const mine = (file: StoredFile) => {
    if (file.deleted || (args.user && file.user !== args.user) || (args.channel && !file.shares.has(args.channel)))
      return false;
    return (
      file.user === call.bot || [...file.shares.keys()].some((id) => call.world.channels.get(id)?.members.has(call.bot))
    );
  };
  return [...call.world.files.values()].filter(mine).map((file) => describeFile(call.world, file));
}

function canvasesIn(call: Call, channel: string | undefined): Json[] {
  return [...call.world.canvases.values()]
    .filter(
      (canvas) => !canvas.deleted && (!channel || canvas.channel === channel) && accessTo(call.world, canvas, call.bot),
    )
    .map((canvas) => describeCanvas(call.world, canvas));
}
