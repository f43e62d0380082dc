export interface PeopleUser {
  id: string;
  name: string;
  real_name: string;
  title: string;
  tz: string;
  is_bot: boolean;
  deleted: boolean;
  /** A guest; `is_ultra_restricted`: of a single channel. */
  is_restricted: boolean;
  is_ultra_restricted: boolean;
  is_admin: boolean;
  is_owner: boolean;
  /** Another team than the workspace's: somebody of another company. */
  team_id: string;
  /** `expiration` in seconds, 0 for a status that stays. */
  status: { text: string; emoji: string; expiration: number };
  presence: 'auto' | 'away';
  /** Wall time in the person's zone; days 0 (Sunday) to 6. */
  working_hours?: { start: string; end: string; days: number[] };
  /** A CSS colour for the avatar; initials are drawn on it. */
  color: string;
}

export interface PeopleChannel {
  id: string;
  name: string;
  /** `mpim`: a direct message of several people; its name lists the others. */
  kind: 'public' | 'private' | 'im' | 'mpim';
  topic: string;
  purpose: string;
  is_member: boolean;
  is_archived: boolean;
  /** Shared with another company. */
  is_ext_shared: boolean;
  members: string[];
  unread: number;
  /** Unread messages that name this person; in direct messages every unread one counts. */
  mentions: number;
  /** Who made it, and when (seconds). */
  creator: string;
  created: number;
  last_read: string;
  canvas_id: string | null;
  bookmarks: { id: string; title: string; link: string; emoji?: string }[];
  pinned: string[];
}

export interface PeopleFile {
  id: string;
  name: string;
  mimetype: string;
  size: number;
  permalink: string;
  /** Same-origin address the page may fetch as this person. */
  href: string;
  user: string;
}

export interface PeopleMessage {
  ts: string;
  thread_ts?: string;
  user: string;
  text: string;
  blocks?: unknown[];
  files?: PeopleFile[];
  edited?: { ts: string };
  reply_count?: number;
  latest_reply?: string;
  reply_users?: string[];
  reactions?: { name: string; users: string[] }[];
  /** Of the older kind, without blocks (those of attachments with blocks stand in `blocks`). */
  attachments?: Record<string, unknown>[];
  /** Another name than the app's, and an emoji in place of its picture. */
  username?: string;
  icon_emoji?: string;
  /** The message that a `thread_broadcast` answers; the beginning of it, in plain words. */
  root?: { user: string; text: string };
  /** The app is still writing it. */
  streaming?: boolean;
  /** Seen by one person only and gone with a reload of the server. */
  ephemeral?: boolean;
  subtype?: string;
}

export interface PeopleView {
  id: string;
  type: 'modal' | 'home';
  callback_id: string;
  title?: unknown;
  submit?: unknown;
  submit_disabled?: boolean;
  close?: unknown;
  blocks: unknown[];
  state: Record<string, Record<string, unknown>>;
}

export interface PeopleCanvas {
  id: string;
  title: string;
  channel: string | null;
  markdown: string;
  sections: { id: string; markdown: string }[];
  /** Whether this person may change it. */
  can_write: boolean;
  updated_at: string;
}

/** What the app set for a thread of an assistant; empty texts and lists where it set nothing. */
export interface PeopleAssistantThread {
  channel: string;
  /** Null: prompts for the whole conversation. */
  thread_ts: string | null;
  title: string;
  /** Shown after the app's name, e.g. "is thinking…"; with `loading_messages` to rotate through. */
  status: string;
  loading_messages: string[];
  prompts_title: string;
  prompts: { title: string; message: string }[];
}

/** One run of a custom step. `error` is the app's sentence for the person. */
export interface PeopleExecution {
  id: string;
  callback_id: string;
  status: 'running' | 'completed' | 'failed';
  inputs: Record<string, unknown>;
  outputs: Record<string, unknown> | null;
  error: string | null;
}

export interface PeopleHistory {
  messages: PeopleMessage[];
  /** Older ones were left out. */
  has_more: boolean;
}

/** GET /people/workspace?as=U… */
export interface PeopleWorkspace {
  team: { id: string; name: string; domain: string };
  me: string;
  users: PeopleUser[];
  channels: PeopleChannel[];
  commands: { command: string; description: string; usage_hint: string }[];
  shortcuts: { callback_id: string; name: string; type: 'global' | 'message' }[];
  /** For `<!subteam^S…>`. */
  usergroups: { id: string; name: string; handle: string; users: string[] }[];
  app: { id: string; name: string; bot_user: string; connected: boolean } | null;
  /** ISO instant of the workspace's clock. */
  now: string;
}

/** Why a message is brought to somebody's notice. */
export type Notice = 'mention' | 'direct' | 'thread';

/** GET /people/search?as&q; newest first. Words must all be there; `"a phrase"`, `from:`, `in:`, `before:`, `after:`, `on:` (a day, YYYY-MM-DD) and `has:` narrow. */
export interface PeopleSearch {
  messages: PeopleFound[];
  /** How many messages there are; `messages` holds the newest of them. */
  total: number;
  files: (PeopleFile & { channel: string; ts: string })[];
  channels: PeopleChannel[];
  users: PeopleUser[];
  canvases: { id: string; title: string; excerpt: string; updated_at: string }[];
  /** What to mark in the texts, in lower case. */
  terms: string[];
}

export interface PeopleFound {
  channel: string;
  ts: string;
  thread_ts?: string;
  user: string;
  /** The message in plain words. */
  excerpt: string;
}

/** GET /people/activity?as; newest first: messages that name this person and answers in threads that they are in. */
export interface PeopleActivity {
  items: (PeopleFound & { why: 'mention' | 'thread' })[];
}

/** GET /people/ahead?as: what the workspace will do when its clock gets there, soonest first. `real_now` is the wall clock's. */
export interface PeopleAhead {
  due: { at: string; what: string }[];
  real_now: string;
}
