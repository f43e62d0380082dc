import { z } from 'zod';

/** What the people protocol answers, as far as a scripted person looks at it. */

const Blocks = z.array(z.record(z.string(), z.unknown()));

export const Message = z.looseObject({
  ts: z.string(),
  thread_ts: z.string().optional(),
  user: z.string(),
  text: z.string(),
  blocks: Blocks.default([]),
  files: z.array(z.looseObject({ id: z.string(), name: z.string() })).default([]),
  reply_count: z.number().default(0),
  ephemeral: z.boolean().default(false),
});
export type Message = z.infer<typeof Message>;

export const View = z.looseObject({
  id: z.string(),
  callback_id: z.string(),
  title: z.looseObject({ text: z.string() }).optional(),
  submit: z.unknown().optional(),
  blocks: Blocks,
  state: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown()))),
});
export type View = z.infer<typeof View>;

const Channel = z.looseObject({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['public', 'private', 'im']),
  topic: z.string(),
  members: z.array(z.string()),
  canvas_id: z.string().nullable(),
  bookmarks: z.array(z.looseObject({ title: z.string(), link: z.string() })),
  pinned: z.array(z.string()),
});
export type Channel = z.infer<typeof Channel>;

const User = z.looseObject({
  id: z.string(),
  real_name: z.string(),
  title: z.string(),
  tz: z.string(),
  is_bot: z.boolean(),
  deleted: z.boolean(),
});

export const Company = z.looseObject({
  team: z.looseObject({ name: z.string() }),
  users: z.array(User),
  channels: z.array(Channel),
  app: z.looseObject({ bot_user: z.string(), connected: z.boolean() }).nullable(),
  now: z.iso.datetime({ offset: true }),
});
export type Company = z.infer<typeof Company>;

/** What `submit` hands on of the app's answer; null when the modal simply closed. */
export const Response = z
  .looseObject({ response_action: z.string(), errors: z.record(z.string(), z.string()).optional() })
  .nullable();
export type Response = z.infer<typeof Response>;

export const Canvas = z.looseObject({ id: z.string(), title: z.string(), markdown: z.string() });
export type Canvas = z.infer<typeof Canvas>;

/** `/control/state`: every message with its metadata, which people do not see. */
export const Everything = z.looseObject({
  pending: z.number(),
  channels: z.array(
    z.looseObject({
      id: z.string(),
      kind: z.string(),
      members: z.array(z.string()),
      messages: z.array(
        z.looseObject({
          ts: z.string(),
          text: z.string().default(''),
          metadata: z.looseObject({ event_payload: z.looseObject({ key: z.string().optional() }) }).optional(),
        }),
      ),
    }),
  ),
});
export type Everything = z.infer<typeof Everything>;
