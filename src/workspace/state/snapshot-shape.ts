import { z } from 'zod';
import { SeedApp } from '../seed.ts';
import type { AssistantThread, FunctionExecution, ResponseUrl, Trigger, View } from './interaction.ts';
import type {
  Canvas,
  Channel,
  Message,
  MessageStream,
  ScheduledMessage,
  StoredFile,
  StreamPart,
  User,
  UserGroup,
} from './model.ts';
import type { OAuthCode, Token } from './tokens.ts';
import type { World } from './world.ts';

/** The parts of the world that a snapshot holds; the others are no data, or belong to this process alone. */
export type Kept = Omit<World, 'clock' | 'ids' | 'changes' | 'url'>;

const text = z.string();
const texts = z.array(text);
const number = z.number();
const flag = z.boolean();
const nullable = text.nullable();
const json = z.record(text, z.unknown());
const blocks = z.array(json);
/** block_id → action_id → state. */
const state = z.record(text, z.record(text, z.unknown()));
const described = z.object({ value: text, creator: text, last_set: number });

const user = z.object({
  id: text,
  name: text,
  real_name: text,
  title: text,
  email: text,
  tz: text.refine(isZone, 'is no time zone'),
  tz_label: text.exactOptional(),
  locale: text,
  is_bot: flag,
  deleted: flag,
  is_restricted: flag,
  is_ultra_restricted: flag,
  is_admin: flag,
  is_owner: flag,
  is_primary_owner: flag,
  team_id: text,
  status: z.object({ text, emoji: text, expiration: number }),
  presence: z.enum(['auto', 'away']),
  working_hours: z.object({ start: text, end: text, days: z.array(number) }).exactOptional(),
  updated: number,
}) satisfies z.ZodType<User>;

const part = z.discriminatedUnion('is', [
  z.object({ is: z.literal('markdown'), block_id: text, text }),
  z.object({
    is: z.literal('task'),
    block_id: text,
    task: z.object({
      id: text,
      title: text,
      status: z.enum(['pending', 'in_progress', 'complete', 'error']),
      details: text,
      output: text,
      sources: blocks,
    }),
  }),
  z.object({ is: z.literal('blocks'), blocks }),
]) satisfies z.ZodType<StreamPart>;

const stream = z.object({
  task_display_mode: z.enum(['timeline', 'plan', 'dense']),
  plan: nullable,
  parts: z.array(part),
}) satisfies z.ZodType<MessageStream>;

const ts = text.regex(/^\d+\.\d{6}$/, 'is no ts');

const message = z.object({
  ts,
  user: text,
  text,
  thread_ts: text.exactOptional(),
  subtype: text.exactOptional(),
  bot_id: text.exactOptional(),
  app_id: text.exactOptional(),
  blocks: blocks.exactOptional(),
  attachments: blocks.exactOptional(),
  metadata: z.object({ event_type: text, event_payload: json }).exactOptional(),
  files: texts.exactOptional(),
  edited: z.object({ user: text, ts: text }).exactOptional(),
  told: z
    .object({
      inviter: text.exactOptional(),
      topic: text.exactOptional(),
      purpose: text.exactOptional(),
      name: text.exactOptional(),
      old_name: text.exactOptional(),
    })
    .exactOptional(),
  username: text.exactOptional(),
  icons: z.object({ emoji: text.exactOptional(), image_48: text.exactOptional() }).exactOptional(),
  stream: stream.exactOptional(),
  reactions: z.array(z.object({ name: text, users: texts })),
  state,
}) satisfies z.ZodType<Message>;

const channel = z.object({
  id: text,
  name: text,
  kind: z.enum(['public', 'private', 'im', 'mpim']),
  topic: described,
  purpose: described,
  creator: text,
  created: number,
  is_archived: flag,
  is_general: flag,
  is_ext_shared: flag,
  closed_for: z.set(text),
  members: z.set(text),
  messages: z.array(message),
  ephemerals: z.array(message.extend({ to: text })),
  last_read: z.map(text, text),
  last_micros: number,
  canvas_id: nullable,
  bookmarks: z.array(
    z.object({
      id: text,
      channel_id: text,
      title: text,
      link: text,
      emoji: text.exactOptional(),
      type: z.literal('link'),
      created: number,
      updated: number,
      updated_by: text,
    }),
  ),
  pins: z.array(z.object({ ts: text, user: text, created: number })),
  previous_names: texts,
}) satisfies z.ZodType<Channel>;

const group = z.object({
  id: text,
  name: text,
  handle: text,
  description: text,
  users: texts,
  channels: texts,
  created_by: text,
  updated_by: text,
  date_create: number,
  date_update: number,
  date_delete: number,
}) satisfies z.ZodType<UserGroup>;

const file = z.object({
  id: text,
  name: text,
  title: text,
  mimetype: text,
  filetype: text,
  alt_txt: text,
  user: text,
  created: number,
  bytes: z.instanceof(Buffer),
  shares: z.map(text, texts),
  deleted: flag,
}) satisfies z.ZodType<StoredFile>;

const canvas = z.object({
  id: text,
  title: text,
  owner: text,
  channel: nullable,
  sections: z.array(z.object({ id: text, markdown: text })),
  access: z.map(text, z.enum(['read', 'write', 'owner'])),
  created: number,
  updated: number,
  deleted: flag,
}) satisfies z.ZodType<Canvas>;

const view = z.object({
  id: text,
  type: z.enum(['modal', 'home']),
  user: text,
  callback_id: text,
  external_id: text,
  private_metadata: text,
  title: json.nullable(),
  submit: json.nullable(),
  close: json.nullable(),
  blocks,
  clear_on_close: flag,
  notify_on_close: flag,
  submit_disabled: flag,
  hash: text,
  previous_view_id: nullable,
  root_view_id: text,
  state,
}) satisfies z.ZodType<View>;

const thread = z.object({
  channel: text,
  thread_ts: nullable,
  title: text,
  status: text,
  status_until: number,
  loading_messages: texts,
  prompts_title: text,
  prompts: z.array(z.object({ title: text, message: text })),
  viewing: nullable,
}) satisfies z.ZodType<AssistantThread>;

const execution = z.object({
  id: text,
  callback_id: text,
  user: text,
  inputs: json,
  status: z.enum(['running', 'completed', 'failed']),
  outputs: json.nullable(),
  error: nullable,
  token: text,
}) satisfies z.ZodType<FunctionExecution>;

const trigger = z.object({
  user: text,
  at: number,
  used: flag,
  view_id: nullable,
  channel: nullable,
}) satisfies z.ZodType<Trigger>;

const responseUrl = z.object({
  channel: text,
  user: text,
  message_ts: nullable,
  thread_ts: nullable,
  uses: number,
  at: number,
}) satisfies z.ZodType<ResponseUrl>;

const scheduled = z.object({
  id: text,
  channel: text,
  post_at: number,
  created: number,
  message: message.omit({ ts: true, reactions: true, state: true }),
}) satisfies z.ZodType<ScheduledMessage>;

const token = z.object({
  value: text,
  kind: z.enum(['bot', 'user', 'app']),
  user: text,
  scopes: texts,
  expires_at: number.nullable(),
  ended: z.enum(['revoked', 'exchanged', 'uninstalled']).nullable(),
  refresh_token: nullable,
}) satisfies z.ZodType<Token>;

const code = z.object({
  code: text,
  user: text,
  scopes: texts,
  user_scopes: texts,
  redirect_uri: nullable,
  expires_at: number,
  used: flag,
}) satisfies z.ZodType<OAuthCode>;

/**
 * What a snapshot must be like down to the last field, so that whoever reads it later finds what `model.ts` promises. Long because the model is:
 * one schema for each of its shapes, which the compiler compares with them.
 */
export const Kept = z
  .object({
    team: z.object({ id: text, name: text, domain: text }),
    plan: z.enum(['paid', 'free']),
    app: SeedApp,
    users: byId(user),
    channels: byId(channel),
    usergroups: byId(group),
    emoji: z.map(text, text),
    files: byId(file),
    canvases: byId(canvas),
    stacks: z.map(text, z.array(view)),
    homes: z.map(text, view),
    shown: z.map(text, z.array(blocks)),
    free_storage_bytes: number,
    assistant_threads: z.map(text, thread),
    executions: byId(execution),
    triggers: z.map(text, trigger),
    responseUrls: z.map(text, responseUrl),
    scheduled: byId(scheduled),
    tokens: z.map(text, token),
    codes: z.map(text, code),
    quirks: z.set(z.literal('canvas_replace_leaves_sibling')),
  })
  .superRefine(({ app, users, channels, stacks, homes, canvases }, context) => {
    const refuse = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
    const known = (path: string[], id: string) => {
      if (!users.has(id)) refuse(path, `there is no user ${id}`);
    };
    known(['app', 'bot_user'], app.bot_user.id);
    for (const { id, members, canvas_id } of channels.values()) {
      for (const member of members) known(['channels', id, 'members'], member);
      if (canvas_id !== null && !canvases.has(canvas_id)) refuse(['channels', id], `there is no canvas ${canvas_id}`);
    }
    for (const id of [...stacks.keys(), ...homes.keys()]) known(['views'], id);
  }) satisfies z.ZodType<Kept>;

/** A map whose keys are the ids of what it holds. */
function byId<T extends z.ZodType<{ id: string }>>(one: T) {
  return z
    .map(text, one)
    .refine((map) => [...map].every(([key, { id }]) => key === id), 'something stands under another id than its own');
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format() !== '';
  } catch {
    return false;
  }
}
