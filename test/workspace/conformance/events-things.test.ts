import { expect } from 'vitest';
import { control } from '../fixture.ts';
import { AWAY, BOT, HOME, heard, said } from './heard.ts';
import { rule } from './rule.ts';

rule(
  'event:reaction_added',
  'says who reacted with what to whose message',
  'docs.slack.dev/reference/events/reaction_added',
  async () => {
    let ts = '';
    const events = await heard(['reaction_added'], async ({ client, priya }) => {
      ts = await said(client);
      await priya.do('react', { channel: HOME, ts, name: 'eyes' });
    });
    const item = { type: 'message', channel: HOME, ts };
    expect(events).toMatchObject([{ user: 'U0PRIYA', reaction: 'eyes', item_user: BOT, item }]);
  },
);
rule(
  'event:reaction_added',
  'is sent only where the app is a member, and needs reactions:read',
  'docs.slack.dev/reference/events/reaction_added',
  async () => {
    const act: Parameters<typeof heard>[1] = async ({ priya }) => {
      const { ts } = await priya.do('post', { channel: AWAY, text: 'hi' });
      await priya.do('react', { channel: AWAY, ts, name: 'eyes' });
    };
    const here: Parameters<typeof heard>[1] = async ({ client, priya }) => {
      await priya.do('react', { channel: HOME, ts: await said(client), name: 'eyes' });
    };
    expect(await heard(['reaction_added'], act)).toEqual([]);
    expect(await heard(['reaction_added'], here, { without: ['reactions:read'] })).toEqual([]);
  },
);
rule(
  'event:reaction_removed',
  'carries the same when a reaction is taken back',
  'docs.slack.dev/reference/events/reaction_removed',
  async () => {
    const events = await heard(['reaction_removed'], async ({ client }) => {
      const item = { channel: HOME, timestamp: await said(client), name: 'tada' };
      await client.reactions.add(item);
      await client.reactions.remove(item);
    });
    expect(events).toMatchObject([{ user: BOT, reaction: 'tada', item_user: BOT, item: { channel: HOME } }]);
  },
);
rule(
  'event:pin_added',
  'carries the pinned message with its address, and who pinned it',
  'docs.slack.dev/reference/events/pin_added',
  async () => {
    let url = '';
    const events = await heard(['pin_added'], async ({ client, workspace }) => {
      url = workspace.url;
      await client.pins.add({ channel: HOME, timestamp: await said(client) });
    });
    const [event] = events;
    expect(event).toMatchObject({
      user: BOT,
      channel_id: HOME,
      item_user: BOT,
      pinned_info: { channel: HOME, pinned_by: BOT },
    });
    expect(event).toMatchObject({ item: { type: 'message', created_by: BOT, message: { text: 'A card' } } });
    expect(Object(event?.item).message.permalink).toContain(`${url}/archives/${HOME}/p`);
  },
);
rule(
  'event:pin_removed',
  'says whether pins are left, and needs pins:read',
  'docs.slack.dev/reference/events/pin_removed',
  async () => {
    const act: Parameters<typeof heard>[1] = async ({ client }) => {
      const pin = { channel: HOME, timestamp: await said(client) };
      await client.pins.add(pin);
      await client.pins.remove(pin);
    };
    expect(await heard(['pin_removed'], act)).toMatchObject([{ user: BOT, channel_id: HOME, has_pins: false }]);
    expect(await heard(['pin_removed'], act, { without: ['pins:read'] })).toEqual([]);
  },
);
rule(
  'event:file_shared',
  'names the file, who shared it and where; the rest comes from files.info',
  'docs.slack.dev/reference/events/file_shared',
  async () => {
    const upload =
      (channel: string): Parameters<typeof heard>[1] =>
      ({ priya }) =>
        priya.upload({ channel, filename: 'plan.txt' }, 'Go');
    const [event] = await heard(['file_shared'], upload(HOME));
    expect(event).toMatchObject({ channel_id: HOME, user_id: 'U0PRIYA', file: { id: event?.file_id } });
    expect(await heard(['file_shared'], upload(AWAY))).toEqual([]);
    expect(await heard(['file_shared'], upload(HOME), { without: ['files:read'] })).toEqual([]);
  },
);
rule(
  'event:file_deleted',
  'names the file and the channels that lost it',
  'docs.slack.dev/reference/events/file_deleted',
  async () => {
    const events = await heard(['file_deleted'], async ({ client }) => {
      const done = await client.filesUploadV2({ channel_id: HOME, filename: 'a.txt', content: 'Dear all' });
      const [file] = done.files[0]?.files ?? [];
      await client.files.delete({ file: file?.id ?? '' });
    });
    expect(events).toMatchObject([{ file_id: expect.stringMatching(/^F/), channel_ids: [HOME] }]);
  },
);
rule(
  'event:user_change',
  'carries the whole person; e-mail addresses only with users:read.email',
  'docs.slack.dev/reference/events/user_change',
  async () => {
    const act: Parameters<typeof heard>[1] = async ({ workspace }) => {
      await control(workspace, 'user', { id: 'U0CARLOS', deleted: true });
      await control(workspace, 'user', { id: 'U0CARLOS', deleted: false });
    };
    const email = 'carlos@northwind.example';
    const [gone, back] = await heard(['user_change'], act);
    expect(gone).toMatchObject({ user: { id: 'U0CARLOS', deleted: true }, cache_ts: expect.any(Number) });
    expect(back).toMatchObject({
      user: { deleted: false, tz: 'America/Sao_Paulo', locale: 'en-US', profile: { email } },
    });
    const [shy] = await heard(['user_change'], act, { without: ['users:read.email'] });
    expect(Object(shy?.user).profile).not.toHaveProperty('email');
    expect(await heard(['user_change'], act, { without: ['users:read'] })).toEqual([]);
  },
);
