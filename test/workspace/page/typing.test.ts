import { describe, expect, test } from 'vitest';
import { decodeTyped, encodeTyped, shortMentions } from '../../../src/workspace/page/messages/encode-typed.ts';
import { hintsFor } from '../../../src/workspace/page/messages/hints.ts';
import { targetOf } from '../../../src/workspace/page/store/place-of-link.ts';
import type { PeopleChannel, PeopleUser } from '../../../src/workspace/people/protocol.ts';

const user = (id: string, name: string, real_name: string): PeopleUser => ({
  id,
  name,
  real_name,
  title: 'Delivery',
  tz: 'UTC',
  is_bot: false,
  deleted: false,
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
  members: [],
  unread: 0,
  last_read: '0',
  canvas_id: null,
  bookmarks: [],
  pinned: [],
};

describe('what a person types', () => {
  test.each([
    ['a < b & c', 'a &lt; b &amp; c'],
    ['hi @Priya Raman, see #sales', 'hi <@U1>, see <#C1>'],
    ['@priyanka and @priya', '<@U2> and <@U1>'],
    ['mail@priya.example #nowhere', 'mail@priya.example #nowhere'],
    ['see https://a.example/b.', 'see <https://a.example/b>.'],
    ['`@priya`', '`@priya`'],
    ['@here now', '<!here> now'],
  ])('%s', (typed, stored) => {
    expect(encodeTyped(typed, users, [channel])).toBe(stored);
  });

  test('comes back for editing', () => {
    const typed = 'hi @Priya Raman, see #sales: 1 < 2 https://a.example/b';
    expect(decodeTyped(encodeTyped(typed, users, [channel]), users, [channel])).toBe(typed);
    expect(shortMentions('ask @Priya Raman', users)).toBe('ask @priya');
  });

  test('commands are suggested for the first word, people after an @', () => {
    const commands = [{ command: '/desk', description: 'Opens it', usage_hint: '[new]' }];
    expect(hintsFor('/d', 2, commands, users).map((hint) => hint.text)).toEqual(['/desk ']);
    expect(hintsFor('/desk new', 9, commands, users)).toEqual([]);
    expect(hintsFor('ask @pri', 8, commands, users).map((hint) => hint.text)).toEqual([
      'ask @Priya Raman ',
      'ask @Priyanka Das ',
    ]);
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
