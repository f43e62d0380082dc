import type { WebClient } from '@slack/web-api';
import { afterEach, expect } from 'vitest';
import { refusal } from '../fixture.ts';
import { ALL_SCOPES, closeAll, opened, somebody, withPeople } from './open.ts';
import { rule } from './rule.ts';

afterEach(closeAll);

const errorOf = async (call: Promise<unknown>) => (await refusal(call)).error;
const newChannel = async (client: WebClient, is_private = false) =>
  (await client.conversations.create({ name: 'deal', is_private })).channel?.id ?? '';
const membersOf = async (client: WebClient, channel: string) =>
  (await client.conversations.members({ channel, limit: 1000 })).members ?? [];

rule(
  'conversations.invite',
  'brings people in and answers the channel',
  'docs.slack.dev/reference/methods/conversations.invite',
  async () => {
    const { client } = await opened();
    const channel = await newChannel(client);
    const answer = await client.conversations.invite({ channel, users: 'U0AISHA,U0YUKI' });
    expect(answer.channel).toMatchObject({ id: channel, name: 'deal' });
    expect(await membersOf(client, channel)).toEqual(['U0APPBOT', 'U0AISHA', 'U0YUKI']);
  },
);
rule(
  'conversations.invite',
  'names each person who cannot come, and why',
  'docs.slack.dev/reference/methods/conversations.invite',
  async () => {
    const { client } = await opened();
    const channel = await newChannel(client);
    const call = client.conversations.invite({ channel, users: 'U0APPBOT,U0NOBODY,U0AISHA' });
    const data = await call.catch((error) => error.data);
    expect(data).toMatchObject({
      ok: false,
      error: 'cant_invite_self',
      errors: [
        { user: 'U0APPBOT', ok: false, error: 'cant_invite_self' },
        { user: 'U0NOBODY', ok: false, error: 'user_not_found' },
      ],
    });
    expect(await membersOf(client, channel)).toEqual(['U0APPBOT']);
  },
);
rule(
  'conversations.invite',
  'with force the others come all the same',
  'docs.slack.dev/reference/methods/conversations.invite',
  async () => {
    const { client } = await opened();
    const channel = await newChannel(client);
    const answer = await client.conversations.invite({ channel, users: 'U0NOBODY,U0AISHA', force: true });
    expect(answer).toMatchObject({ ok: true, errors: [{ user: 'U0NOBODY', error: 'user_not_found' }] });
    expect(await membersOf(client, channel)).toEqual(['U0APPBOT', 'U0AISHA']);
  },
);
rule(
  'conversations.invite',
  'people who were removed fail alone: the others are in',
  'docs.slack.dev/reference/methods/conversations.invite',
  async () => {
    const { client } = await opened({}, withPeople(somebody('U0GONE', { deleted: true })));
    const channel = await newChannel(client);
    const call = client.conversations.invite({ channel, users: 'U0GONE,U0AISHA' });
    expect(await errorOf(call)).toBe('cant_invite');
    expect(await membersOf(client, channel)).toEqual(['U0APPBOT', 'U0AISHA']);
  },
);
rule(
  'conversations.invite',
  'at most 100 people, at least one',
  'docs.slack.dev/reference/methods/conversations.invite',
  async () => {
    const many = Array.from({ length: 101 }, (_, n) => somebody(`U0MANY${n}`));
    const { client } = await opened({}, withPeople(...many));
    const channel = await newChannel(client);
    const ids = many.map(({ id }) => id);
    expect(await errorOf(client.conversations.invite({ channel, users: ids.join(',') }))).toBe('too_many_users');
    expect(await errorOf(client.conversations.invite({ channel, users: '' }))).toBe('no_user');
    await client.conversations.invite({ channel, users: ids.slice(0, 100).join(',') });
    expect(await membersOf(client, channel)).toHaveLength(101);
  },
);
rule(
  'conversations.invite',
  'only into a channel that the caller is in, with the scope of its kind',
  'docs.slack.dev/reference/methods/conversations.invite',
  async () => {
    const { client } = await opened({ scopes: ['channels:write.invites', 'channels:manage', 'channels:read'] });
    expect(await errorOf(client.conversations.invite({ channel: 'C0SALES', users: 'U0AISHA' }))).toBe('not_in_channel');
    expect(await errorOf(client.conversations.invite({ channel: 'C0HANDOFFS', users: 'U0YUKI' }))).toBe(
      'already_in_channel',
    );
    const other = await opened({ scopes: ALL_SCOPES.filter((scope) => scope !== 'groups:write') });
    expect(await errorOf(newChannel(other.client, true))).toBe('missing_scope');
  },
);

rule(
  'conversations.kick',
  'takes a member out; not oneself, not from the general channel',
  'docs.slack.dev/reference/methods/conversations.kick',
  async () => {
    const { client } = await opened();
    await client.conversations.kick({ channel: 'C0HANDOFFS', user: 'U0PRIYA' });
    expect(await membersOf(client, 'C0HANDOFFS')).not.toContain('U0PRIYA');
    const out = (channel: string, user: string) => errorOf(client.conversations.kick({ channel, user }));
    expect(await out('C0HANDOFFS', 'U0PRIYA')).toBe('not_in_channel');
    expect(await out('C0HANDOFFS', 'U0APPBOT')).toBe('cant_kick_self');
    expect(await out('C0HANDOFFS', 'U0NOBODY')).toBe('user_not_found');
    expect(await out('C0GENERAL', 'U0PRIYA')).toBe('cant_kick_from_general');
    expect(await out('C0NOWHERE', 'U0PRIYA')).toBe('channel_not_found');
  },
);

rule(
  'conversations.join',
  'a public channel; twice is a warning, not an error',
  'docs.slack.dev/reference/methods/conversations.join',
  async () => {
    const { client } = await opened();
    expect((await client.conversations.join({ channel: 'C0SALES' })).channel?.is_member).toBe(true);
    expect(await client.conversations.join({ channel: 'C0SALES' })).toMatchObject({
      ok: true,
      warning: 'already_in_channel',
      response_metadata: { warnings: ['already_in_channel'] },
    });
  },
);
rule(
  'conversations.join',
  'never a private channel or a direct message',
  'docs.slack.dev/reference/methods/conversations.join',
  async () => {
    const { client } = await opened();
    const { channel: im } = await client.conversations.open({ users: 'U0PRIYA' });
    const into = (channel: string) => errorOf(client.conversations.join({ channel }));
    expect(await into(im?.id ?? '')).toBe('method_not_supported_for_channel_type');
    expect(await into(await newChannel(client, true))).toBe('method_not_supported_for_channel_type');
    expect(await into('C0NOWHERE')).toBe('channel_not_found');
  },
);

rule(
  'conversations.leave',
  'not the general channel, not direct messages, not archived ones',
  'docs.slack.dev/reference/methods/conversations.leave',
  async () => {
    const { client } = await opened();
    const from = (channel: string) => errorOf(client.conversations.leave({ channel }));
    const im = (await client.conversations.open({ users: 'U0PRIYA' })).channel?.id ?? '';
    expect(await from(im)).toBe('method_not_supported_for_channel_type');
    await client.conversations.join({ channel: 'C0GENERAL' });
    expect(await from('C0GENERAL')).toBe('cant_leave_general');
    await client.conversations.join({ channel: 'C0SALES' });
    await client.conversations.archive({ channel: 'C0SALES' });
    expect(await from('C0SALES')).toBe('is_archived');
  },
);
rule(
  'conversations.leave',
  'who is not in it is told so without an error',
  'docs.slack.dev/reference/methods/conversations.leave',
  async () => {
    const { client } = await opened();
    await client.conversations.leave({ channel: 'C0HANDOFFS' });
    expect(await client.conversations.leave({ channel: 'C0HANDOFFS' })).toMatchObject({
      ok: true,
      not_in_channel: true,
    });
  },
);
rule(
  'conversations.leave',
  'the last member of a private channel stays',
  'docs.slack.dev/reference/methods/conversations.leave',
  async () => {
    const { client } = await opened();
    const channel = await newChannel(client, true);
    expect(await errorOf(client.conversations.leave({ channel }))).toBe('last_member');
    await client.conversations.invite({ channel, users: 'U0PRIYA' });
    await client.conversations.leave({ channel });
    expect(await errorOf(client.conversations.info({ channel }))).toBe('channel_not_found');
  },
);
