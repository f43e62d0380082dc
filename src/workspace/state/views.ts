import { elementAt, isJson, placedElements } from '../blocks/elements-of.ts';
import { SlackError } from '../slack-error.ts';
import type { View, ViewPayload } from './interaction.ts';
import type { ChannelKind } from './model.ts';
import { rememberShown } from './shown.ts';
import type { World } from './world.ts';

const STACK_DEPTH = 3;

/** `channel` is where the person was looking, for menus that start with it. */
export function openModal(world: World, user: string, payload: ViewPayload, channel: string | null = null): View {
  const view = newView(world, user, payload, null);
  chooseCurrent(world, view, channel);
  world.stacks.set(user, [view]);
  world.changes.tell({ type: 'views', user });
  return view;
}

export function pushModal(world: World, user: string, payload: ViewPayload): View {
  const stack = world.stacks.get(user) ?? [];
  if (stack.length >= STACK_DEPTH) throw new SlackError('push_limit_reached');
  const view = newView(world, user, payload, stack.at(-1) ?? null);
  world.stacks.set(user, [...stack, view]);
  world.changes.tell({ type: 'views', user });
  return view;
}

/** Replaces a view's content. What people typed survives where `block_id`, `action_id` and the kind of element stay the same. */
export function updateView(world: World, view: View, payload: ViewPayload): View {
  const { state: kept, blocks: old } = view;
  checkExternalId(world, payload.external_id, view);
  rememberShown(world, view.id, old);
  Object.assign(view, payload, { hash: newHash(world), external_id: payload.external_id || view.external_id });
  view.state = {};
  for (const [block, actions] of Object.entries(kept)) {
    const same = Object.entries(actions).filter(([action]) => {
      const type = elementAt(view.blocks, block, action)?.element.type;
      return type !== undefined && type === elementAt(old, block, action)?.element.type;
    });
    if (same.length > 0) view.state[block] = Object.fromEntries(same);
  }
  world.changes.tell({ type: view.type === 'home' ? 'home' : 'views', user: view.user });
  return view;
}

export function publishHome(world: World, user: string, payload: ViewPayload, hash?: string): View {
  const old = world.homes.get(user);
  if (hash !== undefined && old && old.hash !== hash) throw new SlackError('hash_conflict');
  if (old) return updateView(world, old, payload);
  const view = newView(world, user, payload, null);
  world.homes.set(user, view);
  world.changes.tell({ type: 'home', user });
  return view;
}

/** Closes one modal or, with `all`, the whole stack. Answers the closed ones, top first. */
export function closeModals(world: World, user: string, count: number | 'all'): View[] {
  const stack = world.stacks.get(user) ?? [];
  const keep = count === 'all' ? 0 : Math.max(stack.length - count, 0);
  world.stacks.set(user, stack.slice(0, keep));
  world.changes.tell({ type: 'views', user });
  return stack.slice(keep).reverse();
}

export function findView(world: World, by: { view_id?: string | undefined; external_id?: string | undefined }): View {
  for (const view of allViews(world)) {
    if (by.view_id !== undefined ? view.id === by.view_id : view.external_id === by.external_id) return view;
  }
  throw new SlackError('not_found');
}

export function allViews(world: World): View[] {
  return [...[...world.stacks.values()].flat(), ...world.homes.values()];
}

const newHash = (world: World): string => `${Math.floor(world.clock.real() / 1000)}.${world.ids.secret(4)}`;

function newView(world: World, user: string, payload: ViewPayload, below: View | null): View {
  const id = world.ids.next('V');
  checkExternalId(world, payload.external_id, null);
  const links = { previous_view_id: below?.id ?? null, root_view_id: below?.root_view_id ?? id };
  return { ...payload, ...links, id, user, hash: newHash(world), state: {} };
}

function checkExternalId(world: World, external_id: string, own: View | null): void {
  const taken = allViews(world).some((view) => view !== own && view.external_id === external_id);
  if (external_id !== '' && taken) throw new SlackError('duplicate_external_id');
}

/** Slack's words for kinds of conversation in a menu's `filter.include`. */
const FILTER: Record<ChannelKind, string> = { public: 'public', private: 'private', im: 'im', mpim: 'mpim' };

/** `default_to_current_conversation` of docs.slack.dev/reference/block-kit/block-elements: an initial choice goes before it. */
function chooseCurrent(world: World, view: View, channelId: string | null): void {
  const channel = channelId === null ? undefined : world.channels.get(channelId);
  if (!channel) return;
  for (const { element, block_id, action_id } of placedElements(view.blocks)) {
    if (element.default_to_current_conversation !== true) continue;
    if (element.initial_conversation || element.initial_conversations) continue;
    const include = isJson(element.filter) ? element.filter.include : undefined;
    if (Array.isArray(include) && !include.includes(FILTER[channel.kind])) continue;
    const type = String(element.type);
    const chosen = type.startsWith('multi_')
      ? { selected_conversations: [channel.id] }
      : { selected_conversation: channel.id };
    view.state[block_id] = { ...view.state[block_id], [action_id]: { type, ...chosen } };
  }
}
