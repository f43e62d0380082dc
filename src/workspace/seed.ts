import { z } from 'zod';

const Id = z.string().regex(/^[A-Z][A-Z0-9]+$/, 'must look like a Slack id');

const SeedUser = z.object({
  id: Id,
  name: z.string().regex(/^[a-z0-9._-]+$/),
  real_name: z.string(),
  title: z.string().default(''),
  email: z.email(),
  tz: z.string().default('Europe/London'),
  deleted: z.boolean().default(false),
  is_restricted: z.boolean().default(false),
  is_admin: z.boolean().default(false),
});

const SeedChannel = z.object({
  id: Id,
  name: z.string(),
  is_private: z.boolean().default(false),
  is_general: z.boolean().default(false),
  topic: z.string().default(''),
  purpose: z.string().default(''),
  members: z.array(Id),
  is_archived: z.boolean().default(false),
});

const SlashCommand = z.object({
  command: z.string().startsWith('/'),
  description: z.string().default(''),
  usage_hint: z.string().default(''),
  should_escape: z.boolean().default(false),
});

const Shortcut = z.object({ callback_id: z.string(), name: z.string(), type: z.enum(['global', 'message']) });

/** How Slack reaches the app: a WebSocket the app opens, or one signed HTTP address for everything. */
const Delivery = z.union([z.literal('socket'), z.object({ http: z.url() })]);

export const SeedApp = z.object({
  id: Id,
  name: z.string(),
  bot_user: z.object({ id: Id, name: z.string(), real_name: z.string() }),
  bot_id: Id.default('B0APP00001'),
  bot_token: z.string().startsWith('xoxb-'),
  app_token: z.string().startsWith('xapp-'),
  signing_secret: z.string().min(8),
  scopes: z.array(z.string()),
  commands: z.array(SlashCommand).default([]),
  shortcuts: z.array(Shortcut).default([]),
  events: z.array(z.string()).default([]),
  delivery: Delivery.default('socket'),
  allow_channel_creation: z.boolean().default(true),
});
export type SeedApp = z.infer<typeof SeedApp>;

/** A workspace as it stands when the server starts. */
export const WorkspaceSeed = z.object({
  team: z.object({ id: Id, name: z.string(), domain: z.string() }),
  plan: z.enum(['paid', 'free']).default('paid'),
  users: z.array(SeedUser).min(1),
  channels: z.array(SeedChannel),
  app: SeedApp,
});
export type WorkspaceSeed = z.input<typeof WorkspaceSeed>;
export type Seed = z.output<typeof WorkspaceSeed>;
