import type { WebClient } from '@slack/web-api';
import { afterEach, expect } from 'vitest';
import { refusal } from '../fixture.ts';
import { ALL_SCOPES, closeAll, opened } from './open.ts';
import { rule } from './rule.ts';

afterEach(closeAll);

const errorOf = async (call: Promise<unknown>) => (await refusal(call)).error;
const without = (...scopes: string[]) => ({ scopes: ALL_SCOPES.filter((scope) => !scopes.includes(scope)) });
const newChannel = async (client: WebClient, is_private = false) =>
  (await client.conversations.create({ name: 'deal', is_private })).channel?.id ?? '';

rule(
  'conversations.info',
  'the number of members and the locale only when asked for',
  'docs.slack.dev/reference/methods/conversations.info',
  async () => {
    const { client } = await opened();
    const plain = (await client.conversations.info({ channel: 'C0HANDOFFS' })).channel ?? {};
    expect(plain).toMatchObject({ id: 'C0HANDOFFS', is_channel: true, topic: { value: 'From sold to delivered' } });
    expect([Object.hasOwn(plain, 'num_members'), Object.hasOwn(plain, 'locale')]).toEqual([false, false]);
    const full = { channel: 'C0HANDOFFS', include_num_members: true, include_locale: true };
    expect((await client.conversations.info(full)).channel).toMatchObject({ num_members: 9, locale: 'en-US' });
  },
);
rule(
  'conversations.info',
  'the kind of conversation decides which scope it needs',
  'docs.slack.dev/reference/methods/conversations.info',
  async () => {
    const { client } = await opened(without('channels:read'));
    expect(await errorOf(client.conversations.info({ channel: 'C0SALES' }))).toBe('missing_scope');
    const made = await client.conversations.create({ name: 'hidden', is_private: true });
    await client.conversations.info({ channel: made.channel?.id ?? '' });
  },
);

rule(
  'conversations.list',
  'public channels unless types say otherwise, private ones only of the caller',
  'docs.slack.dev/reference/methods/conversations.list',
  async () => {
    const { client } = await opened(
      {},
      { channels: [{ id: 'C0BOARD', name: 'board', is_private: true, members: [] }] },
    );
    const own = (await client.conversations.create({ name: 'own', is_private: true })).channel?.id;
    const pub = (await client.conversations.create({ name: 'pub' })).channel?.id;
    const of = async (types?: string) =>
      (await client.conversations.list(types ? { types } : {})).channels?.map((channel) => channel.id);
    expect([await of(), await of('private_channel'), await of('mpim,im')]).toEqual([[pub], [own], []]);
    expect(await errorOf(client.conversations.list({ types: 'secret' }))).toBe('invalid_types');
  },
);
rule(
  'conversations.list',
  'pages by cursor, archived ones left out on demand',
  'docs.slack.dev/reference/methods/conversations.list',
  async () => {
    const { client } = await opened();
    await client.conversations.archive({ channel: 'C0HANDOFFS' });
    const seen: (string | undefined)[] = [];
    for await (const answer of client.paginate('conversations.list', { limit: 1, exclude_archived: true })) {
      const { channels = [] } = answer as { channels?: { id: string }[] };
      seen.push(...channels.map((channel) => channel.id));
    }
    expect(seen).toEqual(['C0GENERAL', 'C0SALES', 'C0DELIVERY']);
    expect(await errorOf(client.conversations.list({ cursor: 'nonsense' }))).toBe('invalid_cursor');
    expect(await errorOf(client.conversations.list({ limit: 1001 }))).toBe('invalid_limit');
  },
);

rule(
  'conversations.mark',
  'moves where the caller has read up to, in conversations of theirs',
  'docs.slack.dev/reference/methods/conversations.mark',
  async () => {
    const { client } = await opened();
    const { ts = '' } = await client.chat.postMessage({ channel: 'C0HANDOFFS', text: 'x' });
    await client.conversations.mark({ channel: 'C0HANDOFFS', ts });
    expect((await client.conversations.info({ channel: 'C0HANDOFFS' })).channel?.last_read).toBe(ts);
    expect(await errorOf(client.conversations.mark({ channel: 'C0HANDOFFS', ts: 'now' }))).toBe('invalid_timestamp');
    expect(await errorOf(client.conversations.mark({ channel: 'C0SALES', ts }))).toBe('not_in_channel');
  },
);
rule(
  'conversations.members',
  'lists ids in pages',
  'docs.slack.dev/reference/methods/conversations.members',
  async () => {
    const { client } = await opened();
    const first = await client.conversations.members({ channel: 'C0HANDOFFS', limit: 5 });
    const cursor = first.response_metadata?.next_cursor ?? '';
    const second = await client.conversations.members({ channel: 'C0HANDOFFS', limit: 5, cursor });
    expect(new Set([...(first.members ?? []), ...(second.members ?? [])]).size).toBe(9);
    expect(second.response_metadata?.next_cursor).toBe('');
    const wrong = (more: object) => errorOf(client.conversations.members({ channel: 'C0HANDOFFS', ...more }));
    expect([await wrong({ limit: 0 }), await wrong({ cursor: 'x' })]).toEqual(['invalid_limit', 'invalid_cursor']);
  },
);
rule(
  'conversations.members',
  'needs the scope of the conversation’s kind',
  'docs.slack.dev/reference/methods/conversations.members',
  async () => {
    const { client } = await opened({ scopes: ALL_SCOPES.filter((scope) => scope !== 'groups:read') });
    const channel = await newChannel(client, true);
    expect(await errorOf(client.conversations.members({ channel }))).toBe('missing_scope');
  },
);
