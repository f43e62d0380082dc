import { z } from 'zod';

/**
 * How a person sits in the local workspace: the page and every scripted person speak this, over HTTP and one WebSocket.
 *
 *   POST /people/<verb>            JSON body, `as` names the person; answers {ok:true,…} or {ok:false,error,message}
 *   POST /people/upload?as&channel&thread_ts&filename&comment   raw bytes; the file is shared in the channel
 *   GET  /people/…                 reads below
 *   WS   /people/live?as=U…        server → page: `Live` objects
 */

const Id = z.string().min(1).max(64);
const As = { as: Id };

export const PeopleVerb = {
  /** Post as a person. Text is Slack mrkdwn. */
  post: z.object({ ...As, channel: Id, text: z.string().min(1), thread_ts: z.string().optional() }),
  /** Run a slash command: `/handoff` + `new`. */
  slash: z.object({ ...As, channel: Id, command: z.string(), text: z.string().default('') }),
  /** Click (or choose in) an interactive element of a message, a modal or App Home. `value` is the element's new state (the shape that Slack puts into `state.values`). */
  act: z.object({
    ...As,
    container: z.union([
      z.object({ type: z.literal('message'), channel: Id, ts: z.string() }),
      z.object({ type: z.literal('view'), view_id: Id }),
    ]),
    block_id: z.string(),
    action_id: z.string(),
    value: z.unknown().optional(),
    /** In a view: what its other inputs hold right now, so that the app sees it in `view.state`. */
    values: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
  }),
  /** Submit a modal: state values by block_id → action_id → element state. Answers `response` (errors, update, push, clear or null when it closed). */
  submit: z.object({ ...As, view_id: Id, values: z.record(z.string(), z.record(z.string(), z.unknown())) }),
  /** Close a modal (`is_cleared`: the whole stack). */
  close: z.object({ ...As, view_id: Id, is_cleared: z.boolean().default(false) }),
  /** Message shortcut or global shortcut. */
  shortcut: z.object({ ...As, callback_id: z.string(), channel: Id.optional(), ts: z.string().optional() }),
  /** Open (or find) the direct message with a person. */
  open_dm: z.object({ ...As, user: Id }),
  /** Open the app's Home tab (sends app_home_opened). */
  open_home: z.object({ ...As, app: Id.optional() }),
  read: z.object({ ...As, channel: Id, ts: z.string() }),
  edit: z.object({ ...As, channel: Id, ts: z.string(), text: z.string().min(1) }),
  delete: z.object({ ...As, channel: Id, ts: z.string() }),
  react: z.object({ ...As, channel: Id, ts: z.string(), name: z.string(), remove: z.boolean().default(false) }),
  join: z.object({ ...As, channel: Id }),
  leave: z.object({ ...As, channel: Id }),
  /** Replace the canvas text by hand, as a person with write access would. */
  edit_canvas: z.object({ ...As, canvas: Id, markdown: z.string() }),
} as const;
export type PeopleVerb = keyof typeof PeopleVerb;
export type PeopleBody<V extends PeopleVerb> = z.input<(typeof PeopleVerb)[V]>;

export interface PeopleUser {
  id: string;
  name: string;
  real_name: string;
  title: string;
  tz: string;
  is_bot: boolean;
  deleted: boolean;
  /** A CSS colour for the avatar; initials are drawn on it. */
  color: string;
}

export interface PeopleChannel {
  id: string;
  name: string;
  kind: 'public' | 'private' | 'im';
  topic: string;
  purpose: string;
  is_member: boolean;
  is_archived: boolean;
  members: string[];
  unread: number;
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
  updated_at: string;
}

/** GET /people/workspace?as=U… */
export interface PeopleWorkspace {
  team: { id: string; name: string; domain: string };
  me: string;
  users: PeopleUser[];
  channels: PeopleChannel[];
  commands: { command: string; description: string; usage_hint: string }[];
  shortcuts: { callback_id: string; name: string; type: 'global' | 'message' }[];
  app: { id: string; name: string; bot_user: string; connected: boolean } | null;
  /** ISO instant of the workspace's clock. */
  now: string;
}

/**
 * GET /people/history?as&channel[&thread_ts]            → {messages: PeopleMessage[]} oldest first; thread: parent first
 * GET /people/views?as                                  → {stack: PeopleView[]} bottom first; GET /people/home?as → {view: PeopleView|null}
 * GET /people/canvas?as&canvas                          → PeopleCanvas
 * GET /people/file?as&file                              → bytes
 * GET /people/options?as&view_id&block_id&action_id&value → {options} of an external_select (asks the app)
 * GET /people/traffic?after=N                           → {entries: TrafficEntry[]} newest last
 * POST /people/clock {now?: ISO, advance_ms?: number}   → {now}; moves the workspace's clock (and the bot's, which reads GET /clock)
 * GET /clock                                            → {now: ISO, offset_ms: number}
 */
export interface TrafficEntry {
  n: number;
  at: string;
  direction: 'api_call' | 'delivery';
  what: string;
  ok: boolean;
  error?: string;
  ms: number;
}

/** Server → page. A page that missed something re-reads; `seq` has no gaps. */
export type Live = { seq: number } & (
  | { type: 'message' | 'message_changed'; channel: string; message: PeopleMessage }
  | { type: 'message_deleted'; channel: string; ts: string }
  | { type: 'channel'; channel: PeopleChannel }
  | { type: 'channel_left'; channel: string }
  | { type: 'views'; stack: PeopleView[] }
  | { type: 'home'; view: PeopleView | null }
  | { type: 'canvas'; canvas: PeopleCanvas }
  | { type: 'user'; user: PeopleUser }
  | { type: 'clock'; now: string }
  | { type: 'app'; connected: boolean }
);
