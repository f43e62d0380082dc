import { afterEach, expect } from 'vitest';
import { call } from './call.ts';
import { BOT, closeRooms, errorOf, HOME, room, without } from './room.ts';
import { rule } from './rule.ts';

afterEach(closeRooms);

const deal = { channel_id: HOME, title: 'Deal', type: 'link', link: 'https://x.test/deal' } as const;

rule(
  'bookmarks.add',
  'answers the bookmark with its times and who touched it last',
  'docs.slack.dev/reference/methods/bookmarks.add',
  async () => {
    const { client } = await room();
    const { bookmark } = await client.bookmarks.add({ ...deal, emoji: ':star:' });
    expect(bookmark).toMatchObject({ ...deal, id: expect.stringMatching(/^Bk/), emoji: ':star:', date_updated: 0 });
    expect(bookmark).toMatchObject({
      date_created: expect.any(Number),
      rank: expect.any(String),
      last_updated_by_user_id: BOT,
    });
    expect((await client.bookmarks.list({ channel_id: HOME })).bookmarks).toEqual([bookmark]);
  },
);
rule(
  'bookmarks.add',
  'takes links that begin with http:// or https://, and emoji with their colons',
  'docs.slack.dev/reference/methods/bookmarks.add',
  async () => {
    const { client } = await room();
    const refused = (args: Record<string, unknown>) => errorOf(call(client, 'bookmarks.add', { ...deal, ...args }));
    expect(await refused({ type: 'page' })).toBe('invalid_bookmark_type');
    for (const link of [undefined, 'x.test', 'ftp://x.test', 'javascript:alert(1)'])
      expect(await refused({ link })).toBe('invalid_link');
    for (const emoji of ['star', ':Big Star:']) expect(await refused({ emoji })).toBe('invalid_emoji');
    expect(await refused({ title: '' })).toBe('invalid_arguments');
    expect(await refused({ channel_id: 'C0NOWHERE' })).toBe('channel_not_found');
    expect(await errorOf((await room(without('bookmarks:write'))).client.bookmarks.add(deal))).toBe('missing_scope');
  },
);
rule('limit:bookmarks', 'a channel holds a hundred', 'docs.slack.dev/reference/methods/bookmarks.add', async () => {
  const { client } = await room();
  for (let n = 0; n < 100; n += 1) await client.bookmarks.add(deal);
  expect(await errorOf(client.bookmarks.add(deal))).toBe('too_many_bookmarks');
});
rule(
  'bookmarks.edit',
  'changes what is given and keeps the rest',
  'docs.slack.dev/reference/methods/bookmarks.edit',
  async () => {
    const { client } = await room();
    const { bookmark } = await client.bookmarks.add({ ...deal, emoji: ':star:' });
    const at = { channel_id: HOME, bookmark_id: bookmark?.id ?? '' };
    const answer = await client.bookmarks.edit({ ...at, title: 'Sold' });
    expect(answer.bookmark).toMatchObject({
      ...deal,
      title: 'Sold',
      emoji: ':star:',
      date_updated: expect.any(Number),
    });
    expect(answer.bookmark?.date_updated).toBeGreaterThan(0);
    expect(await errorOf(client.bookmarks.edit({ ...at, link: 'x.test' }))).toBe('invalid_link');
    expect((await client.bookmarks.list({ channel_id: HOME })).bookmarks).toMatchObject([
      { title: 'Sold', link: deal.link },
    ]);
  },
);
rule(
  'bookmarks.edit',
  'wants a bookmark of that channel, and the scope',
  'docs.slack.dev/reference/methods/bookmarks.edit',
  async () => {
    const { client } = await room();
    const nowhere = { channel_id: HOME, bookmark_id: 'Bk0NOWHERE', title: 'x' };
    expect(await errorOf(client.bookmarks.edit(nowhere))).toBe('not_found');
    expect(await errorOf((await room(without('bookmarks:write'))).client.bookmarks.edit(nowhere))).toBe(
      'missing_scope',
    );
  },
);
rule('bookmarks.remove', 'takes it away, once', 'docs.slack.dev/reference/methods/bookmarks.remove', async () => {
  const { client } = await room();
  const { bookmark } = await client.bookmarks.add(deal);
  const at = { channel_id: HOME, bookmark_id: bookmark?.id ?? '' };
  expect(await client.bookmarks.remove(at)).toMatchObject({ ok: true });
  expect((await client.bookmarks.list({ channel_id: HOME })).bookmarks).toEqual([]);
  expect(await errorOf(client.bookmarks.remove(at))).toBe('not_found');
  expect(await errorOf((await room(without('bookmarks:write'))).client.bookmarks.remove(at))).toBe('missing_scope');
});
rule(
  'bookmarks.list',
  'lists in the order in which they were added; channel and scope are checked',
  'docs.slack.dev/reference/methods/bookmarks.list',
  async () => {
    const { client } = await room();
    for (const title of ['a', 'b', 'c']) await client.bookmarks.add({ ...deal, title });
    const { bookmarks = [] } = await client.bookmarks.list({ channel_id: HOME });
    expect(bookmarks.map((one) => one.title)).toEqual(['a', 'b', 'c']);
    expect(bookmarks.map((one) => one.rank)).toEqual(bookmarks.map((one) => one.rank).toSorted());
    expect(await errorOf(client.bookmarks.list({ channel_id: 'C0NOWHERE' }))).toBe('channel_not_found');
    expect(await errorOf((await room(without('bookmarks:read'))).client.bookmarks.list({ channel_id: HOME }))).toBe(
      'missing_scope',
    );
  },
);
