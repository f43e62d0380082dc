import { toMarkdown } from '../../../src/workspace/canvas/edit.ts';
import type { Channel } from '../../../src/workspace/state/model.ts';
import type { World } from '../../../src/workspace/state/world.ts';

/** What must hold after every call, whatever the calls were. Answers the broken ones in words. */
export function brokenInvariants(world: World): string[] {
  return [
    ...[...world.channels.values()].flatMap((channel) =>
      brokenInChannel(world, channel).map((words) => `${channel.id}: ${words}`),
    ),
    ...brokenNames(world),
    ...brokenViews(world),
    ...brokenCanvases(world),
    ...brokenFiles(world),
  ];
}

function brokenInChannel(world: World, channel: Channel): string[] {
  const messages = [...channel.messages];
  const stamps = messages.map(({ ts }) => ts);
  const known = new Set(stamps);
  const broken: string[] = [];
  const must = (holds: boolean, words: string) => void (holds || broken.push(words));
  must(known.size === stamps.length, 'a ts stands twice');
  must(
    stamps.every((ts) => /^\d{10}\.\d{6}$/.test(ts)),
    'a ts without Slack’s form',
  );
  must(
    stamps.every((ts, at) => at === 0 || (stamps[at - 1] ?? '') < ts),
    'messages are out of order',
  );
  must(
    [...channel.members].every((id) => world.users.has(id)),
    'a member nobody knows',
  );
  must(channel.kind !== 'im' || channel.members.size <= 2, 'three in a direct message');
  must(!channel.is_general || !channel.is_archived, 'the general channel is archived');
  must(
    messages.every(({ user, subtype }) => subtype === 'tombstone' || world.users.has(user)),
    'a message of nobody',
  );
  must(
    messages.every(({ thread_ts }) => thread_ts === undefined || known.has(thread_ts)),
    'a reply without its root',
  );
  must(
    messages.every(({ reactions }) =>
      reactions.every(({ users }) => users.length > 0 && new Set(users).size === users.length),
    ),
    'a reaction of nobody or twice of one',
  );
  must(
    channel.pins.every(({ ts }) => known.has(ts)),
    'a pin on nothing',
  );
  must(new Set(channel.pins.map(({ ts }) => ts)).size === channel.pins.length, 'pinned twice');
  must(channel.pins.length <= 100 && channel.bookmarks.length <= 100, 'too many pins or bookmarks');
  must(
    [...channel.last_read.keys()].every((id) => world.users.has(id)),
    'read by nobody',
  );
  must(
    channel.canvas_id === null || world.canvases.get(channel.canvas_id)?.deleted === false,
    'a tab of a canvas that is gone',
  );
  return broken;
}

function brokenNames(world: World): string[] {
  const names = [...world.channels.values()]
    .filter(({ kind }) => kind === 'public' || kind === 'private')
    .map(({ name }) => name);
  return new Set(names).size === names.length ? [] : ['two channels of one name'];
}

function brokenViews(world: World): string[] {
  const broken: string[] = [];
  for (const [user, stack] of world.stacks) {
    if (stack.length > 3) broken.push(`${user} has ${stack.length} modals`);
    stack.forEach((view, at) => {
      if (view.previous_view_id !== (stack[at - 1]?.id ?? null))
        broken.push(`${view.id} does not stand on the view below it`);
      if (view.root_view_id !== stack[0]?.id) broken.push(`${view.id} has another root`);
    });
  }
  const ids = [...world.stacks.values()].flat().map(({ id }) => id);
  if (new Set(ids).size !== ids.length) broken.push('a view stands in two stacks');
  return broken;
}

function brokenCanvases(world: World): string[] {
  return [...world.canvases.values()].flatMap((canvas) => {
    const broken: string[] = [];
    const ids = canvas.sections.map(({ id }) => id);
    if (new Set(ids).size !== ids.length) broken.push(`${canvas.id}: two sections of one id`);
    if (canvas.sections.some(({ markdown }) => markdown.trim() === '')) broken.push(`${canvas.id}: an empty section`);
    if (canvas.channel !== null && !world.channels.has(canvas.channel)) broken.push(`${canvas.id}: in no channel`);
    const text = toMarkdown(canvas.sections);
    if (canvas.sections.some(({ markdown }) => !text.includes(markdown.trim())))
      broken.push(`${canvas.id}: text lost between sections`);
    return broken;
  });
}

function brokenFiles(world: World): string[] {
  return [...world.files.values()].flatMap((file) =>
    [...file.shares].flatMap(([id, stamps]) => {
      const channel = world.channels.get(id);
      const there = new Set([...(channel?.messages ?? [])].map(({ ts }) => ts));
      return stamps.every((ts) => there.has(ts)) ? [] : [`${file.id} is shared by a message that is gone`];
    }),
  );
}
