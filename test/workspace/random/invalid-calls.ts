import { issueTrigger } from '../../../src/workspace/state/triggers.ts';
import type { World } from '../../../src/workspace/state/world.ts';
import { someModal } from './blocks.ts';
import { api, bot, open, type RandomCall, rooms } from './calls.ts';
import type { Random } from './random.ts';

/** What each method cannot do without. */
const NEEDED: Record<string, string[]> = {
  'chat.postMessage': ['channel', 'text'],
  'chat.update': ['channel', 'ts'],
  'chat.delete': ['channel', 'ts'],
  'chat.postEphemeral': ['channel', 'user', 'text'],
  'chat.getPermalink': ['channel', 'message_ts'],
  'reactions.add': ['channel', 'timestamp', 'name'],
  'reactions.remove': ['name'],
  'pins.add': ['channel'],
  'bookmarks.add': ['channel_id', 'title', 'type', 'link'],
  'bookmarks.remove': ['channel_id', 'bookmark_id'],
  'conversations.create': ['name'],
  'conversations.invite': ['channel', 'users'],
  'conversations.kick': ['channel', 'user'],
  'conversations.archive': ['channel'],
  'conversations.rename': ['channel', 'name'],
  'conversations.replies': ['channel', 'ts'],
  'conversations.canvases.create': ['channel_id'],
  'canvases.edit': ['canvas_id', 'changes'],
  'views.publish': ['user_id', 'view'],
  'views.open': ['trigger_id', 'view'],
  'views.push': ['trigger_id', 'view'],
  post: ['channel', 'text'],
  edit: ['channel', 'ts', 'text'],
  react: ['channel', 'ts', 'name'],
};

const STRANGE_IDS: Record<string, string> = {
  channel: 'C0NOWHERE9',
  channel_id: 'C0NOWHERE9',
  user: 'U0NOBODY99',
  users: 'U0NOBODY99',
  user_id: 'U0NOBODY99',
  ts: '1000000000.000001',
  timestamp: '1000000000.000001',
  message_ts: '1000000000.000001',
  canvas_id: 'F0NOWHERE9',
  canvas: 'F0NOWHERE9',
  bookmark_id: 'Bk0NOWHERE',
  view_id: 'V0NOWHERE9',
  trigger_id: '1.2.3',
  thread_ts: 'not a time',
};

const short = (call: RandomCall) => call.path.slice(call.path.indexOf('/') + 1);

/** A right call made wrong, or nothing when this way does not fit it. */
type Spoil = (call: RandomCall, random: Random) => RandomCall | null;

export const spoils: Spoil[] = [
  (call, random) => {
    const key = random.pick((NEEDED[short(call)] ?? []).filter((one) => one in call.body));
    if (!key) return null;
    const { [key]: _gone, ...rest } = call.body;
    // A message may live by its blocks alone.
    if (key === 'text') delete rest.blocks;
    return { ...call, body: rest };
  },
  (call, random) => {
    const key = random.pick(
      Object.keys(call.body).filter(
        (one) => one in STRANGE_IDS && !(one === 'ts' && /^(people\/read|api\/conversations\.mark)$/.test(call.path)),
      ),
    );
    return key ? { ...call, body: { ...call.body, [key]: STRANGE_IDS[key] } } : null;
  },
  (call, random) => {
    const key = random.pick(
      (NEEDED[short(call)] ?? []).filter((one) => one in call.body && one !== 'users' && one !== 'text'),
    );
    return key
      ? { ...call, body: { ...call.body, [key]: random.pick([null, {}, [], [[1]], { a: { b: 1 } }, '']) } }
      : null;
  },
  (call) => (call.path.startsWith('api/') ? { ...call, path: `${call.path}Please` } : null),
  (call, random) =>
    call.path.startsWith('people/') && !call.path.includes('?')
      ? { ...call, body: { ...call.body, as: random.pick(['', 'U0NOBODY99', 7, null]) } }
      : null,
];

const plain = (text: string) => ({ type: 'plain_text', text });

/** Calls that break one limit each. */
export function overTheLimit(world: World, random: Random): RandomCall | null {
  const room = random.pick(rooms(world, bot(world)))?.id;
  const canvas = random.pick([...world.canvases.values()].filter(({ deleted }) => !deleted))?.id;
  if (!room || !canvas) return null;
  const wrongBlocks = [
    Array.from({ length: 51 }, () => ({ type: 'divider' })),
    [{ type: 'section' }],
    [{ type: 'header', text: plain('x'.repeat(151)) }],
    [{ type: 'header', text: { type: 'mrkdwn', text: 'no' } }],
    [{ type: 'actions', elements: [] }],
    [
      {
        type: 'actions',
        elements: Array.from({ length: 26 }, (_, at) => ({ type: 'button', action_id: `a${at}`, text: plain('x') })),
      },
    ],
    [{ type: 'nonsense' }],
    [
      { type: 'divider', block_id: 'same' },
      { type: 'divider', block_id: 'same' },
    ],
    [{ type: 'section', text: { type: 'mrkdwn', text: 'y'.repeat(3001) } }],
    [{ type: 'context', elements: Array.from({ length: 11 }, () => plain('x')) }],
  ];
  const wrongMarkdown = [
    '#### too deep',
    `|${'a|'.repeat(101)}\n|${'-|'.repeat(101)}\n|${'1|'.repeat(101)}\n|${'2|'.repeat(101)}`,
  ];
  const change = (markdown: string) => ({
    operation: 'insert_at_end',
    document_content: { type: 'markdown', markdown },
  });
  const modal = someModal(random);
  const trigger = () => issueTrigger(world, 'U0PRIYA');
  const calls: RandomCall[] = [
    api('chat.postMessage', { channel: room, text: 't', blocks: random.pick(wrongBlocks) }),
    api('chat.postMessage', { channel: room, text: 't', blocks: random.pick(wrongBlocks) }),
    api('chat.postMessage', { channel: room }),
    api('chat.postMessage', { channel: room, markdown_text: 'a', text: 'b' }),
    api('conversations.create', {
      name: random.pick(['Upper', 'has space', 'dot.dot', 'x'.repeat(81), '', '---', 'general']),
    }),
    api('conversations.setTopic', { channel: room, topic: 'x'.repeat(251) }),
    api('conversations.history', { channel: room, limit: random.pick([-1, 'many']) }),
    api('conversations.history', { channel: room, cursor: '!!' }),
    api('canvases.edit', { canvas_id: canvas, changes: [change(random.pick(wrongMarkdown) ?? '')] }),
    api('canvases.edit', { canvas_id: canvas, changes: [change('a'), change('b')] }),
    api('canvases.edit', { canvas_id: canvas, changes: [{ operation: 'shred' }] }),
    api('canvases.edit', { canvas_id: canvas, changes: [{ operation: 'delete', section_id: 'temp:C:nowhere' }] }),
    api('bookmarks.add', { channel_id: room, title: 't', type: 'link', link: 'javascript:alert(1)' }),
    api('views.open', { trigger_id: trigger(), view: { ...modal, title: plain('x'.repeat(25)) } }),
    api('views.open', { trigger_id: trigger(), view: { ...modal, submit: undefined } }),
    api('views.open', { trigger_id: trigger(), view: { ...modal, private_metadata: 'x'.repeat(3001) } }),
    api('views.open', { trigger_id: trigger(), view: { ...modal, type: 'home' } }),
    api('files.getUploadURLExternal', { filename: 'a.txt', length: 0 }),
    api('files.completeUploadExternal', { files: [{ id: 'F0NOWHERE9' }] }),
    api('pins.add', { channel: room, timestamp: '1.1' }),
  ];
  return random.pick(calls) ?? null;
}

/** A room that exists but does not take what one says: archived, or not joined. */
export function closedDoor(world: World, random: Random): RandomCall | null {
  const inside = new Set(open(world, bot(world)).map(({ id }) => id));
  const outside = random.pick([...world.channels.values()].filter(({ id }) => !inside.has(id)));
  return outside ? api('chat.postMessage', { channel: outside.id, text: random.words(3) }) : null;
}
