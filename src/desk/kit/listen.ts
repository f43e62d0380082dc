import type { App, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { z } from 'zod';
import { Refusal } from '../../handoff/refusal.ts';
import { notice } from './blocks.ts';
import type { Desk } from './desk.ts';
import { explain, finish, inboxIdOf } from './explain.ts';

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
