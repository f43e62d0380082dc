import { afterEach, expect } from 'vitest';
import { person, refusal } from '../fixture.ts';
import { ALL_SCOPES, clientAs, closeAll, opened } from './open.ts';
import { rule } from './rule.ts';

afterEach(closeAll);

const without = (...scopes: string[]) => ({ scopes: ALL_SCOPES.filter((scope) => !scopes.includes(scope)) });
const errorOf = async (call: Promise<unknown>) => (await refusal(call)).error;
const MANAGE = 'channels:write,groups:write,channels:read,groups:read';

rule(
  'conversations.create',
  'answers the new channel; the caller made it and is in it',
  'docs.slack.dev/reference/methods/conversations.create',
  async () => {
    const { client } = await opened();
    const { channel } = await client.conversations.create({ name: 'deal-acme', is_private: true });
    expect(channel).toMatchObject({ name: 'deal-acme', is_private: true, is_group: true, creator: 'U0APPBOT' });
    expect(channel).toMatchObject({ is_member: true, is_archived: false, is_mpim: false, previous_names: [] });
    expect((await client.conversations.members({ channel: channel?.id ?? '' })).members).toEqual(['U0APPBOT']);
  },
);
rule(
  'conversations.create',
  'a name is lower case letters, digits, - and _, at most 80',
  'docs.slack.dev/reference/methods/conversations.create',
  async () => {
    const { client } = await opened();
    await client.conversations.create({ name: `${'a'.repeat(78)}_1` });
    await client.conversations.create({ name: 'büro-東京_2' });
    for (const [name, error] of [
      ['Big', 'invalid_name_specials'],
      ['two words', 'invalid_name_specials'],
      ['a.b', 'invalid_name_specials'],
      ['', 'invalid_name_required'],
      ['--', 'invalid_name_punctuation'],
      ['a'.repeat(81), 'invalid_name_maxlength'],
    ] as const)
      expect(await errorOf(client.conversations.create({ name }))).toBe(error);
  },
);
rule(
  'conversations.create',
  'a name is taken also by archived and by private channels',
  'docs.slack.dev/reference/methods/conversations.create',
  async () => {
    const { client } = await opened({}, { channels: [{ id: 'C0OLD', name: 'old', members: [], is_archived: true }] });
    expect(await errorOf(client.conversations.create({ name: 'old' }))).toBe('name_taken');
    await client.conversations.create({ name: 'hidden', is_private: true });
    expect(await errorOf(client.conversations.create({ name: 'hidden' }))).toBe('name_taken');
  },
);
rule(
  'conversations.create',
  'public needs channels:manage, private needs groups:write',
  'docs.slack.dev/reference/methods/conversations.create',
  async () => {
    const { client } = await opened(without('channels:manage'));
    expect(await errorOf(client.conversations.create({ name: 'a' }))).toBe('missing_scope');
    await client.conversations.create({ name: 'b', is_private: true });
    const other = await opened(without('groups:write'));
    expect(await errorOf(other.client.conversations.create({ name: 'a', is_private: true }))).toBe('missing_scope');
  },
);
rule(
  'conversations.create',
  'a workspace can forbid it to apps',
  'docs.slack.dev/reference/methods/conversations.create',
  async () => {
    const { client } = await opened({ allow_channel_creation: false });
    expect(await errorOf(client.conversations.create({ name: 'a' }))).toBe('restricted_action');
  },
);

rule(
  'conversations.archive',
  'once, not the general channel, not from outside, not direct messages',
  'docs.slack.dev/reference/methods/conversations.archive',
  async () => {
    const { client } = await opened();
    await client.conversations.archive({ channel: 'C0HANDOFFS' });
    expect((await client.conversations.info({ channel: 'C0HANDOFFS' })).channel?.is_archived).toBe(true);
    const again = (channel: string) => errorOf(client.conversations.archive({ channel }));
    expect(await again('C0HANDOFFS')).toBe('already_archived');
    expect(await again('C0GENERAL')).toBe('cant_archive_general');
    expect(await again('C0SALES')).toBe('not_in_channel');
    expect(await again('C0NOWHERE')).toBe('channel_not_found');
    const { channel } = await client.conversations.open({ users: 'U0PRIYA' });
    expect(await again(channel?.id ?? '')).toBe('method_not_supported_for_channel_type');
  },
);
rule(
  'conversations.archive',
  'an archived channel takes no message and no member',
  'docs.slack.dev/reference/methods/conversations.archive',
  async () => {
    const { workspace, client } = await opened();
    await client.conversations.archive({ channel: 'C0HANDOFFS' });
    const channel = 'C0HANDOFFS';
    expect(await errorOf(client.chat.postMessage({ channel, text: 'x' }))).toBe('is_archived');
    expect(await errorOf(client.conversations.join({ channel }))).toBe('is_archived');
    expect(await errorOf(client.conversations.setTopic({ channel, topic: 'x' }))).toBe('is_archived');
    expect(await person(workspace, 'U0PRIYA').do('post', { channel, text: 'x' })).toMatchObject({
      error: 'is_archived',
    });
  },
);

rule(
  'conversations.unarchive',
  'works for people and brings the caller in; bot tokens cannot',
  'docs.slack.dev/reference/methods/conversations.unarchive',
  async () => {
    const { workspace, client } = await opened();
    const tomasz = await clientAs(workspace, 'U0TOMASZ', MANAGE);
    const channel = (await tomasz.conversations.create({ name: 'short-lived' })).channel?.id ?? '';
    expect(await errorOf(tomasz.conversations.unarchive({ channel }))).toBe('not_archived');
    await tomasz.conversations.archive({ channel });
    expect(await errorOf(client.conversations.unarchive({ channel }))).toBe('not_in_channel');
    const priya = await clientAs(workspace, 'U0PRIYA', MANAGE);
    await priya.conversations.unarchive({ channel });
    expect((await priya.conversations.members({ channel })).members).toEqual(['U0TOMASZ', 'U0PRIYA']);
  },
);

rule(
  'conversations.rename',
  'by whoever made it or an admin, and it remembers the old name',
  'docs.slack.dev/reference/methods/conversations.rename',
  async () => {
    const { workspace, client } = await opened();
    const channel = (await client.conversations.create({ name: 'one' })).channel?.id ?? '';
    const renamed = await client.conversations.rename({ channel, name: 'two' });
    expect(renamed.channel).toMatchObject({ name: 'two', name_normalized: 'two', previous_names: ['one'] });
    expect(await errorOf(client.conversations.rename({ channel, name: 'sales' }))).toBe('name_taken');
    expect(await errorOf(client.conversations.rename({ channel, name: 'Two!' }))).toBe('invalid_name_specials');
    expect(await errorOf(client.conversations.rename({ channel: 'C0HANDOFFS', name: 'x' }))).toBe('not_authorized');
    expect(await errorOf(client.conversations.rename({ channel: 'C0SALES', name: 'x' }))).toBe('not_in_channel');
    const admin = await clientAs(workspace, 'U0PRIYA', MANAGE);
    await admin.conversations.rename({ channel: 'C0HANDOFFS', name: 'hand-over' });
    expect(await errorOf(admin.conversations.rename({ channel: 'C0GENERAL', name: 'all' }))).toBe('not_authorized');
  },
);

rule(
  'conversations.setTopic',
  'at most 250 characters, of a channel that the caller is in',
  'docs.slack.dev/reference/methods/conversations.setTopic',
  async () => {
    const { client } = await opened();
    const answer = await client.conversations.setTopic({ channel: 'C0HANDOFFS', topic: 'x'.repeat(250) });
    expect(answer.channel?.topic).toMatchObject({ value: 'x'.repeat(250), creator: 'U0APPBOT' });
    const set = (channel: string, text: string) => errorOf(client.conversations.setTopic({ channel, topic: text }));
    expect(await set('C0HANDOFFS', 'x'.repeat(251))).toBe('too_long');
    expect(await set('C0SALES', 'x')).toBe('not_in_channel');
  },
);
rule(
  'conversations.setTopic',
  'channels:write.topic is enough',
  'docs.slack.dev/reference/methods/conversations.setTopic',
  async () => {
    const { client } = await opened({ scopes: ['channels:write.topic'] });
    await client.conversations.setTopic({ channel: 'C0HANDOFFS', topic: 'narrow' });
    expect(await errorOf(client.conversations.archive({ channel: 'C0HANDOFFS' }))).toBe('missing_scope');
  },
);
rule(
  'conversations.setPurpose',
  'at most 250 characters',
  'docs.slack.dev/reference/methods/conversations.setPurpose',
  async () => {
    const { client } = await opened();
    const answer = await client.conversations.setPurpose({ channel: 'C0HANDOFFS', purpose: 'Carry over' });
    expect(answer.channel?.purpose?.value).toBe('Carry over');
    const long = client.conversations.setPurpose({ channel: 'C0HANDOFFS', purpose: 'x'.repeat(251) });
    expect(await errorOf(long)).toBe('too_long');
  },
);
