import { z } from 'zod';

const Id = z.string().regex(/^[A-Z][A-Z0-9]+$/, 'must look like a Slack id');

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must look like 09:00');
/** Wall time in the person's own zone; days 0 (Sunday) to 6. */
const WorkingHours = z.object({
  start: TimeOfDay,
  end: TimeOfDay,
  days: z.array(z.number().int().min(0).max(6)).default([1, 2, 3, 4, 5]),
});

const SeedUser = z.object({
  id: Id,
  name: z.string().regex(/^[a-z0-9._-]+$/),
  real_name: z.string(),
  title: z.string().default(''),
  email: z.email(),
  tz: z.string().default('Europe/London'),
  locale: z.string().default('en-US'),
  deleted: z.boolean().default(false),
  /** A guest; `is_ultra_restricted` as well: one of a single channel. */
  is_restricted: z.boolean().default(false),
  is_ultra_restricted: z.boolean().default(false),
  is_admin: z.boolean().default(false),
  is_owner: z.boolean().default(false),
  is_primary_owner: z.boolean().default(false),
  /** Another team than the workspace's: somebody of another company. */
  team_id: Id.optional(),
  status: z
    .object({ text: z.string().max(100), emoji: z.string().default(''), expiration: z.number().int().default(0) })
    .default({ text: '', emoji: '', expiration: 0 }),
  presence: z.enum(['auto', 'away']).default('auto'),
  working_hours: WorkingHours.optional(),
});

const Ts = z.string().regex(/^\d{10}\.\d{6}$/, 'must look like 1700000000.000100');

/** What was said before the workspace started, oldest first. Without a time messages are a minute apart, up to the start. */
const SeedMessage = z
  .object({
    user: Id,
    text: z.string().min(1),
    ts: Ts.optional(),
    at: z.iso.datetime({ offset: true }).optional(),
    /** The `ts` or `at` of the message that this one answers. */
    thread: z.string().optional(),
    reactions: z.array(z.object({ name: z.string(), users: z.array(Id).min(1) })).default([]),
  })
  .refine(({ ts, at }) => ts === undefined || at === undefined, 'only one of ts and at');
export type SeedMessage = z.output<typeof SeedMessage>;

const SeedChannel = z.object({
  id: Id,
  name: z.string(),
  is_private: z.boolean().default(false),
  is_general: z.boolean().default(false),
  topic: z.string().default(''),
  purpose: z.string().default(''),
  members: z.array(Id),
  is_archived: z.boolean().default(false),
  /** Shared with another company. */
  is_ext_shared: z.boolean().default(false),
  messages: z.array(SeedMessage).default([]),
});

const SeedUserGroup = z.object({
  id: Id,
  name: z.string().min(1),
  handle: z.string().min(1),
  description: z.string().default(''),
  users: z.array(Id).default([]),
  channels: z.array(Id).default([]),
});

const SlashCommand = z.object({
  command: z.string().startsWith('/'),
  description: z.string().default(''),
  usage_hint: z.string().default(''),
  should_escape: z.boolean().default(false),
});

const Shortcut = z.object({ callback_id: z.string(), name: z.string(), type: z.enum(['global', 'message']) });

const StepParameter = z.object({
  type: z.string(),
  name: z.string(),
  title: z.string().default(''),
  description: z.string().default(''),
  is_required: z.boolean().default(false),
});

const StepFunction = z.object({
  title: z.string(),
  description: z.string().default(''),
  input_parameters: z.array(StepParameter).default([]),
  output_parameters: z.array(StepParameter).default([]),
});
export type StepFunction = z.infer<typeof StepFunction>;

/** How Slack reaches the app: a WebSocket the app opens, or one signed HTTP address for everything. */
const Delivery = z.union([
  z.literal('socket'),
  z.object({
    http: z.url(),
    /** Addresses of their own, as the app's settings allow: for interactions, for the options of menus, and by command (`/desk`). */
    interactivity: z.url().optional(),
    options: z.url().optional(),
    commands: z.record(z.string(), z.url()).default({}),
  }),
]);

export const SeedApp = z.object({
  id: Id,
  name: z.string(),
  bot_user: z.object({ id: Id, name: z.string(), real_name: z.string() }),
  bot_id: Id.default('B0APP00001'),
  bot_token: z.string().startsWith('xoxb-'),
  app_token: z.string().startsWith('xapp-'),
  app_token_scopes: z.array(z.string()).default(['connections:write', 'authorizations:read']),
  signing_secret: z.string().min(8),
  client_id: z.string().default('1000000000.2000000000'),
  client_secret: z.string().min(8).default('local-workspace-client-secret'),
  scopes: z.array(z.string()),
  /** With any, whoever installed the app (the first administrator) gave it `user_token`. */
  user_scopes: z.array(z.string()).default([]),
  user_token: z.string().startsWith('xoxp-').default('xoxp-local-workspace-user'),
  /** Where an installation may lead back to: an address that begins with one of these. */
  redirect_urls: z.array(z.url()).default([]),
  token_rotation: z.boolean().default(false),
  /** False: nobody has installed the app yet; it has no bot token until somebody does. */
  installed: z.boolean().default(true),
  /** Which of `tokens_revoked` and `app_uninstalled` is sent first; Slack promises no order. */
  uninstall_order: z.enum(['tokens_revoked_first', 'app_uninstalled_first']).default('tokens_revoked_first'),
  commands: z.array(SlashCommand).default([]),
  shortcuts: z.array(Shortcut).default([]),
  events: z.array(z.string()).default([]),
  /** Whether the app has a Home tab. */
  home_tab_enabled: z.boolean().default(true),
  /** How people talk to the app as an assistant: Slack's newer agent view, the legacy assistant view, or not at all. */
  assistant: z.enum(['agent_view', 'assistant_view']).nullable().default(null),
  /** Custom steps by their callback_id. */
  functions: z.record(z.string(), StepFunction).default({}),
  delivery: Delivery.default('socket'),
  /** "Delayed Events": events that all retries failed to bring come every hour for a day. */
  delayed_events: z.boolean().default(false),
  allow_channel_creation: z.boolean().default(true),
});
export type SeedApp = z.infer<typeof SeedApp>;

/** A workspace as it stands when the server starts. */
export const WorkspaceSeed = z.object({
  team: z.object({ id: Id, name: z.string(), domain: z.string() }),
  plan: z.enum(['paid', 'free']).default('paid'),
  users: z.array(SeedUser).min(1),
  channels: z.array(SeedChannel),
  usergroups: z.array(SeedUserGroup).default([]),
  emoji: z.record(z.string(), z.string()).default({}),
  app: SeedApp,
});
export type WorkspaceSeed = z.input<typeof WorkspaceSeed>;
export type Seed = z.output<typeof WorkspaceSeed>;
