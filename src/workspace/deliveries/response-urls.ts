import { z } from 'zod';
import { SlackError } from '../slack-error.ts';
import type { ResponseUrl } from '../state/interaction.ts';
import {
  changeMessage,
  deleteMessage,
  messageAt,
  postEphemeral,
  postMessage,
  removeEphemeral,
} from '../state/messages.ts';
import type { Channel } from '../state/model.ts';
import { rememberShown } from '../state/shown.ts';
import type { World } from '../state/world.ts';
import { parseContent } from '../web-api/message-payload.ts';

/** docs.slack.dev/interactivity/handling-user-interaction: five uses within thirty minutes. */
const USES = 5;
const LIFE_MS = 30 * 60_000;
/** How long the workspace still says of one that it has expired; then it forgets it. */
const REMEMBERED_MS = 24 * 60 * 60_000;

const Body = z.looseObject({
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  attachments: z.unknown().optional(),
  metadata: z.unknown().optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).optional(),
  replace_original: z.union([z.boolean(), z.stringbool()]).optional(),
  delete_original: z.union([z.boolean(), z.stringbool()]).optional(),
  thread_ts: z.string().optional(),
});

export function issueResponseUrl(
  world: World,
  made: Pick<ResponseUrl, 'channel' | 'user' | 'message_ts' | 'thread_ts'>,
) {
  const id = world.ids.secret(18);
  const now = world.clock.now();
  for (const [old, { at }] of world.responseUrls) if (now - at > REMEMBERED_MS) world.responseUrls.delete(old);
  world.responseUrls.set(id, { ...made, uses: 0, at: now });
  return `${world.url}/response/${world.team.id}/${id}`;
}

/** What the app posts to a response address. Throws `used_url`, `expired_url`, and whatever is wrong with the message. */
export function respond(world: World, id: string, input: unknown): void {
  const url = world.responseUrls.get(id);
  const channel = url && world.channels.get(url.channel);
  if (!url || !channel) throw new SlackError('invalid_url');
  if (world.clock.now() - url.at > LIFE_MS) throw new SlackError('expired_url');
  if (url.uses >= USES) throw new SlackError('used_url');
  answer(world, channel, url, input);
  url.uses += 1;
}

/** An acknowledgement with a body, or a post to the response address: the same rules. */
export function answer(
  world: World,
  channel: Channel,
  to: Pick<ResponseUrl, 'user' | 'message_ts' | 'thread_ts'>,
  input: unknown,
): void {
  const parsed = Body.safeParse(input);
  if (!parsed.success) throw new SlackError('invalid_payload');
  const body = parsed.data;
  const original = to.message_ts;
  if (body.delete_original && original) {
    removeOriginal(world, channel, original);
    return;
  }
  const content = parseContent(world, body, 'post');
  if (body.replace_original && original) {
    replaceOriginal(world, channel, original, content);
    return;
  }
  const { app } = world;
  const thread = body.thread_ts ?? to.thread_ts ?? undefined;
  const message = {
    ...content,
    user: app.bot_user.id,
    bot_id: app.bot_id,
    app_id: app.id,
    ...(thread ? { thread_ts: thread } : {}),
  };
  if (body.response_type === 'in_channel') postMessage(world, channel, message);
  else postEphemeral(world, channel, to.user, message);
}

function replaceOriginal(world: World, channel: Channel, ts: string, content: ReturnType<typeof parseContent>): void {
  const message = messageAt(channel, ts);
  const { blocks, attachments } = content;
  const change = { ...content, blocks, attachments };
  if (message) return void changeMessage(world, channel, message, change, world.app.bot_user.id);
  const ephemeral = channel.ephemerals.find((one) => one.ts === ts);
  if (!ephemeral) throw new SlackError('message_not_found');
  rememberShown(world, `${channel.id}:${ts}`, ephemeral.blocks ?? []);
  Object.assign(ephemeral, change);
  // In its place, under the same ts, so that the same address can replace it again.
  world.changes.tell({ type: 'ephemeral', channel, message: ephemeral });
}

function removeOriginal(world: World, channel: Channel, ts: string): void {
  const message = messageAt(channel, ts);
  if (message) deleteMessage(world, channel, message);
  else removeEphemeral(world, channel, ts);
}
