import { afterEach, expect } from 'vitest';
import { person } from '../fixture.ts';
import { BOT, closeRooms, HOME, room, say } from './room.ts';
import { rule } from './rule.ts';

afterEach(closeRooms);

rule(
  'people:leave',
  'nobody leaves a direct message or that of a group',
  'docs.slack.dev/reference/methods/conversations.leave',
  async () => {
    const { workspace, client } = await room();
    const priya = person(workspace, 'U0PRIYA');
    for (const users of ['U0PRIYA', 'U0PRIYA,U0YUKI']) {
      const channel = (await client.conversations.open({ users })).channel?.id ?? '';
      const answer = await priya.do('leave', { channel });
      expect(answer).toMatchObject({ ok: false, error: 'method_not_supported_for_channel_type' });
      expect((await client.conversations.members({ channel })).members).toContain('U0PRIYA');
      expect(await priya.see('history', { channel })).toMatchObject({ ok: true });
    }
  },
);
rule(
  'people:read',
  'what was read is told by a message’s ts and nothing else',
  'docs.slack.dev/reference/methods/conversations.mark',
  async () => {
    const { workspace, client } = await room();
    const priya = person(workspace, 'U0PRIYA');
    for (const ts of ['zzz', '', '1e9', '1700000000']) {
      expect([ts, await priya.do('read', { channel: HOME, ts })]).toMatchObject([ts, { error: 'invalid_request' }]);
    }
    expect(await priya.do('read', { channel: HOME, ts: await say(client, 'x') })).toMatchObject({ ok: true });
    expect(workspace.world.channels.get(HOME)?.last_read.get(BOT)).toMatch(/^\d{10}\.\d{6}$/);
  },
);
