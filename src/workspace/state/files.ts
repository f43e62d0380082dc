import { extname } from 'node:path';
import { SlackError } from '../slack-error.ts';
import { seconds } from './clock.ts';
import type { Channel, StoredFile } from './model.ts';
import type { World } from './world.ts';

/** Slack's `filetype` and the content type it reports, by file extension (docs.slack.dev/reference/objects/file-object). */
const TYPES: Record<string, [filetype: string, mimetype: string, pretty: string]> = {
  txt: ['text', 'text/plain', 'Plain Text'],
  md: ['markdown', 'text/plain', 'Markdown (raw)'],
  csv: ['csv', 'text/csv', 'CSV'],
  json: ['json', 'application/json', 'JSON'],
  pdf: ['pdf', 'application/pdf', 'PDF'],
  png: ['png', 'image/png', 'PNG'],
  jpg: ['jpg', 'image/jpeg', 'JPEG'],
  jpeg: ['jpg', 'image/jpeg', 'JPEG'],
  gif: ['gif', 'image/gif', 'GIF'],
  svg: ['svg', 'image/svg+xml', 'SVG'],
  vtt: ['vtt', 'text/vtt', 'VTT'],
  srt: ['text', 'text/plain', 'Plain Text'],
  eml: ['email', 'message/rfc822', 'Email'],
  mbox: ['binary', 'application/mbox', 'Binary'],
  html: ['html', 'text/html', 'HTML'],
  zip: ['zip', 'application/zip', 'Zip'],
  ics: ['text', 'text/calendar', 'Plain Text'],
  docx: ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'Word Document'],
  xlsx: ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'Excel Spreadsheet'],
  pptx: [
    'pptx',
    'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    'PowerPoint Presentation',
  ],
  mp3: ['mp3', 'audio/mpeg', 'MP3'],
  mp4: ['mp4', 'video/mp4', 'MPEG 4 Video'],
  m4a: ['m4a', 'audio/mp4', 'MPEG 4 Audio'],
};

function typeOf(name: string): [string, string, string] {
  return TYPES[extname(name).slice(1).toLowerCase()] ?? ['binary', 'application/octet-stream', 'Binary'];
}

/** Registers a file; it is private to `user` until a message shares it. */
export function storeFile(
  world: World,
  made: { name: string; title?: string; user: string; bytes: Buffer; id?: string },
): StoredFile {
  const [filetype, mimetype] = typeOf(made.name);
  const file: StoredFile = {
    id: made.id ?? world.ids.next('F'),
    name: made.name,
    title: made.title ?? made.name,
    mimetype,
    filetype,
    user: made.user,
    created: seconds(world.clock.now()),
    bytes: made.bytes,
    shares: new Map(),
    deleted: false,
  };
  world.files.set(file.id, file);
  return file;
}

/** A file this person owns or can see in a conversation of theirs. Throws `file_not_found`, `file_deleted`. */
export function visibleFile(world: World, id: string, user: string): StoredFile {
  const file = world.files.get(id);
  if (!file) throw new SlackError('file_not_found');
  const seen = [...file.shares.keys()].some((channelId) => sees(world.channels.get(channelId), user));
  if (file.user !== user && !seen) throw new SlackError('file_not_found');
  if (file.deleted) throw new SlackError('file_deleted');
  return file;
}

function sees(channel: Channel | undefined, user: string): boolean {
  return channel !== undefined && (channel.kind === 'public' || channel.members.has(user));
}

export function deleteFile(world: World, file: StoredFile): void {
  file.deleted = true;
  file.bytes = Buffer.alloc(0);
  world.changes.tell({ type: 'file_deleted', file });
}

const privatePath = (world: World, file: StoredFile): string =>
  `/files-pri/${world.team.id}-${file.id}/${encodeURIComponent(file.name)}`;

/** Slack's file object. A deleted file is a tombstone. */
export function describeFile(world: World, file: StoredFile): Record<string, unknown> {
  if (file.deleted) return { id: file.id, mode: 'tombstone' };
  const kinds = { public: [] as string[], private: [] as string[], im: [] as string[] };
  const shares: Record<'public' | 'private', Record<string, unknown[]>> = { public: {}, private: {} };
  for (const [id, stamps] of file.shares) {
    const kind = world.channels.get(id)?.kind ?? 'private';
    kinds[kind].push(id);
    shares[kind === 'public' ? 'public' : 'private'][id] = stamps.map((ts) => ({ ts, share_user_id: file.user }));
  }
  const address = `${world.url}${privatePath(world, file)}`;
  return {
    id: file.id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: file.filetype,
    pretty_type: typeOf(file.name)[2],
    user: file.user,
    user_team: world.team.id,
    editable: false,
    size: file.bytes.length,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: kinds.public.length > 0,
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    url_private: address,
    url_private_download: address.replace(/\/([^/]*)$/, '/download/$1'),
    permalink: `${world.url}/files/${file.user}/${file.id}/${encodeURIComponent(file.name)}`,
    permalink_public: `${world.url}/pub/${world.team.id}-${file.id}`,
    channels: kinds.public,
    groups: kinds.private,
    ims: kinds.im,
    shares,
    has_rich_preview: false,
    file_access: 'visible',
    comments_count: 0,
  };
}
