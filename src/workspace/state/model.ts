/** What the workspace knows. Shapes are ours; `describe*` functions turn them into Slack's. */
export interface User {
  id: string;
  name: string;
  real_name: string;
  title: string;
  email: string;
  tz: string;
  is_bot: boolean;
  deleted: boolean;
  is_restricted: boolean;
  is_admin: boolean;
}

export type ChannelKind = 'public' | 'private' | 'im';

export interface Bookmark {
  id: string;
  channel_id: string;
  title: string;
  link: string;
  emoji?: string;
  type: 'link';
  created: number;
  updated: number;
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
  reactions: { name: string; users: string[] }[];
  /** Choices people made in the message's menus: block_id → action_id → state. */
  state: Record<string, Record<string, unknown>>;
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

export interface View {
  id: string;
  type: 'modal' | 'home';
  user: string;
  callback_id: string;
  external_id: string;
  private_metadata: string;
  title: Json | null;
  submit: Json | null;
  close: Json | null;
  blocks: Json[];
  clear_on_close: boolean;
  notify_on_close: boolean;
  submit_disabled: boolean;
  hash: string;
  previous_view_id: string | null;
  root_view_id: string;
  state: Record<string, Record<string, unknown>>;
}

/** A trigger: who acted, when (real time), and the modal they acted in, if any. */
export interface Trigger {
  user: string;
  at: number;
  used: boolean;
  view_id: string | null;
}

export interface ResponseUrl {
  channel: string;
  user: string;
  /** The message the interaction came from, if any. */
  message_ts: string | null;
  thread_ts: string | null;
  uses: number;
  at: number;
}
