import type {
  AckFn,
  App,
  BlockAction,
  ButtonAction,
  SlackActionMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewResponseAction,
  ViewSubmitAction,
} from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { Refusal } from '../../handoff/refusal.ts';
import { done } from '../../platform/inbox/index.ts';
import { notice } from './blocks.ts';
import type { Desk } from './desk.ts';

/** Who did something, where, and the delivery that told us. */
export interface Asked {
  user: string;
  triggerId: string;
  inboxId: string | undefined;
  channel: string | undefined;
  /** The modal the click happened in, if it was one. */
  viewId: string | undefined;
  /** Opens a modal, or pushes it on the one that is open. */
  show: (view: ModalView) => Promise<void>;
}

const Ids = z.object({ inboxId: z.string().optional() });
const inboxIdOf = (context: object): string | undefined => Ids.parse(context).inboxId;

const finish = async (desk: Desk, inboxId: string | undefined): Promise<void> => {
  if (inboxId !== undefined) await desk.store.inTx((tx) => done(tx, inboxId, desk.clock.now()));
};

/** The sentence for the person: a refusal speaks for itself; anything else gets a reference and a log line. */
export const explain = (desk: Desk, error: unknown, what: string): string => {
  if (error instanceof Refusal) return error.message;
  const reference = desk.reference();
  desk.log.error('A request could not be carried out.', { what, reference, error });
  return `Something went wrong on my side (reference ${reference}). Nothing was changed. Please try again; if it stays, tell your Baton admin.`;
};

const listened = new WeakMap<App, (string | RegExp)[]>();

const isKnown = (app: App, actionId: string): boolean =>
  (listened.get(app) ?? []).some((known) => (typeof known === 'string' ? known === actionId : known.test(actionId)));

/** Bolt runs every listener that matches: two for one action would both answer. */
const claim = (app: App, actionId: string | RegExp): void => {
  if (typeof actionId === 'string' && isKnown(app, actionId))
    throw new Error(`two listeners for the action ${actionId}`);
  listened.set(app, [...(listened.get(app) ?? []), actionId]);
};

/**
 * Answers clicks that no listener knows: buttons of a version that is gone. Bolt would keep Slack waiting for three seconds and
 * the person for ever. Buttons that only carry an address (`link.…`) need no word.
 */
export const answerUnknownClicks = (app: App, desk: Desk): void => {
  app.action<BlockAction>(
    { type: 'block_actions', action_id: /.*/ },
    async ({ body, action, ack }: SlackActionMiddlewareArgs<BlockAction>) => {
      if (isKnown(app, action.action_id)) return;
      await ack();
      if (action.action_id.startsWith('link.')) return;
      await tell(desk, body, oldButton);
    },
  );
};

const oldButton =
  'This button is from an older version of the message. Use the newest message on this subject; nothing was changed.';

/** Registers a button or menu. `Value` parses what the button carries; a button of an older version gets a word, never silence. */
export const onClick = <Value extends z.ZodType>(
  app: App,
  desk: Desk,
  actionId: string | RegExp,
  Value: Value,
  handle: (value: z.infer<Value>, asked: Asked) => Promise<void>,
): void => {
  claim(app, actionId);
  app.action<BlockAction>(
    { type: 'block_actions', action_id: actionId },
    async (args: SlackActionMiddlewareArgs<BlockAction> & { context: object }) => {
      const { body, action, ack } = args;
      const inboxId = inboxIdOf(args.context);
      const asked: Asked = {
        user: body.user.id,
        triggerId: body.trigger_id,
        inboxId,
        channel: body.channel?.id,
        viewId: body.view?.id,
        show: async (view) => {
          await (body.view?.type === 'modal'
            ? desk.slack.views.push({ trigger_id: body.trigger_id, view })
            : desk.slack.views.open({ trigger_id: body.trigger_id, view }));
        },
      };
      try {
        const parsed = Value.safeParse(readValue(action as ButtonAction)); // every element we listen to carries JSON in value or selected option
        if (!parsed.success)
          throw new Refusal(
            'old_button',
            'This button is from an older version of the message. Use the newest message on this subject; nothing was changed.',
          );
        await handle(parsed.data, asked);
        await ack();
      } catch (error) {
        await ack();
        await tell(desk, body, explain(desk, error, String(actionId)));
      } finally {
        await finish(desk, inboxId);
      }
    },
  );
};

const readValue = (action: { value?: string; selected_option?: { value?: string } | null }): unknown => {
  try {
    return JSON.parse(action.value ?? action.selected_option?.value ?? '{}');
  } catch {
    return undefined;
  }
};

/** A private word to the person who clicked. */
const tell = async (desk: Desk, body: BlockAction, text: string): Promise<void> => {
  try {
    if (body.channel && body.message) {
      const thread = body.message.thread_ts as string | undefined;
      await desk.slack.chat.postEphemeral({
        channel: body.channel.id,
        user: body.user.id,
        text,
        ...(thread ? { thread_ts: thread } : {}),
      });
    } else if (body.view?.type === 'modal')
      await desk.slack.views.push({ trigger_id: body.trigger_id, view: notice('That did not work', text) });
    else await desk.slack.views.open({ trigger_id: body.trigger_id, view: notice('That did not work', text) });
  } catch (error) {
    desk.log.warn('A private answer could not be given.', { error });
  }
};

/** Registers a modal's submission. A refusal keeps the modal open with what was typed, its sentence at its field. */
export const onSubmit = <Metadata extends z.ZodType, Values extends z.ZodType>(
  app: App,
  desk: Desk,
  callbackId: string,
  schema: { metadata: Metadata; values: Values },
  handle: (
    input: { metadata: z.infer<Metadata>; values: z.infer<Values> },
    asked: Omit<Asked, 'show' | 'triggerId' | 'channel'>,
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
        await ack(await handle({ metadata, values }, { user: body.user.id, inboxId, viewId: view.id }));
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
