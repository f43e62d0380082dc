import { someMarkdown } from './blocks.ts';
import { channels, open, type Propose, people, someMessage, verb } from './calls.ts';

/** What people may rightly do. */
export const peopleCalls: Propose[] = [
  (world, random) => {
    const as = random.pick(people(world)) ?? '';
    const channel = random.pick(open(world, as));
    return channel ? verb('post', { as, channel: channel.id, text: random.words(20) }) : null;
  },
  (world, random) => {
    const as = random.pick(people(world)) ?? '';
    const root = someMessage(
      random,
      open(world, as),
      ({ ts, thread_ts, subtype }) => !subtype && (thread_ts ?? ts) === ts,
    );
    return root && verb('post', { as, channel: root.channel.id, thread_ts: root.message.ts, text: random.words(9) });
  },
  (world, random) => {
    const as = random.pick(people(world)) ?? '';
    const own = someMessage(random, open(world, as), ({ user, subtype }) => user === as && !subtype);
    if (!own) return null;
    const where = { as, channel: own.channel.id, ts: own.message.ts };
    return random.chance(0.5) ? verb('edit', { ...where, text: random.words(8) }) : verb('delete', where);
  },
  (world, random) => {
    const as = random.pick(people(world)) ?? '';
    const found = someMessage(random, open(world, as), ({ reactions }) => reactions.length < 10);
    const has = found?.message.reactions.some(({ name, users }) => name === 'eyes' && users.includes(as)) ?? false;
    return found && verb('react', { as, channel: found.channel.id, ts: found.message.ts, name: 'eyes', remove: has });
  },
  (world, random) => {
    const as = random.pick(people(world)) ?? '';
    const channel = random.pick(
      channels(world, ({ kind, is_archived, members }) => kind === 'public' && !is_archived && !members.has(as)),
    );
    return channel ? verb('join', { as, channel: channel.id }) : null;
  },
  (world, random) => {
    const as = random.pick(people(world)) ?? '';
    const channel = random.pick(open(world, as).filter(({ kind, is_general }) => kind === 'public' && !is_general));
    return channel && random.chance(0.3) ? verb('leave', { as, channel: channel.id }) : null;
  },
  (world, random) => {
    const as = random.pick(people(world)) ?? '';
    const channel = random.pick(open(world, as));
    const last = channel ? [...channel.messages].at(-1) : undefined;
    return channel && last ? verb('read', { as, channel: channel.id, ts: last.ts }) : null;
  },
  (world, random) => {
    const as = random.pick(people(world)) ?? '';
    const user = random.pick(people(world));
    return user ? verb('open_dm', { as, user }) : null;
  },
  (world, random) => {
    const channel = random.pick(channels(world, ({ canvas_id, is_archived }) => canvas_id !== null && !is_archived));
    const canvas = world.canvases.get(channel?.canvas_id ?? '');
    const as = random.pick(people(world).filter((id) => channel?.members.has(id)));
    if (!channel || !canvas || canvas.deleted || !as || canvas.access.get(channel.id) === 'read') return null;
    return verb('edit_canvas', {
      as,
      canvas: canvas.id,
      markdown: [1, 2, 3].map(() => someMarkdown(random)).join('\n\n'),
    });
  },
  (world, random) => {
    const as = random.pick(people(world)) ?? '';
    const channel = random.pick(open(world, as));
    return channel ? verb(`upload?as=${as}&channel=${channel.id}&filename=notes.txt`, { said: random.words(9) }) : null;
  },
  (world, random) => {
    const tasks = [...world.canvases.values()].filter(
      ({ deleted, sections, channel }) =>
        !deleted && channel && sections.some(({ markdown }) => markdown.startsWith('- [')),
    );
    const canvas = random.pick(tasks);
    const section = canvas?.sections.find(({ markdown }) => markdown.startsWith('- ['));
    const channel = world.channels.get(canvas?.channel ?? '');
    const as = random.pick(people(world).filter((id) => channel?.members.has(id) && !channel.is_archived));
    if (
      !canvas ||
      !section ||
      !as ||
      canvas.access.get(channel?.id ?? '') === 'read' ||
      canvas.access.get(as) === 'read'
    )
      return null;
    return verb('toggle_check', { as, canvas: canvas.id, section_id: section.id, index: random.int(2) });
  },
];
