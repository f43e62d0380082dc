import { describe, expect, test } from 'vitest';
import { decodeTyped, encodeTyped, shortMentions } from '../../../src/workspace/page/messages/encode-typed.ts';
import { breakLine, type Format, formatText, inFence } from '../../../src/workspace/page/messages/format-text.ts';
import { hintsFor } from '../../../src/workspace/page/messages/hints.ts';
import { targetOf } from '../../../src/workspace/page/store/place-of-link.ts';
import type { PeopleChannel, PeopleUser } from '../../../src/workspace/people/shapes.ts';

const user = (id: string, name: string, real_name: string): PeopleUser => ({
  id,
  name,
  real_name,
  title: 'Delivery',
  tz: 'UTC',
  is_bot: false,
  deleted: false,
  is_restricted: false,
  is_ultra_restricted: false,
  is_admin: false,
  is_owner: false,
  team_id: 'T1',
  status: { text: '', emoji: '', expiration: 0 },
  presence: 'auto',
  color: '#123456',
});
const users = [user('U1', 'priya', 'Priya Raman'), user('U2', 'priyanka', 'Priyanka Das')];
const channel: PeopleChannel = {
  id: 'C1',
  name: 'sales',
  kind: 'public',
  topic: '',
  purpose: '',
  is_member: true,
  is_archived: false,
  is_ext_shared: false,
  members: [],
  unread: 0,
  mentions: 0,
  creator: 'U1',
  created: 0,
  last_read: '0',
  canvas_id: null,
  bookmarks: [],
  pinned: [],
};
const groups = [{ id: 'S1', name: 'Delivery leads', handle: 'leads', users: ['U1'] }];
const known = { users, channels: [channel], groups };

describe('what a person types', () => {
  test.each([
    ['a < b & c', 'a &lt; b &amp; c'],
    ['hi @Priya Raman, see #sales', 'hi <@U1>, see <#C1>'],
    ['@priyanka and @priya', '<@U2> and <@U1>'],
    ['mail@priya.example #nowhere', 'mail@priya.example #nowhere'],
    ['see https://a.example/b.', 'see <https://a.example/b>.'],
    ['`@priya`', '`@priya`'],
    ['@here now', '<!here> now'],
    ['ask @leads', 'ask <!subteam^S1|@leads>'],
    ['- one\n  * two\n1. three', '• one\n    ◦ two\n1. three'],
    ['```\n- @priya <b>\n```', '```\n- @priya &lt;b&gt;\n```'],
    ['2 - 1', '2 - 1'],
    ['- `one`', '• `one`'],
  ])('%s', (typed, stored) => {
    expect(encodeTyped(typed, known)).toBe(stored);
  });

  test('comes back for editing', () => {
    const typed = 'hi @Priya Raman and @leads, see #sales: 1 < 2 https://a.example/b';
    expect(decodeTyped(encodeTyped(typed, known), known)).toBe(typed);
    expect(shortMentions('ask @Priya Raman', users)).toBe('ask @priya');
  });

  test('commands are suggested for the first word, people after an @', () => {
    const commands = [{ command: '/desk', description: 'Opens it', usage_hint: '[new]' }];
    expect(hintsFor('/d', 2, commands, known).map((hint) => hint.text)).toEqual(['/desk ']);
    expect(hintsFor('/desk new', 9, commands, known)).toEqual([]);
    expect(hintsFor('ask @pri', 8, commands, known).map((hint) => hint.text)).toEqual([
      'ask @Priya Raman ',
      'ask @Priyanka Das ',
    ]);
  });

  test.each([
    ['ask @le', ['ask @leads ']],
    ['@her', ['@here ']],
    ['in #sa', ['in #sales ']],
    [':tada', [':tada: ']],
    ['at 10:30', []],
    ['a@b', []],
  ])('%s is completed', (typed, expected) => {
    expect(hintsFor(typed, typed.length, [], known).map((hint) => hint.text)).toEqual(expected);
  });

  test('a hint is put where one types, and one types on behind it', () => {
    expect(hintsFor('ask #sa about it', 7, [], known)).toMatchObject([{ text: 'ask #sales about it', caret: 11 }]);
  });
});

describe('a format', () => {
  const on = (text: string, start: number, end: number, format: Format) => formatText({ text, start, end }, format);
  test('goes around the selection, and off again', () => {
    const bold = on('say it now', 4, 6, 'bold');
    expect(bold).toEqual({ text: 'say *it* now', start: 5, end: 7 });
    expect(on(bold.text, bold.start, bold.end, 'bold')).toEqual({ text: 'say it now', start: 4, end: 6 });
    expect(on('x', 0, 1, 'fence').text).toBe('```\nx\n```');
  });

  test('goes before each selected line, and off again', () => {
    const list = on('one\ntwo', 0, 7, 'numbers');
    expect(list.text).toBe('1. one\n2. two');
    expect(on(list.text, 0, list.text.length, 'bullets').text).toBe('- one\n- two');
    expect(on('> said', 3, 3, 'quote').text).toBe('said');
  });

  test.each([
    ['- one', '- one\n- '],
    ['2. two', '2. two\n3. '],
    ['> said', '> said\n> '],
    ['- one\n- ', '- one\n'],
    ['plain', 'plain\n'],
  ])('a new line after %j goes on with the list or ends it', (text, expected) => {
    expect(breakLine({ text, start: text.length, end: text.length }).text).toBe(expected);
  });

  test('Enter belongs to a code block that is open', () => {
    expect([inFence('a ```b', 6), inFence('a ```b```', 9)]).toEqual([true, false]);
  });
});

describe('a link', () => {
  const target = (address: string) => targetOf(address, 'http://127.0.0.1:1', 'northwind');
  test('to a message, thread, channel, canvas or file of this workspace stays in it', () => {
    expect(target('https://northwind.slack.com/archives/C1/p1700000000000100')).toEqual({
      kind: 'message',
      channel: 'C1',
      ts: '1700000000.000100',
      thread: null,
    });
    expect(target('/archives/C1/p1700000000000200?thread_ts=1700000000.000100')).toEqual({
      kind: 'message',
      channel: 'C1',
      ts: '1700000000.000200',
      thread: '1700000000.000100',
    });
    expect(target('http://127.0.0.1:1/archives/C1')).toEqual({ kind: 'channel', channel: 'C1' });
    expect(target('http://127.0.0.1:1/docs/T1/F1')).toEqual({ kind: 'canvas', canvas: 'F1' });
    expect(target('http://127.0.0.1:1/files/U1/F2/a.pdf')).toEqual({ kind: 'file', file: 'F2' });
  });
  test('to anywhere else leaves it', () => {
    expect(target('https://other.slack.com/archives/C1/p1700000000000100')).toBeNull();
    expect(target('https://northwind.slack.com.evil.example/archives/C1')).toBeNull();
    expect(target('http://[')).toBeNull();
  });
});
