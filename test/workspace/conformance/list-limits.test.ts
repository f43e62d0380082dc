import { afterEach, expect } from 'vitest';
import { closeAll, opened, somebody, withPeople } from './open.ts';
import { rule } from './rule.ts';

afterEach(closeAll);

const crowd = () => withPeople(...Array.from({ length: 150 }, (_, n) => somebody(`U0CROWD${n}`)));

rule(
  'users.list',
  'without a limit, or with 0, everybody comes at once',
  'docs.slack.dev/reference/methods/users.list',
  async () => {
    const { client } = await opened({}, crowd());
    for (const args of [{}, { limit: 0 }]) {
      const { members, response_metadata } = await client.users.list(args);
      expect([members?.length, response_metadata?.next_cursor]).toEqual([159, '']);
    }
    const first = await client.users.list({ limit: 100 });
    const cursor = first.response_metadata?.next_cursor ?? '';
    expect([first.members?.length, (await client.users.list({ cursor })).members?.length]).toEqual([100, 59]);
    expect((await client.users.list({ limit: 5000 })).members).toHaveLength(159);
  },
);
rule(
  'conversations.members',
  'a hundred come without a limit, as in the lists of conversations',
  'docs.slack.dev/reference/methods/conversations.members',
  async () => {
    const { client } = await opened({}, crowd());
    for (let n = 0; n < 150; n += 75) {
      const users = Array.from({ length: 75 }, (_, at) => `U0CROWD${n + at}`).join(',');
      await client.conversations.invite({ channel: 'C0HANDOFFS', users });
    }
    const { members, response_metadata } = await client.conversations.members({ channel: 'C0HANDOFFS' });
    expect([members?.length, Boolean(response_metadata?.next_cursor)]).toEqual([100, true]);
  },
);
