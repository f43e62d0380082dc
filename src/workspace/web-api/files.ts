import { z } from 'zod';
import { SlackError } from '../slack-error.ts';
import { accessTo, describeCanvas } from '../state/canvases.ts';
import { openDm } from '../state/channels.ts';
import { describeFile } from '../state/describe.ts';
import { deleteFile, isFull, visibleFile } from '../state/files.ts';
import { messageAt, postMessage } from '../state/messages.ts';
import type { Channel } from '../state/model.ts';
import type { Uploads } from '../state/uploads.ts';
import { listFiles } from './file-list.ts';
import { parseContent } from './message-payload.ts';
import { type Call, commaList, count, joined, json, loose, type Methods, method, text } from './method.ts';

/** docs.slack.dev/reference/methods/files.getUploadURLExternal and files.completeUploadExternal. */
const ALT_TEXT = 1000;
const SNIPPET_BYTES = 1024 * 1024;
const CHANNELS = 100;

const Files = z.array(z.object({ id: z.string(), title: z.string().optional() })).min(1);

export function files(uploads: Uploads): Methods {
  return {
    'files.getUploadURLExternal': method(
      z.object({
        filename: text,
        length: count,
        alt_txt: z.string().optional(),
        snippet_type: z.string().optional(),
      }),
      ['files:write'],
      ({ world }, args) => {
        if (args.length < 1) throw new SlackError('missing_argument');
        if ((args.alt_txt?.length ?? 0) > ALT_TEXT) throw new SlackError('alt_txt_too_large');
        if (args.snippet_type && args.length > SNIPPET_BYTES) throw new SlackError('snippet_too_large');
        if (isFull(world, args.length)) throw new SlackError('storage_limit_reached');
        const { ticket, file_id } = uploads.begin(args.filename, args.length, args.alt_txt);
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
        const channels = destinations(call, args);
        // With an initial comment Slack ignores the blocks.
        const said =
          args.blocks && !args.initial_comment
            ? parseContent(call.world, { blocks: args.blocks }, 'post')
            : { text: args.initial_comment ?? '' };
        for (const { id } of args.files) uploads.check(id);
        const stored = args.files.map((file) => uploads.complete(file.id, file.title, call.bot));
        for (const channel of channels) {
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
      const rest = { comments: [], response_metadata: { next_cursor: '' } };
      const canvas = call.world.canvases.get(args.file);
      if (canvas && accessTo(call.world, canvas, call.bot)) {
        if (canvas.deleted) throw new SlackError('file_deleted');
        return { file: describeCanvas(call.world, canvas), ...rest };
      }
      return { file: describeFile(call.world, visibleFile(call.world, args.file, call.bot)), ...rest };
    }),
    'files.list': listFiles,
    'files.delete': method(z.object({ file: text }), ['files:write'], (call, args) => {
      const canvas = call.world.canvases.get(args.file);
      if (canvas && accessTo(call.world, canvas, call.bot)) throw new SlackError('delete_not_allowed');
      const file = visibleFile(call.world, args.file, call.bot);
      if (file.user !== call.bot) throw new SlackError('cant_delete_file');
      deleteFile(call.world, file);
      return {};
    }),
  };
}

/** Channels, or people for their direct messages. Throws before anything is posted anywhere. */
function destinations(
  call: Call,
  args: { channel_id?: string | undefined; channels?: string[] | undefined; thread_ts?: string | undefined },
): Channel[] {
  const ids = [...new Set([...(args.channel_id ? [args.channel_id] : []), ...(args.channels ?? [])])];
  if (ids.length > CHANNELS) throw new SlackError('channels_limit_exceeded');
  const channels = ids.map((id) =>
    call.world.users.has(id) ? openDm(call.world, call.bot, id).channel : joined(call, id),
  );
  const [first, ...more] = channels;
  if (args.thread_ts && more.length > 0) throw new SlackError('invalid_arguments');
  if (args.thread_ts && first && !messageAt(first, args.thread_ts)) throw new SlackError('thread_not_found');
  return channels;
}
