import type { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, expect } from 'vitest';
import { startWorkspace, type Workspace } from '../../../src/workspace/server.ts';
import { clientOf, control, person, refusal, seedWith, until } from '../fixture.ts';
import { type RequestUrl, requestUrl } from '../request-url.ts';
import { rule } from './rule.ts';

let workspace: Workspace;
let client: WebClient;
let app: RequestUrl;
const channel = 'C0HANDOFFS';
beforeEach(async () => {
  app = await requestUrl();
  workspace = await startWorkspace({
    seed: seedWith({ delivery: { http: app.address }, events: ['message.channels'] }),
    rateLimits: false,
  });
  client = clientOf(workspace);
});
afterEach(async () => {
  await workspace.close();
  app.close();
});

const fault = (body: Record<string, unknown>) => control(workspace, 'faults', body);
const say = (text: string) => person(workspace, 'U0PRIYA').do('post', { channel, text });
const post = (text: string) => client.chat.postMessage({ channel, text });
const texts = async () => {
  const { messages } = await person(workspace, 'U0PRIYA').see('history', { channel });
  return (messages as { text: string }[]).map((one) => one.text);
};
const failure = async (call: Promise<unknown>): Promise<string> => {
  const error = await call.then(
    () => new Error('nothing failed'),
    (cause: unknown) => cause,
  );
  return error instanceof Error ? `${error.name} ${error.message}` : String(error);
};
const heard = async (count: number) => {
  await until(() => app.got.length >= count);
  await until(async () => (await control(workspace, 'state')).pending === 0);
  return app.got.map((one) => (one.body.event as { text: string }).text);
};

rule(
  'workspace:faults',
  'an asked-for 429 and 5xx reach the client as such, and nothing took effect',
  'src/workspace/README.md',
  async () => {
    await fault({ method: 'chat.postMessage', fault: 'ratelimited', retry_after: 7 });
    expect(await failure(post('a'))).toContain('you may retry this request in 7 seconds');
    for (const [kind, status] of [
      ['http_500', '500'],
      ['http_503', '503'],
    ] as const) {
      await fault({ method: 'chat.postMessage', fault: kind });
      expect(await failure(post('b'))).toContain(status);
    }
    expect(await texts()).toEqual([]);
  },
);

rule(
  'workspace:faults',
  'a lost answer and a truncated one fail at the client after the message was posted',
  'src/workspace/README.md',
  async () => {
    await fault({ method: 'chat.postMessage', fault: 'lost_response' });
    expect(await failure(post('lost'))).not.toContain('nothing failed');
    await fault({ method: 'chat.postMessage', fault: 'truncated' });
    expect(await failure(post('cut'))).not.toContain('nothing failed');
    expect(await texts()).toEqual(['lost', 'cut']);
  },
);

rule(
  'workspace:faults',
  'a page of HTML with status 200, and a broken connection, are failures without effect',
  'src/workspace/README.md',
  async () => {
    for (const kind of ['html', 'drop']) {
      await fault({ method: 'chat.postMessage', fault: kind });
      expect(await failure(post(kind))).not.toContain('nothing failed');
    }
    expect(await texts()).toEqual([]);
  },
);

rule('workspace:faults', 'a slow answer is late and whole', 'src/workspace/README.md', async () => {
  await fault({ method: 'chat.postMessage', fault: 'slow', after_ms: 60 });
  const before = performance.now();
  expect((await post('late')).ok).toBe(true);
  expect(performance.now() - before).toBeGreaterThan(50);
});

rule(
  'auth.test',
  'a revoked token is refused until it lives again',
  'docs.slack.dev/reference/methods/auth.test',
  async () => {
    await control(workspace, 'token', { revoked: true });
    expect((await refusal(client.auth.test())).error).toBe('token_revoked');
    await control(workspace, 'token', { revoked: false });
    expect((await client.auth.test()).ok).toBe(true);
  },
);

rule(
  'chat.postMessage',
  'a scope that was taken away is named in the refusal',
  'docs.slack.dev/reference/methods/chat.postMessage',
  async () => {
    await control(workspace, 'scopes', { scopes: ['users:read'] });
    const error = await client.chat.postMessage({ channel, text: 'x' }).catch((cause: unknown) => cause);
    expect(error).toMatchObject({ data: { error: 'missing_scope', needed: 'chat:write', provided: 'users:read' } });
  },
);

rule(
  'workspace:faults',
  'fails now and then with canvas_editing_failed, the same calls in every run with the same seed',
  'src/workspace/README.md',
  async () => {
    const { canvas_id = '' } = await client.canvases.create({
      title: 'Plan',
      document_content: { type: 'markdown', markdown: 'x' },
    });
    const run = async (seed: number) => {
      await fetch(`${workspace.url}/control/faults`, { method: 'DELETE' });
      await fault({ method: 'canvases.edit', fault: 'error:canvas_editing_failed', rate: 0.4, seed });
      const results: string[] = [];
      for (let n = 0; n < 20; n += 1) {
        const change = {
          operation: 'insert_at_end' as const,
          document_content: { type: 'markdown' as const, markdown: 'y' },
        };
        results.push(
          await client.canvases.edit({ canvas_id, changes: [change] }).then(
            () => 'ok',
            (error) => error.data.error,
          ),
        );
      }
      return results;
    };
    const first = await run(7);
    expect(new Set(first)).toEqual(new Set(['ok', 'canvas_editing_failed']));
    expect(await run(7)).toEqual(first);
    expect(await run(8)).not.toEqual(first);
  },
);

rule(
  'workspace:faults',
  'a delivery can come twice, late, and in another order',
  'src/workspace/README.md',
  async () => {
    await fault({ method: 'delivery:message', fault: 'duplicate' });
    await say('twice');
    expect(await heard(2)).toEqual(['twice', 'twice']);
    await fault({ method: 'delivery:message', fault: 'reorder' });
    await say('first');
    await say('second');
    expect((await heard(4)).slice(2)).toEqual(['second', 'first']);
    await fault({ method: 'delivery:message', fault: 'delay', after_ms: 80 });
    await say('late');
    await say('soon');
    expect((await heard(6)).slice(4)).toEqual(['soon', 'late']);
  },
);

rule(
  'workspace:clock',
  'the clock can jump forward and back during a call, and a ts never goes back',
  'src/workspace/README.md',
  async () => {
    const stamps: string[] = [];
    for (const by_ms of [3_600_000, -7_200_000]) {
      await fault({ method: 'chat.postMessage', fault: 'clock_jump', by_ms });
      stamps.push((await post('x')).ts ?? '');
    }
    expect(Number(stamps[0]) - Date.now() / 1000).toBeGreaterThan(3500);
    expect(Number(stamps[1])).toBeGreaterThan(Number(stamps[0]));
    expect(workspace.world.clock.now() - Date.now()).toBeLessThan(-3_500_000);
  },
);
