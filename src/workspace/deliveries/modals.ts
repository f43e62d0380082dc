import { z } from 'zod';
import { chosenIn, stateOf } from '../blocks/element-state.ts';
import { isJson } from '../blocks/elements-of.ts';
import { SlackError } from '../slack-error.ts';
import { describeView } from '../state/describe.ts';
import type { View } from '../state/interaction.ts';
import type { Json } from '../state/model.ts';
import { issueTrigger } from '../state/triggers.ts';
import { closeModals, pushModal, updateView } from '../state/views.ts';
import type { World } from '../state/world.ts';
import { parseView } from '../web-api/view-payload.ts';
import { interaction } from './payloads.ts';
import { issueResponseUrl } from './response-urls.ts';
import { acknowledged, obey, type Scene } from './scene.ts';

const Response = z.discriminatedUnion('response_action', [
  z.object({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) }),
  z.object({ response_action: z.literal('update'), view: z.unknown() }),
  z.object({ response_action: z.literal('push'), view: z.unknown() }),
  z.object({ response_action: z.literal('clear') }),
]);
export type SubmitResponse = z.infer<typeof Response> | null;

/** Submits the top modal. Acts on the app's `response_action` and answers it; null when the modal closed. */
export async function submit({ world, courier }: Scene, user: string, view: View): Promise<SubmitResponse> {
  const body = acknowledged(
    await courier.ask('interactive', 'view_submission', {
      ...interaction(world, 'view_submission', user),
      trigger_id: issueTrigger(world, user, { view_id: view.id }),
      view: describeView(world, view),
      response_urls: chosenConversations(world, view, user),
    }),
  );
  if (body === null) {
    closeModals(world, user, 1);
    return null;
  }
  const parsed = Response.safeParse(body);
  if (!parsed.success)
    throw new SlackError('app_error', { message: 'The app answered with an unknown response_action.' });
  return obey(() => applyResponse(world, user, view, parsed.data));
}

function applyResponse(world: World, user: string, view: View, response: NonNullable<SubmitResponse>): SubmitResponse {
  switch (response.response_action) {
    case 'errors': {
      const inputs = new Set(view.blocks.filter((block) => block.type === 'input').map((block) => block.block_id));
      const unknown = Object.keys(response.errors).filter((block) => !inputs.has(block));
      if (unknown.length === 0 && Object.keys(response.errors).length > 0) return response;
      throw new SlackError('app_error', { message: `The app named errors for no input block: ${unknown.join(', ')}` });
    }
    case 'update':
      updateView(world, view, parseView(world, response.view, 'modal'));
      return response;
    case 'push':
      pushModal(world, user, parseView(world, response.view, 'modal'));
      return response;
    case 'clear':
      closeModals(world, user, 'all');
      return response;
  }
}

/** Closes the top modal or the whole stack and tells the app where it asked to be told. */
export async function closeView({ world, courier }: Scene, user: string, view: View, all: boolean): Promise<void> {
  const cleared = all || view.clear_on_close;
  for (const closed of closeModals(world, user, cleared ? 'all' : 1)) {
    if (!closed.notify_on_close) continue;
    const payload = {
      ...interaction(world, 'view_closed', user),
      view: describeView(world, closed),
      is_cleared: cleared,
    };
    await courier.ask('interactive', 'view_closed', payload);
  }
}

/** `response_urls` for menus that asked for them (`response_url_enabled`). */
function chosenConversations(world: World, view: View, user: string): Json[] {
  const values = stateOf(view.blocks, view.state);
  return view.blocks.flatMap((block) => {
    const { element } = block;
    if (!isJson(element) || element.response_url_enabled !== true) return [];
    const [block_id, action_id] = [String(block.block_id), String(element.action_id)];
    const chosen = chosenIn(String(element.type), values[block_id]?.[action_id]);
    if (typeof chosen !== 'string') return [];
    const made = { channel: chosen, user, message_ts: null, thread_ts: null };
    return [{ block_id, action_id, channel_id: chosen, response_url: issueResponseUrl(world, made) }];
  });
}
