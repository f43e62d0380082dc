import type { z } from 'zod';
import { elementAt, isJson } from '../blocks/elements-of.ts';
import type { Place } from '../deliveries/payloads.ts';
import { SlackError } from '../slack-error.ts';
import { visibleChannel } from '../state/channels.ts';
import type { View } from '../state/interaction.ts';
import { messageAt } from '../state/messages.ts';
import type { World } from '../state/world.ts';
import type { PeopleVerb } from './protocol.ts';

type Act = z.output<(typeof PeopleVerb)['act']>;

/** Where an element stands; ephemeral messages are found for their reader only. */
export function placeOf(world: World, { as, container }: Pick<Act, 'as' | 'container'>): Place {
  if (container.type === 'view') return { in: 'view', view: viewOf(world, as, container.view_id) };
  const channel = visibleChannel(world, container.channel, as);
  const message = messageAt(channel, container.ts);
  if (message) return { in: 'message', channel, message, ephemeral: false };
  const ephemeral = channel.ephemerals.find((one) => one.ts === container.ts && one.to === as);
  if (!ephemeral) throw new SlackError('message_not_found');
  return { in: 'message', channel, message: ephemeral, ephemeral: true };
}

function viewOf(world: World, as: string, id: string): View {
  const home = world.homes.get(as);
  const view = home?.id === id ? home : world.stacks.get(as)?.find((one) => one.id === id);
  if (!view) throw new SlackError('view_not_found');
  return view;
}

export function topModal(world: World, as: string, id: string): View {
  const top = world.stacks.get(as)?.at(-1);
  if (top?.id !== id) throw new SlackError('view_not_found');
  return top;
}

/** What somebody typed is the view's state, for inputs it really has. */
export function enter(view: View, values: Record<string, Record<string, unknown>>): void {
  for (const [block, actions] of Object.entries(values)) {
    for (const [action, state] of Object.entries(actions)) {
      const type = elementAt(view.blocks, block, action)?.element.type;
      if (type) view.state[block] = { ...view.state[block], [action]: { ...(isJson(state) ? state : {}), type } };
    }
  }
}
