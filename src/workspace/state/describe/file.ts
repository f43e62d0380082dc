import { describeCanvas } from '../canvases.ts';
import { prettyType } from '../files.ts';
import { repliesTo } from '../messages.ts';
import type { Json, StoredFile } from '../model.ts';
import type { World } from '../world.ts';
import { imageSize } from './image-size.ts';

/** Slack's file object (docs.slack.dev/reference/objects/file-object). A deleted file is a tombstone. */
export function describeFile(world: World, file: StoredFile): Json {
  if (file.deleted) return { id: file.id, mode: 'tombstone' };
  const address = addressOf(world, file, 'files-pri');
  return {
    id: file.id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: file.filetype,
    pretty_type: prettyType(file.name),
    ...(file.alt_txt ? { alt_txt: file.alt_txt } : {}),
    user: file.user,
    user_team: world.team.id,
    editable: false,
    size: file.bytes.length,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    url_private: address,
    url_private_download: address.replace(/\/([^/]*)$/, '/download/$1'),
    permalink: `${world.url}/files/${file.user}/${file.id}/${encodeURIComponent(file.name)}`,
    permalink_public: `${world.url}/pub/${world.team.id}-${file.id}`,
    media_display_type: /^(audio|video)\//.test(file.mimetype) ? file.mimetype.slice(0, 5) : 'unknown',
    ...picture(world, file),
    ...preview(file),
    ...sharesOf(world, file),
    has_rich_preview: false,
    file_access: 'visible',
    comments_count: 0,
  };
}

export function describeFiles(world: World, ids: string[]): Json[] {
  return ids.flatMap((id) => {
    const file = world.files.get(id);
    if (file) return [describeFile(world, file)];
    const canvas = world.canvases.get(id);
    return canvas ? [describeCanvas(world, canvas)] : [];
  });
}

const addressOf = (world: World, file: StoredFile, folder: string): string =>
  `${world.url}/${folder}/${world.team.id}-${file.id}/${encodeURIComponent(file.name)}`;

/** Square thumbnails, then those that keep the picture's proportions; a picture is not made larger. */
const SQUARES = [64, 80, 160];
const FITTED = [360, 480, 720, 800, 960, 1024];

function picture(world: World, file: StoredFile): Json {
  const size = imageSize(file.bytes);
  if (!size || !file.mimetype.startsWith('image/')) return {};
  const longest = Math.max(size.width, size.height);
  const fitted = FITTED.filter((edge) => edge === 360 || edge <= longest).map((edge): Json => {
    const scale = Math.min(1, edge / longest);
    return {
      [`thumb_${edge}`]: addressOf(world, file, 'files-tmb'),
      [`thumb_${edge}_w`]: Math.max(1, Math.round(size.width * scale)),
      [`thumb_${edge}_h`]: Math.max(1, Math.round(size.height * scale)),
    };
  });
  const squares = SQUARES.map((edge): Json => ({ [`thumb_${edge}`]: addressOf(world, file, 'files-tmb') }));
  return Object.assign({}, ...squares, ...fitted, { original_w: size.width, original_h: size.height });
}

/** The first lines of a text. */
const PREVIEW_LINES = 5;

/** By content, as a large text is described again and again. */
const previews = new WeakMap<Buffer, Json>();

function preview(file: StoredFile): Json {
  if (!file.mimetype.startsWith('text/') && file.mimetype !== 'application/json') return {};
  const known = previews.get(file.bytes);
  if (known) return known;
  const lines = file.bytes.toString('utf8').split(/\r?\n/);
  const made = {
    preview: lines.slice(0, PREVIEW_LINES).join('\n'),
    lines: lines.length,
    lines_more: Math.max(0, lines.length - PREVIEW_LINES),
    preview_is_truncated: lines.length > PREVIEW_LINES,
  };
  previews.set(file.bytes, made);
  return made;
}

/** Where a file was shared: ids by kind of conversation, and each message with its thread. */
function sharesOf(world: World, file: StoredFile): Json {
  const shares: { public?: Json; private?: Json } = {};
  const kinds: { channels: string[]; groups: string[]; ims: string[] } = { channels: [], groups: [], ims: [] };
  for (const [id, stamps] of file.shares) {
    const channel = world.channels.get(id);
    if (!channel) continue;
    kinds[channel.kind === 'public' ? 'channels' : channel.kind === 'im' ? 'ims' : 'groups'].push(id);
    const access = channel.kind === 'public' ? 'public' : 'private';
    const found = stamps.map((ts) => {
      const replies = repliesTo(channel, ts);
      const reply_users = [...new Set(replies.map((reply) => reply.user))];
      const thread_ts = channel.messages.find((one) => one.ts === ts)?.thread_ts;
      return {
        reply_users,
        reply_users_count: reply_users.length,
        reply_count: replies.length,
        ts,
        ...(thread_ts ? { thread_ts } : {}),
        ...(channel.name ? { channel_name: channel.name } : {}),
        ...(replies.length > 0 ? { latest_reply: replies.at(-1)?.ts } : {}),
        team_id: world.team.id,
        share_user_id: file.user,
        source: 'UNKNOWN',
      };
    });
    shares[access] = { ...shares[access], [id]: found };
  }
  return { is_public: kinds.channels.length > 0, ...kinds, shares };
}
