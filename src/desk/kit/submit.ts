import type { AckFn, App, SlackViewMiddlewareArgs, ViewResponseAction, ViewSubmitAction } from '@slack/bolt';
import { z } from 'zod';
import { Refusal } from '../../handoff/refusal.ts';
import { notice } from './blocks.ts';
import type { Desk } from './desk.ts';
import { explain, finish, inboxIdOf } from './explain.ts';

/** Who submitted a modal, and the delivery that told us. */
export interface Submitted {
  user: string;
  inboxId: string | undefined;
  /** Values of check boxes that stood ticked when the modal was shown. */
  preTicked: string[];
}

const Boxes = z.looseObject({
  element: z.looseObject({ initial_options: z.array(z.looseObject({ value: z.string() })).optional() }).optional(),
});

const preTicked = (blocks: readonly unknown[]): string[] =>
  blocks.flatMap((block) => (Boxes.safeParse(block).data?.element?.initial_options ?? []).map((one) => one.value));

/** Registers a modal's submission. A refusal keeps the modal open with what was typed, its sentence at its field. */
export const onSubmit = <Metadata extends z.ZodType, Values extends z.ZodType>(
  app: App,
  desk: Desk,
  callbackId: string,
  schema: { metadata: Metadata; values: Values },
  handle: (
    input: { metadata: z.infer<Metadata>; values: z.infer<Values> },
    asked: Submitted,
  ) => Promise<ViewResponseAction | undefined>,
): void => {
  app.view<ViewSubmitAction>(
    { callback_id: callbackId, type: 'view_submission' },
    async (args: SlackViewMiddlewareArgs<ViewSubmitAction> & { context: object }) => {
      const { body, view } = args;
      const ack = args.ack as AckFn<ViewResponseAction | undefined>; // Bolt types ack by the view's type parameter, which is fixed above
      const inboxId = inboxIdOf(args.context);
      try {
        const metadata = schema.metadata.parse(JSON.parse(view.private_metadata || '{}'));
        const values = schema.values.parse(flatten(view.state.values));
        await ack(
          await handle({ metadata, values }, { user: body.user.id, inboxId, preTicked: preTicked(view.blocks) }),
        );
      } catch (error) {
        await ack(refused(view.blocks, error, explain(desk, error, callbackId)));
      } finally {
        await finish(desk, inboxId);
      }
    },
  );
};

const refused = (
  blocks: readonly { type: string; block_id?: string }[],
  error: unknown,
  sentence: string,
): ViewResponseAction => {
  const fields = blocks.flatMap((block) => (block.type === 'input' && block.block_id ? [block.block_id] : []));
  const named =
    error instanceof Refusal ? Object.entries(error.fields ?? {}).filter(([field]) => fields.includes(field)) : [];
  if (named.length > 0) return { response_action: 'errors', errors: Object.fromEntries(named) };
  return { response_action: 'push', view: notice('Nothing was changed', sentence) };
};

interface StateValue {
  type?: string;
  value?: string | null;
  selected_date?: string | null;
  selected_user?: string | null;
  selected_option?: { value: string } | null;
  selected_options?: { value: string }[];
}

/** block id → what was entered: a string, a list of strings (check boxes), or null when left empty. */
const flatten = (values: Record<string, Record<string, StateValue>>): Record<string, string | string[] | null> =>
  Object.fromEntries(
    Object.entries(values).map(([block, elements]) => {
      const state = Object.values(elements)[0] ?? {};
      if (state.selected_options) return [block, state.selected_options.map((one) => one.value)];
      return [block, state.value ?? state.selected_date ?? state.selected_user ?? state.selected_option?.value ?? null];
    }),
  );
