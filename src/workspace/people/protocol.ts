import { z } from 'zod';

/**
 * How a person sits in the local workspace: the page and every scripted person speak this, over HTTP and one WebSocket.
 *
 *   POST /people/<verb>            JSON body, `as` names the person; answers {ok:true,…} or {ok:false,error,message}
 *   POST /people/upload?as&channel&thread_ts&filename&comment   raw bytes; the file is shared in the channel
 *   GET  /people/…                 reads below
 *   WS   /people/live?as=U…        server → page: `Live` objects (live-protocol.ts)
 *
 * GET /people/history?as&channel[&thread_ts][&before=ts][&limit=1…1000][&include=ts] → PeopleHistory, oldest first; thread: parent first, whole.
 *     `before`: older ones only; `limit`: the newest so many of them, and all since `include`. Without `limit`: everything.
 * GET /people/views?as                                  → {stack: PeopleView[]} bottom first; GET /people/home?as → {view: PeopleView|null}
 * GET /people/canvas?as&canvas                          → PeopleCanvas
 * GET /people/assistant?as                              → {view: 'agent_view'|'assistant_view'|null, threads: PeopleAssistantThread[]} of this person
 * GET /people/functions?as                              → {functions: {callback_id, title, description, input_parameters}[], executions: PeopleExecution[]}
 * GET /people/file?as&file                              → bytes
 * GET /people/options?as&view_id&block_id&action_id&value → {options} of an external_select (asks the app)
 * GET /people/traffic?after=N&limit=M                   → {entries: TrafficEntry[], next} newest last; `next` is the N to ask with afterwards
 * GET /people/traffic/<n>                               → {entry: TrafficDetail}: one with what was sent and answered
 * POST /people/clock {now?: ISO, advance_ms?: number}   → {now}; moves the workspace's clock (and the bot's, which reads GET /clock)
 * GET /clock                                            → {now: ISO, offset_ms: number}
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
  /** Read up to this message. */
  read: z.object({ ...As, channel: Id, ts: z.string().regex(/^\d{1,10}\.\d{6}$/) }),
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
