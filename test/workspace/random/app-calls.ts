import { issueTrigger } from '../../../src/workspace/state/triggers.ts';
import { someBlocks, someMarkdown, someModal } from './blocks.ts';
import { api, bot, channels, open, type Propose, people, rooms, someMessage } from './calls.ts';
import type { Random } from './random.ts';

const name = (random: Random) => `room-${random.int(1e9).toString(36)}`;

/** What an app may rightly ask. */
export const appCalls: Propose[] = [
  (world, random) => post(random, random.pick(open(world, bot(world)))?.id),
  (world, random) => post(random, random.pick(open(world, bot(world)))?.id),
  (world, random) => {
    const root = someMessage(
      random,
      open(world, bot(world)),
      ({ ts, thread_ts, subtype }) => !subtype && (thread_ts ?? ts) === ts,
    );
    return (
      root &&
      api('chat.postMessage', {
        channel: root.channel.id,
        thread_ts: root.message.ts,
        text: random.words(9),
        reply_broadcast: random.chance(0.2),
      })
    );
  },
  (world, random) => {
    const own = mine(world, random);
    return (
      own &&
      api('chat.update', {
        channel: own.channel.id,
        ts: own.message.ts,
        text: random.words(9),
        ...(random.chance(0.5) ? { blocks: someBlocks(random) } : {}),
      })
    );
  },
  (world, random) => {
    const own = mine(world, random);
    return own && api('chat.delete', { channel: own.channel.id, ts: own.message.ts });
  },
  (world, random) => {
    const channel = random.pick(rooms(world, bot(world)).filter(({ members }) => members.size > 1));
    const user = random.pick([...(channel?.members ?? [])].filter((id) => people(world).includes(id)));
    return channel && user ? api('chat.postEphemeral', { channel: channel.id, user, text: random.words(4) }) : null;
  },
  (world, random) => {
    const found = someMessage(random, open(world, bot(world)));
    return found && api('chat.getPermalink', { channel: found.channel.id, message_ts: found.message.ts });
  },
  (world, random) => {
    const found = someMessage(random, open(world, bot(world)), ({ reactions }) => reactions.length < 10);
    const free = ['eyes', 'tada', '+1', 'rocket', 'wave'].filter(
      (one) => !found?.message.reactions.some((r) => r.name === one && r.users.includes(bot(world))),
    );
    const chosen = random.pick(free);
    return found && chosen
      ? api('reactions.add', { channel: found.channel.id, timestamp: found.message.ts, name: chosen })
      : null;
  },
  (world, random) => {
    const found = someMessage(random, open(world, bot(world)), ({ reactions }) =>
      reactions.some(({ users }) => users.includes(bot(world))),
    );
    const own = found?.message.reactions.find(({ users }) => users.includes(bot(world)));
    return found && own
      ? api('reactions.remove', { channel: found.channel.id, timestamp: found.message.ts, name: own.name })
      : null;
  },
  (world, random) => {
    const found = someMessage(random, open(world, bot(world)), ({ subtype }) => !subtype);
    if (!found || found.channel.pins.length >= 100) return null;
    const pinned = found.channel.pins.some(({ ts }) => ts === found.message.ts);
    return api(pinned ? 'pins.remove' : 'pins.add', { channel: found.channel.id, timestamp: found.message.ts });
  },
  (world, random) => {
    const channel = random.pick(rooms(world, bot(world)).filter(({ bookmarks }) => bookmarks.length < 100));
    return channel
      ? api('bookmarks.add', { channel_id: channel.id, title: 'A link', type: 'link', link: 'https://a.example/' })
      : null;
  },
  (world, random) => {
    const channel = random.pick(rooms(world, bot(world)).filter(({ bookmarks }) => bookmarks.length > 0));
    const bookmark = random.pick(channel?.bookmarks ?? []);
    return channel && bookmark ? api('bookmarks.remove', { channel_id: channel.id, bookmark_id: bookmark.id }) : null;
  },
  (world, random) =>
    world.channels.size > 60
      ? null
      : api('conversations.create', { name: name(random), is_private: random.chance(0.4) }),
  (world, random) => {
    const channel = random.pick(rooms(world, bot(world)));
    const user = random.pick(people(world).filter((id) => !channel?.members.has(id)));
    return channel && user ? api('conversations.invite', { channel: channel.id, users: user }) : null;
  },
  (world, random) => {
    const channel = random.pick(rooms(world, bot(world)).filter(({ is_general }) => !is_general));
    const user = random.pick(people(world).filter((id) => channel?.members.has(id)));
    return channel && user ? api('conversations.kick', { channel: channel.id, user }) : null;
  },
  (world, random) => {
    const channel = random.pick(rooms(world, bot(world)).filter(({ is_general }) => !is_general));
    return channel && random.chance(0.2) ? api('conversations.archive', { channel: channel.id }) : null;
  },
  (world, random) => {
    const channel = random.pick(
      rooms(world, bot(world)).filter(({ is_general, creator }) => !is_general && creator === bot(world)),
    );
    return channel ? api('conversations.rename', { channel: channel.id, name: name(random) }) : null;
  },
  (world, random) => {
    const channel = random.pick(rooms(world, bot(world)));
    return channel
      ? api(random.chance(0.5) ? 'conversations.setTopic' : 'conversations.setPurpose', {
          channel: channel.id,
          topic: 'today',
          purpose: 'handoff',
        })
      : null;
  },
  (world, random) => {
    const channel = random.pick(
      channels(
        world,
        ({ kind, is_archived, members }) => kind === 'public' && !is_archived && !members.has(bot(world)),
      ),
    );
    return channel ? api('conversations.join', { channel: channel.id }) : null;
  },
  (world, random) => api('conversations.open', { users: some(random, people(world), 1 + random.int(3)).join(',') }),
  (world, random) => {
    const channel = random.pick(open(world, bot(world)));
    const method = random.pick(['conversations.info', 'conversations.members', 'conversations.history', 'pins.list']);
    return channel && method ? api(method, { channel: channel.id }) : null;
  },
  (world, random) => {
    const found = someMessage(random, open(world, bot(world)), ({ reactions }) => reactions.length >= 0);
    return (
      found &&
      api('conversations.replies', { channel: found.channel.id, ts: found.message.thread_ts ?? found.message.ts })
    );
  },
  (_world, random) =>
    api(random.pick(['users.list', 'conversations.list', 'team.info', 'auth.test', 'files.list']) ?? 'auth.test', {}),
  (world, random) =>
    world.canvases.size > 40
      ? null
      : api('canvases.create', {
          title: 'Packet',
          document_content: { type: 'markdown', markdown: someMarkdown(random) },
        }),
  (world, random) => {
    const channel = random.pick(rooms(world, bot(world)).filter(({ canvas_id }) => !canvas_id));
    return channel
      ? api('conversations.canvases.create', {
          channel_id: channel.id,
          document_content: { type: 'markdown', markdown: someMarkdown(random) },
        })
      : null;
  },
  (world, random) => {
    const canvas = random.pick(
      [...world.canvases.values()].filter(({ deleted, access }) => !deleted && access.get(bot(world)) === 'owner'),
    );
    if (!canvas) return null;
    const section_id = random.pick(canvas.sections)?.id;
    const operation =
      random.pick([
        'insert_at_start',
        'insert_at_end',
        'insert_after',
        'insert_before',
        'replace',
        'delete',
      ] as const) ?? 'replace';
    const anchored = operation !== 'insert_at_start' && operation !== 'insert_at_end';
    if (anchored && !section_id) return null;
    const content =
      operation === 'delete' ? {} : { document_content: { type: 'markdown', markdown: someMarkdown(random) } };
    return api('canvases.edit', {
      canvas_id: canvas.id,
      changes: [{ operation, ...(anchored ? { section_id } : {}), ...content }],
    });
  },
  (world, random) => {
    const view = { type: 'home', blocks: someBlocks(random) };
    return api('views.publish', { user_id: random.pick(people(world)) ?? '', view });
  },
  (world, random) =>
    api('views.open', { trigger_id: issueTrigger(world, random.pick(people(world)) ?? ''), view: someModal(random) }),
  (world, random) => {
    const user = random.pick(people(world).filter((id) => (world.stacks.get(id)?.length ?? 0) < 3));
    return user ? api('views.push', { trigger_id: issueTrigger(world, user), view: someModal(random) }) : null;
  },
  (world, random) => {
    const view = random.pick([...world.stacks.values()].flat());
    return view ? api('views.update', { view_id: view.id, hash: view.hash, view: someModal(random) }) : null;
  },
];

function post(random: Random, channel: string | undefined) {
  if (!channel) return null;
  const blocks = random.chance(0.5) ? { blocks: someBlocks(random) } : {};
  const metadata = random.chance(0.2) ? { metadata: { event_type: 'note', event_payload: { n: random.int(9) } } } : {};
  return api('chat.postMessage', { channel, text: random.words(20), ...blocks, ...metadata });
}

const mine: (...[world, random]: Parameters<Propose>) => ReturnType<typeof someMessage> = (world, random) =>
  someMessage(
    random,
    open(world, bot(world)),
    ({ user, subtype, stream }) => user === bot(world) && !stream && (!subtype || subtype === 'bot_message'),
  );

function some<T>(random: Random, items: readonly T[], count: number): T[] {
  const left = [...items];
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(random.int(left.length), 1)).flat();
}
