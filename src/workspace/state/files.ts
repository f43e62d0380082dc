import { extname } from 'node:path';
import { SlackError } from '../slack-error.ts';
import { seconds } from './clock.ts';
import type { Channel, StoredFile } from './model.ts';
import { canSee } from './people.ts';
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
  made: { name: string; title?: string; alt_txt?: string; user: string; bytes: Buffer; id?: string },
): StoredFile {
  const [filetype, mimetype] = typeOf(made.name);
  const file: StoredFile = {
    id: made.id ?? world.ids.next('F'),
    name: made.name,
    title: made.title ?? made.name,
    mimetype,
    filetype,
    alt_txt: made.alt_txt ?? '',
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
  const seen = [...file.shares.keys()].some((channelId) => sees(world, world.channels.get(channelId), user));
  if (file.user !== user && !seen) throw new SlackError('file_not_found');
  if (file.deleted) throw new SlackError('file_deleted');
  return file;
}

function sees(world: World, channel: Channel | undefined, user: string): boolean {
  return channel !== undefined && canSee(world, channel, user);
}

/** Whether a free workspace has no room for so many bytes more. */
export function isFull(world: World, more: number): boolean {
  if (world.plan !== 'free') return false;
  const used = [...world.files.values()].reduce((sum, file) => sum + file.bytes.length, 0);
  return used + more > world.free_storage_bytes;
}

export function deleteFile(world: World, file: StoredFile): void {
  file.deleted = true;
  file.bytes = Buffer.alloc(0);
  world.changes.tell({ type: 'file_deleted', file });
}

export const prettyType = (name: string): string => typeOf(name)[2];
