/** What the workspace knows. Shapes are ours; `describe*` functions turn them into Slack's. */
export interface User {
  id: string;
  name: string;
  real_name: string;
  title: string;
  email: string;
  tz: string;
  tz_label?: string;
  locale: string;
  is_bot: boolean;
  deleted: boolean;
  /** A guest; with `is_ultra_restricted` one of a single channel. */
  is_restricted: boolean;
  is_ultra_restricted: boolean;
  is_admin: boolean;
  is_owner: boolean;
  is_primary_owner: boolean;
  /** Another team than the workspace's: somebody of another company (Slack Connect). */
  team_id: string;
  /** `expiration` in seconds, 0 for a status that stays. */
  status: { text: string; emoji: string; expiration: number };
  /** `away` by hand; otherwise Slack decides (`auto`). */
  presence: 'auto' | 'away';
  /** Wall time in the person's own zone; days 0 (Sunday) to 6. */
  working_hours?: { start: string; end: string; days: number[] };
  /** Seconds. */
  updated: number;
}

/** `mpim`: a direct message of several people. */
export type ChannelKind = 'public' | 'private' | 'im' | 'mpim';

/** A group of people with a handle, as Slack's `subteam`. */
export interface UserGroup {
  id: string;
  name: string;
  handle: string;
  description: string;
  users: string[];
  channels: string[];
  created_by: string;
  updated_by: string;
  /** Seconds; `date_delete` is 0 while the group is in use. */
  date_create: number;
  date_update: number;
  date_delete: number;
}

export interface Bookmark {
  id: string;
  channel_id: string;
  title: string;
  link: string;
  emoji?: string;
  type: 'link';
  created: number;
  /** Seconds; 0 until it is changed. */
  updated: number;
  updated_by: string;
}

export interface Channel {
  id: string;
  name: string;
  kind: ChannelKind;
  topic: Described;
  purpose: Described;
  creator: string;
  /** Seconds. */
  created: number;
  is_archived: boolean;
  is_general: boolean;
  /** Shared with another company. */
  is_ext_shared: boolean;
  /** People who closed this direct message; a new message opens it again. */
  closed_for: Set<string>;
  members: Set<string>;
  messages: Message[];
  ephemerals: Ephemeral[];
  last_read: Map<string, string>;
  /** Newest `ts` ever given, in microseconds: later ones are larger even when the clock goes back. */
  last_micros: number;
  canvas_id: string | null;
  bookmarks: Bookmark[];
  pins: { ts: string; user: string; created: number }[];
  previous_names: string[];
}

interface Described {
  value: string;
  creator: string;
  last_set: number;
}

export type Json = Record<string, unknown>;

export interface Message {
  ts: string;
  user: string;
  text: string;
  thread_ts?: string;
  subtype?: string;
  bot_id?: string;
  app_id?: string;
  blocks?: Json[];
  attachments?: Json[];
  metadata?: { event_type: string; event_payload: Json };
  files?: string[];
  edited?: { user: string; ts: string };
  /** What a message of Slack's own tells beside its text: who invited, the new topic, the names. */
  told?: { inviter?: string; topic?: string; purpose?: string; name?: string; old_name?: string };
  /** Another name and picture than the app's own (scope `chat:write.customize`). */
  username?: string;
  icons?: { emoji?: string; image_48?: string };
  /** While the app is still writing it (chat.startStream). */
  stream?: MessageStream;
  reactions: { name: string; users: string[] }[];
  /** Choices people made in the message's menus: block_id → action_id → state. */
  state: Record<string, Record<string, unknown>>;
}

/** What was streamed so far, in the order in which it is shown. */
export interface MessageStream {
  task_display_mode: 'timeline' | 'plan' | 'dense';
  /** Title that the app gave its plan. */
  plan: string | null;
  parts: StreamPart[];
}

export type StreamPart =
  | { is: 'markdown'; block_id: string; text: string }
  | { is: 'task'; block_id: string; task: StreamTask }
  | { is: 'blocks'; blocks: Json[] };

export interface StreamTask {
  id: string;
  title: string;
  status: 'pending' | 'in_progress' | 'complete' | 'error';
  details: string;
  output: string;
  sources: Json[];
}

/** A message that the workspace will post for the app. */
export interface ScheduledMessage {
  id: string;
  channel: string;
  /** Seconds. */
  post_at: number;
  created: number;
  message: Omit<Message, 'ts' | 'reactions' | 'state'>;
}

export interface Ephemeral extends Message {
  to: string;
}

export interface StoredFile {
  id: string;
  name: string;
  title: string;
  mimetype: string;
  filetype: string;
  /** What screen readers say of a picture. */
  alt_txt: string;
  user: string;
  created: number;
  bytes: Buffer;
  /** Where it can be seen: channel → ts of the messages that carry it. */
  shares: Map<string, string[]>;
  deleted: boolean;
}

export interface Section {
  id: string;
  markdown: string;
}

export type AccessLevel = 'read' | 'write' | 'owner';

export interface Canvas {
  id: string;
  title: string;
  owner: string;
  channel: string | null;
  sections: Section[];
  access: Map<string, AccessLevel>;
  created: number;
  /** Milliseconds. */
  updated: number;
  deleted: boolean;
}
