import { z } from 'zod';
import { withIds } from '../blocks/elements-of.ts';
import { validateBlocks } from '../blocks/validate.ts';
import { argumentError } from '../slack-error.ts';
import type { ViewPayload } from '../state/interaction.ts';
import type { Json } from '../state/model.ts';
import type { World } from '../state/world.ts';

/** docs.slack.dev/surfaces/modals and /reference/methods/views.*. */
const TITLE = 24;
const METADATA = 3000;
const ID = 255;
const VIEW_BYTES = 250_000;

const plainText = (max: number) =>
  z.looseObject({
    type: z.literal('plain_text'),
    text: z
      .string()
      .min(1, 'must be more than 0 characters')
      .max(max, `must be less than ${max + 1} characters`),
  });

const View = z.looseObject({
  type: z.enum(['modal', 'home']),
  blocks: z.array(z.record(z.string(), z.unknown())),
  callback_id: z
    .string()
    .max(ID, `must be less than ${ID + 1} characters`)
    .nullish(),
  external_id: z
    .string()
    .max(ID, `must be less than ${ID + 1} characters`)
    .nullish(),
  private_metadata: z
    .string()
    .max(METADATA, `must be less than ${METADATA + 1} characters`)
    .nullish(),
  title: plainText(TITLE).nullish(),
  submit: plainText(TITLE).nullish(),
  close: plainText(TITLE).nullish(),
  clear_on_close: z.boolean().nullish(),
  notify_on_close: z.boolean().nullish(),
  submit_disabled: z.boolean().nullish(),
});

/** Checks a view as `views.*` do. Throws `invalid_arguments` with pointers, or `view_too_large`. */
export function parseView(world: World, input: unknown, expected: 'modal' | 'home' | 'any' = 'any'): ViewPayload {
  const parsed = View.safeParse(input);
  if (!parsed.success) {
    throw argumentError(
      'invalid_arguments',
      parsed.error.issues.map((issue) => `${wording(issue)} [json-pointer:/view${pointer(issue.path)}]`),
    );
  }
  const view = parsed.data;
  const wrong = validateBlocks(view.blocks, view.type, '/view/blocks');
  if (expected !== 'any' && view.type !== expected) wrong.push(`must be one of: ${expected} [json-pointer:/view/type]`);
  if (view.type === 'modal' && !view.title) wrong.push('missing required field: title [json-pointer:/view]');
  if (view.type === 'modal' && !view.submit && view.blocks.some((block) => block.type === 'input')) {
    wrong.push('missing required field: submit [json-pointer:/view]');
  }
  if (wrong.length > 0) throw argumentError('invalid_arguments', wrong);
  if (Buffer.byteLength(JSON.stringify(input)) > VIEW_BYTES) throw argumentError('view_too_large', []);
  return {
    type: view.type,
    blocks: withIds(view.blocks, world.ids),
    callback_id: view.callback_id ?? '',
    external_id: view.external_id ?? '',
    private_metadata: view.private_metadata ?? '',
    title: textOrNull(view.title),
    submit: textOrNull(view.submit),
    close: textOrNull(view.close),
    clear_on_close: view.clear_on_close ?? false,
    notify_on_close: view.notify_on_close ?? false,
    submit_disabled: view.submit_disabled ?? false,
  };
}

/** Slack adds `emoji: true` to a view's own texts. */
function textOrNull(text: Json | null | undefined): Json | null {
  return text ? { emoji: true, ...text } : null;
}

function wording(issue: z.core.$ZodIssue): string {
  const name = String(issue.path.at(-1) ?? 'view');
  const missing = issue.code === 'invalid_type' && issue.message.includes('received undefined');
  return missing ? `missing required field: ${name}` : issue.message;
}

function pointer(path: PropertyKey[]): string {
  return path.map((part) => `/${String(part)}`).join('');
}
