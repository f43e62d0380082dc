import { afterEach, expect } from 'vitest';
import type { PeopleChannel } from '../../../src/workspace/people/shapes.ts';
import { EVENTS, person, refusal, startBolt, until } from '../fixture.ts';
import { ALL_SCOPES, closeAll, opened, somebody, withPeople } from './open.ts';
import { rule } from './rule.ts';

afterEach(closeAll);

const errorOf = async (call: Promise<unknown>) => (await refusal(call)).error;
const without = (scope: string) => ({ scopes: ALL_SCOPES.filter((one) => one !== scope) });

rule(
  'conversations.open',
  'one person: their direct message, the same one again',
  'docs.slack.dev/reference/methods/conversations.open',
  async () => {
    const { client } = await opened();
    const first = await client.conversations.open({ users: 'U0PRIYA', return_im: true });
    expect(first.channel).toMatchObject({
      id: expect.stringMatching(/^D/),
      is_im: true,
      user: 'U0PRIYA',
      is_open: true,
    });
    const again = await client.conversations.open({ users: 'U0PRIYA' });
    expect(again).toMatchObject({ ok: true, no_op: true, already_open: true, channel: { id: first.channel?.id } });
    const byId = await client.conversations.open({ channel: first.channel?.id ?? '' });
    expect(byId).toMatchObject({ no_op: true, channel: { id: first.channel?.id } });
  },
);
rule(
  'conversations.open',
  'several people: a group whose name tells them, in their order',
  'docs.slack.dev/reference/methods/conversations.open',
  async () => {
    const { client } = await opened();
    const { channel } = await client.conversations.open({ users: 'U0YUKI,U0PRIYA', return_im: true });
    expect(channel).toMatchObject({ name: 'mpdm-app--yuki--priya-1', is_mpim: true, is_im: false });
    const other = await client.conversations.open({ users: 'U0PRIYA,U0YUKI,U0APPBOT' });
    expect(other).toMatchObject({ already_open: true, channel: { id: channel?.id } });
    const { members } = await client.conversations.members({ channel: channel?.id ?? '' });
    expect(members).toEqual(['U0APPBOT', 'U0YUKI', 'U0PRIYA']);
  },
);
rule(
  'conversations.open',
  'at most eight others, at least one',
  'docs.slack.dev/reference/methods/conversations.open',
  async () => {
    const nine = Array.from({ length: 9 }, (_, n) => somebody(`U0N${n}`));
    const { client } = await opened({}, withPeople(...nine));
    const ids = nine.map(({ id }) => id);
    expect(await errorOf(client.conversations.open({ users: ids.join(',') }))).toBe('too_many_users');
    expect((await client.conversations.open({ users: ids.slice(1).join(',') })).ok).toBe(true);
    expect(await errorOf(client.conversations.open({ users: 'U0APPBOT' }))).toBe('not_enough_users');
    expect(await errorOf(client.conversations.open({ users: '' }))).toBe('users_list_not_supplied');
    expect(await errorOf(client.conversations.open({ users: 'U0PRIYA,U0NOBODY' }))).toBe('user_not_found');
    expect(await errorOf(client.conversations.open({ channel: 'C0HANDOFFS' }))).toBe(
      'method_not_supported_for_channel_type',
    );
  },
);
rule(
  'conversations.open',
  'prevent_creation only looks',
  'docs.slack.dev/reference/methods/conversations.open',
  async () => {
    const { client } = await opened();
    const look = () => client.conversations.open({ users: 'U0PRIYA,U0YUKI', prevent_creation: true });
    expect(await errorOf(look())).toBe('channel_not_found');
    const made = await client.conversations.open({ users: 'U0PRIYA,U0YUKI' });
    expect((await look()).channel?.id).toBe(made.channel?.id);
  },
);
rule(
  'conversations.open',
  'im:write for one person, mpim:write for several',
  'docs.slack.dev/reference/methods/conversations.open',
  async () => {
    const { client } = await opened(without('mpim:write'));
    await client.conversations.open({ users: 'U0PRIYA' });
    expect(await errorOf(client.conversations.open({ users: 'U0PRIYA,U0YUKI' }))).toBe('missing_scope');
    const other = await opened(without('im:write'));
    expect(await errorOf(other.client.conversations.open({ users: 'U0PRIYA' }))).toBe('missing_scope');
  },
);
rule(
  'conversations.close',
  'closes a direct message once; a new message opens it',
  'docs.slack.dev/reference/methods/conversations.close',
  async () => {
    const { workspace, client } = await opened();
    const channel = (await client.conversations.open({ users: 'U0PRIYA' })).channel?.id ?? '';
    const isOpen = async () => (await client.conversations.info({ channel })).channel?.is_open;
    expect(await client.conversations.close({ channel })).toEqual(expect.not.objectContaining({ no_op: true }));
    expect(await isOpen()).toBe(false);
    expect(await client.conversations.close({ channel })).toMatchObject({ no_op: true, already_closed: true });
    await person(workspace, 'U0PRIYA').do('post', { channel, text: 'still there?' });
    expect(await isOpen()).toBe(true);
    expect(await errorOf(client.conversations.close({ channel: 'C0HANDOFFS' }))).toBe(
      'method_not_supported_for_channel_type',
    );
  },
);

rule(
  'conversations.history',
  'of a group needs mpim:history',
  'docs.slack.dev/reference/methods/conversations.history',
  async () => {
    const { client } = await opened();
    const channel = (await client.conversations.open({ users: 'U0PRIYA,U0YUKI' })).channel?.id ?? '';
    await client.chat.postMessage({ channel, text: 'hello both' });
    expect((await client.conversations.history({ channel })).messages?.map((one) => one.text)).toEqual(['hello both']);
    const other = await opened(without('mpim:history'));
    const theirs = (await other.client.conversations.open({ users: 'U0PRIYA,U0YUKI' })).channel?.id ?? '';
    expect(await errorOf(other.client.conversations.history({ channel: theirs }))).toBe('missing_scope');
  },
);
rule(
  'conversations.list',
  'type mpim, with mpim:read',
  'docs.slack.dev/reference/methods/conversations.list',
  async () => {
    const { client } = await opened();
    const channel = (await client.conversations.open({ users: 'U0PRIYA,U0YUKI' })).channel?.id;
    const { channels = [] } = await client.conversations.list({ types: 'mpim' });
    expect(channels.map((one) => one.id)).toEqual([channel]);
    const other = await opened(without('mpim:read'));
    expect(await errorOf(other.client.conversations.list({ types: 'public_channel,mpim' }))).toBe('missing_scope');
  },
);
rule(
  'conversations.rename',
  'a direct message has no name to change, no archive, no guests',
  'docs.slack.dev/reference/methods/conversations.close',
  async () => {
    const { client } = await opened();
    const channel = (await client.conversations.open({ users: 'U0PRIYA,U0YUKI' })).channel?.id ?? '';
    for (const call of [
      client.conversations.rename({ channel, name: 'us' }),
      client.conversations.archive({ channel }),
      client.conversations.invite({ channel, users: 'U0AISHA' }),
      client.conversations.kick({ channel, user: 'U0PRIYA' }),
      client.conversations.leave({ channel }),
    ])
      expect(await errorOf(call)).toBe('method_not_supported_for_channel_type');
  },
);

rule(
  'event:message.mpim',
  'reaches the app with channel_type mpim',
  'docs.slack.dev/reference/events/message.mpim',
  async () => {
    const { workspace, client } = await opened({ events: [...EVENTS, 'message.mpim'] });
    const heard: Record<string, unknown>[] = [];
    const app = await startBolt(workspace, (bolt) =>
      bolt.event('message', async ({ event }) => void heard.push({ ...event })),
    );
    const channel = (await client.conversations.open({ users: 'U0PRIYA,U0YUKI' })).channel?.id ?? '';
    await person(workspace, 'U0PRIYA').do('post', { channel, text: 'hello group' });
    const event = await until(() => heard[0]);
    expect(event).toMatchObject({ channel, channel_type: 'mpim', text: 'hello group', user: 'U0PRIYA' });
    await app.stop();
  },
);
rule(
  'people:group-dms',
  'people open them too; each sees the names of the others',
  'docs.slack.dev/reference/methods/conversations.open',
  async () => {
    const { workspace } = await opened();
    const answer = await person(workspace, 'U0PRIYA').do('open_dm', { users: ['U0YUKI', 'U0AISHA'] });
    const channel = answer.channel as PeopleChannel;
    expect(channel).toMatchObject({ kind: 'mpim', name: 'Yuki Tanaka, Aisha Khan' });
    const { channels } = await person(workspace, 'U0AISHA').see('workspace');
    const theirs = (channels as PeopleChannel[]).find((one) => one.id === channel.id);
    expect(theirs?.name).toBe('Priya Raman, Yuki Tanaka');
    const outside = await person(workspace, 'U0MARCUS').see('history', { channel: channel.id });
    expect(outside.error).toBe('channel_not_found');
  },
);
