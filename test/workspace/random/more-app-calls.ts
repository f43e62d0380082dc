import { seconds } from '../../../src/workspace/state/clock.ts';
import { someMarkdown } from './blocks.ts';
import { api, bot, open, type Propose, people, rooms, someMessage } from './calls.ts';

/** What an app may rightly ask: later messages, streams, user groups, canvases, reading. */
export const moreAppCalls: Propose[] = [
  (world, random) => {
    const channel = random.pick(open(world, bot(world)));
    if (!channel || world.scheduled.size > 200) return null;
    const post_at = seconds(world.clock.now()) + 7200 + random.int(100 * 86_400);
    return api('chat.scheduleMessage', { channel: channel.id, text: random.words(9), post_at });
  },
  (world, random) => {
    const due = random.pick(
      [...world.scheduled.values()].filter(({ channel }) => !world.channels.get(channel)?.is_archived),
    );
    if (!due || !world.channels.get(due.channel)?.members.has(bot(world))) return null;
    return api('chat.deleteScheduledMessage', { channel: due.channel, scheduled_message_id: due.id });
  },
  (world, random) => {
    const root = someMessage(
      random,
      rooms(world, bot(world)),
      ({ ts, thread_ts, subtype }) => !subtype && (thread_ts ?? ts) === ts,
    );
    const recipient = { recipient_user_id: random.pick(people(world)), recipient_team_id: world.team.id };
    return (
      root &&
      api('chat.startStream', {
        channel: root.channel.id,
        thread_ts: root.message.ts,
        markdown_text: random.words(5),
        ...recipient,
      })
    );
  },
  (world, random) => {
    const growing = someMessage(random, open(world, bot(world)), ({ stream }) => stream !== undefined);
    if (!growing) return null;
    const chunk = {
      type: 'task_update',
      id: `t${random.int(3)}`,
      title: random.words(3),
      status: random.pick(['pending', 'in_progress', 'complete']),
    };
    const body = {
      channel: growing.channel.id,
      ts: growing.message.ts,
      ...(random.chance(0.5) ? { markdown_text: random.words(4) } : { chunks: [chunk] }),
    };
    return api(random.chance(0.5) ? 'chat.appendStream' : 'chat.stopStream', body);
  },
  (world, random) =>
    world.usergroups.size > 20
      ? null
      : api('usergroups.create', { name: `Group ${random.int(1e9)}`, handle: `group-${random.int(1e9)}` }),
  (world, random) => {
    const group = random.pick([...world.usergroups.values()]);
    if (!group) return null;
    if (group.date_delete > 0) return api('usergroups.enable', { usergroup: group.id });
    const users = people(world).filter(() => random.chance(0.4));
    if (users.length > 0 && random.chance(0.6))
      return api('usergroups.users.update', { usergroup: group.id, users: users.join(',') });
    return random.chance(0.5)
      ? api('usergroups.update', { usergroup: group.id, description: random.words(3) })
      : api('usergroups.disable', { usergroup: group.id });
  },
  (world, random) => {
    const channel = random.pick(open(world, bot(world)));
    const last = channel ? [...channel.messages].at(-1) : undefined;
    return channel && last ? api('conversations.mark', { channel: channel.id, ts: last.ts }) : null;
  },
  (world, random) => {
    const channel = random.pick(open(world, bot(world)));
    return channel ? api('chat.meMessage', { channel: channel.id, text: random.words(4) }) : null;
  },
  (world, random) => {
    const canvas = random.pick(ownCanvases(world));
    const channel = random.pick(rooms(world, bot(world)));
    const user = random.pick(people(world));
    if (!canvas || !channel || !user) return null;
    const access_level = random.pick(['read', 'write']);
    return api('canvases.access.set', {
      canvas_id: canvas.id,
      access_level,
      ...(random.chance(0.5) ? { channel_ids: [channel.id] } : { user_ids: [user] }),
    });
  },
  (world, random) => {
    const canvas = random.pick(ownCanvases(world));
    if (!canvas) return null;
    const reading = random.chance(0.5)
      ? api('canvases.getContent', { canvas_id: canvas.id })
      : api('canvases.sections.lookup', { canvas_id: canvas.id, criteria: { contains_text: random.words(1) } });
    return canvas.channel === null && random.chance(0.2) ? api('canvases.delete', { canvas_id: canvas.id }) : reading;
  },
  (world, random) => {
    const canvas = random.pick(ownCanvases(world));
    return canvas
      ? api('canvases.edit', {
          canvas_id: canvas.id,
          changes: [
            {
              operation: 'rename',
              title_content: { type: 'markdown', markdown: someMarkdown(random).slice(0, 1) + random.words(2) },
            },
          ],
        })
      : null;
  },
  (world, random) => {
    const user = random.pick(people(world));
    const method = random.pick([
      'users.info',
      'users.conversations',
      'users.profile.get',
      'users.getPresence',
      'reactions.list',
    ]);
    return user && method ? api(method, { user }) : null;
  },
  (world, random) => {
    const channel = random.pick(rooms(world, bot(world)).filter(({ bookmarks }) => bookmarks.length > 0));
    const bookmark = random.pick(channel?.bookmarks ?? []);
    return channel && bookmark
      ? api('bookmarks.edit', { channel_id: channel.id, bookmark_id: bookmark.id, title: random.words(2) })
      : null;
  },
  (_world, random) => api('files.getUploadURLExternal', { filename: 'plan.txt', length: 1 + random.int(999) }),
];

const ownCanvases = (world: Parameters<Propose>[0]) =>
  [...world.canvases.values()].filter(({ deleted, access }) => !deleted && access.get(bot(world)) === 'owner');
