import { afterEach, expect } from 'vitest';
import type { Workspace } from '../../../src/workspace/server.ts';
import { clientOf, control, person, until } from '../fixture.ts';
import { closeAll, say, withRecorder } from './http-apps.ts';
import { rule } from './rule.ts';

afterEach(closeAll);

const channel = 'C0HANDOFFS';

for (const fault of ['delay', 'reorder'])
  rule(
    'workspace:faults',
    'a command and a click wait for the app no longer than an app may take, however late the delivery is',
    'src/workspace/README.md',
    async () => {
      const { workspace, app } = await withRecorder(undefined, { answerWithinMs: 150 });
      await control(workspace, 'faults', { method: 'delivery:*', fault, times: 2, after_ms: 600 });
      const priya = person(workspace, 'U0PRIYA');
      const answers = [
        await priya.do('slash', { channel, command: '/desk' }),
        await priya.do('shortcut', { callback_id: 'start_it' }),
      ];
      expect(answers.map((one) => one.error)).toEqual(['app_timeout', 'app_timeout']);
      // The app hears of it all the same, too late; what was held back comes behind the next delivery.
      await say(workspace);
      await until(() => app.got.length === 3, 'all deliveries');
    },
  );

rule(
  'workspace:faults',
  'trouble that can never happen is refused with a sentence, and not planned',
  'src/workspace/README.md',
  async () => {
    const { workspace } = await withRecorder();
    for (const [method, fault, words] of [
      ['chat.postMesage', 'http_500', 'no method "chat.postMesage"'],
      ['chat.postMessage', 'duplicate', 'cannot happen'],
      ['files.download', 'slow', 'cannot happen'],
      ['delivery:message', 'truncated', 'cannot happen'],
      ['delivery:message', 'error:not_in_channel', 'cannot happen'],
      ['delivery:reaction_added', 'delay', 'ever delivered'],
      ['delivery:/nothing', 'delay', 'ever delivered'],
      ['delivery:message', 'drop_mid_message', 'reached by HTTP'],
      ['api.test', 'missing_scope', 'needs no scope'],
    ]) {
      const answer = await control(workspace, 'faults', { method, fault });
      expect(answer).toEqual({ ok: false, error: 'invalid_fault', message: expect.stringContaining(words ?? '') });
    }
    const chaos = { seed: 1, rate: 0.5, methods: ['chat.postMesage'] };
    expect(await control(workspace, 'chaos', chaos)).toMatchObject({ error: 'invalid_fault' });
    const unfit = { seed: 1, rate: 0.5, methods: ['chat.postMessage'], kinds: ['duplicate', 'reorder'] };
    expect(await control(workspace, 'chaos', unfit)).toMatchObject({ error: 'invalid_fault' });
    expect(await control(workspace, 'faults')).toMatchObject({ to_come: [], chaos: null });
  },
);

rule('workspace:faults', 'trouble that can happen is planned', 'src/workspace/README.md', async () => {
  const { workspace } = await withRecorder();
  const planned = [
    ['chat.postMessage', 'error:not_in_channel'],
    ['files.download', 'http_500'],
    ['response_url', 'lost_response'],
    ['delivery:message', 'delay'],
    ['delivery:/desk', 'hang'],
    ['delivery:view_submission', 'duplicate'],
    ['delivery:*', 'reorder'],
  ];
  for (const [method, fault] of planned) {
    expect(await control(workspace, 'faults', { method, fault })).toEqual({ ok: true });
  }
  expect(await control(workspace, 'chaos', { seed: 1, rate: 0.1 })).toEqual({ ok: true });
  expect((await control(workspace, 'faults')).to_come).toHaveLength(planned.length);
});

/** Which of twenty calls fail, with something done before one of them. */
async function failures(workspace: Workspace, between: (n: number) => Promise<unknown> | null = () => null) {
  const client = clientOf(workspace);
  const failed: number[] = [];
  for (let n = 0; n < 20; n += 1) {
    await between(n);
    await client.users.list({}).catch(() => failed.push(n));
  }
  return failed;
}

rule(
  'workspace:faults',
  'trouble by chance depends on the seed and on the calls since it was planned, on nothing before and beside it',
  'src/workspace/README.md',
  async () => {
    const planned = { method: 'users.list', fault: 'http_500', rate: 0.4, seed: 5 };
    const [{ workspace: one }, { workspace: other }] = [await withRecorder(), await withRecorder()];
    await control(one, 'faults', planned);
    const first = await failures(one);
    expect(first.length).toBeGreaterThan(2);
    await failures(other);
    await control(other, 'faults', planned);
    const chaos = { seed: 9, rate: 0.5, kinds: ['slow'], methods: ['users.list'], after_ms: 0 };
    const second = await failures(other, (n) => {
      if (n === 4) return control(other, 'chaos', chaos);
      if (n === 11) return fetch(`${other.url}/control/chaos`, { method: 'DELETE' });
      return null;
    });
    expect(second).toEqual(first);
  },
);
