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
  /** Post as a person. Text is Slack mrkdwn (may be empty beside files); `files` are ids from `upload`; `reply_broadcast` shows a thread's answer in the channel too. */
  post: z.object({
    ...As,
    channel: Id,
    text: z.string(),
    files: z.array(Id).max(10).default([]),
    thread_ts: z.string().optional(),
    reply_broadcast: z.boolean().default(false),
  }),
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
    /** For a text input: what brought it about. Without it the input's `dispatch_action_config` is not asked. */
    by: z.enum(['on_enter_pressed', 'on_character_entered']).optional(),
    /** In a view: what its other inputs hold right now, so that the app sees it in `view.state`. */
    values: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
  }),
  /** Submit a modal: state values by block_id → action_id → element state. Answers `response` (errors, update, push, clear or null when it closed). */
  submit: z.object({ ...As, view_id: Id, values: z.record(z.string(), z.record(z.string(), z.unknown())) }),
  /** Close a modal (`is_cleared`: the whole stack). */
  close: z.object({ ...As, view_id: Id, is_cleared: z.boolean().default(false) }),
  /** Message shortcut or global shortcut. */
  shortcut: z.object({ ...As, callback_id: z.string(), channel: Id.optional(), ts: z.string().optional() }),
  /** Open (or find) the direct message with a person, or with several of them (up to eight). */
  open_dm: z.object({ ...As, user: Id.optional(), users: z.array(Id).min(1).optional() }),
  /** Open the app's Home tab (sends app_home_opened). */
  open_home: z.object({ ...As, app: Id.optional() }),
  read: z.object({ ...As, channel: Id, ts: z.string() }),
  /** Answers `{channel}`. The name keeps Slack's rules for channel names. */
  create_channel: z.object({ ...As, name: z.string(), is_private: z.boolean().default(false) }),
  /** Bring people into a channel of one's own; who is in it already is left alone. */
  invite: z.object({ ...As, channel: Id, users: z.array(Id).min(1) }),
  describe_channel: z.object({ ...As, channel: Id, topic: z.string().optional(), purpose: z.string().optional() }),
  edit: z.object({ ...As, channel: Id, ts: z.string(), text: z.string().min(1) }),
  delete: z.object({ ...As, channel: Id, ts: z.string() }),
  react: z.object({
    ...As,
    channel: Id,
    ts: z.string(),
    name: z.string().regex(/^[a-z0-9_+'-]+(::skin-tone-[2-6])?$/),
    remove: z.boolean().default(false),
  }),
  pin: z.object({ ...As, channel: Id, ts: z.string(), remove: z.boolean().default(false) }),
  /** Take away an ephemeral message of one's own. */
  dismiss: z.object({ ...As, channel: Id, ts: z.string() }),
  join: z.object({ ...As, channel: Id }),
  leave: z.object({ ...As, channel: Id }),
  /**
   * Write in a canvas by hand, as a person with write access would: the whole of it, or one section. `seen` is the `updated_at` that the writer
   * started from; when somebody else has changed the canvas since, the answer is `canvas_changed` and nothing is written.
   */
  edit_canvas: z.object({
    ...As,
    canvas: Id,
    markdown: z.string(),
    section_id: z.string().optional(),
    seen: z.string().optional(),
  }),
  /** Tick or untick a box of a check list: the nth of its section, from 0. */
  toggle_check: z.object({ ...As, canvas: Id, section_id: z.string(), index: z.number().int().min(0) }),
  /**
   * Open the app as an assistant, while looking at the channel `viewing`. Answers `{channel, thread_ts}`: with the legacy view a new thread
   * (assistant_thread_started), with the agent view the direct message itself and `thread_ts` null (app_home_opened).
   */
  open_assistant: z.object({ ...As, viewing: Id.optional() }),
  /** Look at another channel while the assistant is open (assistant_thread_context_changed or app_context_changed). */
  assistant_context: z.object({ ...As, viewing: Id, thread_ts: z.string().optional() }),
  /** Run a custom step of the app's, as a workflow would (function_executed). Answers `{function_execution_id}`. */
  run_function: z.object({ ...As, callback_id: z.string(), inputs: z.record(z.string(), z.unknown()).default({}) }),
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

/**
 * GET /people/history?as&channel[&thread_ts][&before=ts][&limit=1…1000][&include=ts] → PeopleHistory, oldest first; thread: parent first, whole.
 *     `before`: older ones only; `limit`: the newest so many of them, and all since `include`. Without `limit`: everything.
 * GET /people/views?as                                  → {stack: PeopleView[]} bottom first; GET /people/home?as → {view: PeopleView|null}
 * GET /people/canvas?as&canvas                          → PeopleCanvas
 * GET /people/assistant?as                              → {view: 'agent_view'|'assistant_view'|null, threads: PeopleAssistantThread[]} of this person
 * GET /people/functions?as                              → {functions: {callback_id, title, description, input_parameters}[], executions: PeopleExecution[]}
 * GET /people/file?as&file                              → bytes
 * GET /people/options?as&view_id&block_id&action_id&value → {options} of an external_select (asks the app)
 * GET /people/traffic?after=N&limit=M                   → {entries: TrafficEntry[], next} newest last; `next` is the N to ask with afterwards
 * GET /people/traffic/<n>                               → TrafficDetail: one entry with what was sent and answered
 * POST /people/clock {now?: ISO, advance_ms?: number}   → {now}; moves the workspace's clock (and the bot's, which reads GET /clock)
 * GET /clock                                            → {now: ISO, offset_ms: number}
 */
export interface TrafficEntry {
  n: number;
  /** ISO instant of the workspace's clock at which it began. */
  at: string;
  /** `api_call`: from the app (also files and response addresses); `delivery`: to the app. */
  direction: 'api_call' | 'delivery';
  /** A Web API method, `files.upload`, `files.download`, `response_url`; or `message`, `interactive:block_actions`, `slash_commands:/desk`. */
  what: string;
  /** No answer yet. `ok` and `ms` count when it is false. */
  open: boolean;
  ok: boolean;
  error?: string;
  /** Real milliseconds from the beginning to the end. */
  ms: number;
  /** HTTP status of the answer, where there is one. */
  status?: number;
  /** `event_id` of an event; the same for its retries. */
  id?: string;
  /** How often it was tried before, as in `x-slack-retry-num`, and why it is tried again. */
  retry?: { num: number; reason: string };
  /** Trouble that was put in on purpose. `draw` is the seeded generator's number, for trouble by chance. */
  fault?: { kind: string; seed?: number; draw?: number };
  /** Refused by a rate limit: which, and the seconds it asked to wait. */
  limited?: { limit: string; retry_after: number };
  /** The person who began it. */
  by?: string;
  /** The entry that led to this one; `guessed` when it only speaks of the same message or person soon afterwards. */
  caused_by?: number;
  guessed?: boolean;
}

/** What went over the wire: JSON or text, tokens and secrets hidden, cut after 16,000 characters. `bytes` is the whole length. */
export interface TrafficBody {
  headers: Record<string, string>;
  body: string;
  bytes: number;
}

/** The bodies of older entries are forgotten. */
export interface TrafficDetail extends TrafficEntry {
  request: TrafficBody | null;
  answer: TrafficBody | null;
}

/** Server → page. A page that missed something re-reads; `seq` has no gaps. */
export type Live = { seq: number } & (
  | { type: 'message'; channel: string; message: PeopleMessage; notice?: { why: Notice; excerpt: string } }
  | { type: 'message_changed'; channel: string; message: PeopleMessage }
  | { type: 'message_deleted'; channel: string; ts: string }
  | { type: 'channel'; channel: PeopleChannel }
  | { type: 'channel_left'; channel: string }
  | { type: 'views'; stack: PeopleView[] }
  | { type: 'home'; view: PeopleView | null }
  | { type: 'canvas'; canvas: PeopleCanvas }
  | { type: 'assistant'; thread: PeopleAssistantThread }
  | { type: 'function'; execution: PeopleExecution }
  | { type: 'user'; user: PeopleUser }
  | { type: 'usergroups'; usergroups: PeopleWorkspace['usergroups'] }
  | { type: 'clock'; now: string }
  /** A traffic entry began, changed or ended: the newest state of it, at most ten times a second. */
  | { type: 'traffic'; entry: TrafficEntry }
  /** The whole workspace was replaced: read everything again. */
  | { type: 'reset' }
  | { type: 'app'; connected: boolean }
);
