import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect } from 'vitest';
import type { TrafficDetail, TrafficEntry } from '../../../src/workspace/people/traffic-entry.ts';
import type { Workspace } from '../../../src/workspace/server.ts';
import { clientOf, control, person, refusal, startBolt, started, until } from '../fixture.ts';
import { rule } from './rule.ts';

let workspace: Workspace;
const ends: (() => unknown)[] = [];
beforeEach(async () => {
  workspace = await started({ rateLimits: { 2: 1 } });
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
  await workspace.close();
});

const read = async <T>(path: string): Promise<T> =>
  JSON.parse(await (await fetch(`${workspace.url}/people/${path}`)).text());
const traffic = async (query = '') => read<{ entries: TrafficEntry[]; next: number }>(`traffic${query}`);
const modal = {
  type: 'modal' as const,
  callback_id: 'm',
  title: { type: 'plain_text' as const, text: 'M' },
  blocks: [{ type: 'divider' as const }],
};

rule(
  'delivery:unknown-method',
  'an unknown method is refused with unknown_method and its name, and remembered',
  'docs.slack.dev/apis/web-api',
  async () => {
    const client = clientOf(workspace);
    expect((await refusal(client.apiCall('chat.teleport'))).error).toBe('unknown_method');
    await refusal(client.apiCall('chat.teleport'));
    await refusal(client.apiCall('constructor'));
    expect(await control(workspace, 'state')).toMatchObject({
      unknown_methods: { 'chat.teleport': 2, constructor: 1 },
    });
  },
);

rule(
  'workspace:unknown-method',
  'a workspace that ends says which methods it did not know',
  'src/workspace/README.md',
  async () => {
    const program = join(import.meta.dirname, '../../../src/workspace/main.ts');
    const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'pipe'] });
    let errors = '';
    child.stderr.on('data', (data) => (errors += String(data)));
    const line = await new Promise<string>((resolve) => createInterface(child.stdout).once('line', resolve));
    const ready: { url: string; bot_token: string } = JSON.parse(line);
    await refusal(clientOf({ ...workspace, ...ready }).apiCall('chat.teleport'));
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(errors).toContain('"chat.teleport":1');
  },
);

rule(
  'workspace:traffic',
  'a call that a delivery led to names it, the person, and for a trigger without guessing',
  'src/workspace/README.md',
  async () => {
    const app = await startBolt(workspace, (bolt) => {
      bolt.command('/desk', async ({ ack, client, body }) => {
        await client.views.open({ trigger_id: body.trigger_id, view: modal });
        await ack();
      });
    });
    ends.push(() => app.stop());
    await person(workspace, 'U0MARCUS').do('slash', { channel: 'C0HANDOFFS', command: '/desk' });
    const { entries } = await traffic();
    const command = entries.find((one) => one.what === 'slash_commands:/desk');
    const opened = entries.find((one) => one.what === 'views.open');
    expect(command).toMatchObject({ direction: 'delivery', by: 'U0MARCUS', ok: true, open: false });
    expect(opened).toMatchObject({ direction: 'api_call', by: 'U0MARCUS', caused_by: command?.n, guessed: false });
  },
);

rule('workspace:traffic', 'an event that a call led to names the call', 'src/workspace/README.md', async () => {
  await clientOf(workspace).chat.postMessage({ channel: 'C0HANDOFFS', text: 'x' });
  const { entries } = await traffic();
  const call = entries.find((one) => one.what === 'chat.postMessage');
  const event = entries.find((one) => one.what === 'message');
  expect(event).toMatchObject({ direction: 'delivery', caused_by: call?.n });
});

rule('workspace:traffic', 'shows arguments as JSON, answers, and no token', 'src/workspace/README.md', async () => {
  const blocks = [{ type: 'section' as const, text: { type: 'mrkdwn' as const, text: `ask xoxb-12-some-token` } }];
  await clientOf(workspace).chat.postMessage({ channel: 'C0HANDOFFS', text: 'x', blocks });
  const [{ n = 0 } = {}] = (await traffic()).entries.filter((one) => one.what === 'chat.postMessage');
  const { entry: detail } = await read<{ entry: TrafficDetail }>(`traffic/${n}`);
  expect(JSON.parse(detail.request?.body ?? '')).toMatchObject({ blocks: [{ text: { text: 'ask xoxb-…' } }] });
  expect(JSON.parse(detail.answer?.body ?? '')).toMatchObject({ ok: true, channel: 'C0HANDOFFS' });
  expect(detail.request?.headers.authorization).toBe('Bearer …');
  expect(JSON.stringify(detail)).not.toContain(workspace.bot_token);
  expect(await read('traffic/999999')).toMatchObject({ ok: false });
});

rule(
  'workspace:traffic',
  'a refused call is read as well as others: its ok is its own',
  'src/workspace/README.md',
  async () => {
    await refusal(clientOf(workspace).users.info({ user: 'U0NOBODY' }));
    const [{ n = 0 } = {}] = (await traffic()).entries.filter((one) => one.what === 'users.info');
    expect(await read(`traffic/${n}`)).toMatchObject({ ok: true, entry: { n, ok: false, error: 'user_not_found' } });
  },
);

rule(
  'workspace:traffic',
  'long bodies are cut and counted, and what is under way is asked for again',
  'src/workspace/README.md',
  async () => {
    const client = clientOf(workspace);
    await client.apiCall('api.test', { long: 'x'.repeat(50_000) });
    await control(workspace, 'faults', { method: 'auth.test', fault: 'slow', after_ms: 300 });
    const slow = client.auth.test();
    const open = await until(async () => (await traffic()).entries.find((one) => one.open));
    expect(open).toMatchObject({ what: 'auth.test', fault: { kind: 'slow' } });
    expect((await traffic()).next).toBe(open.n - 1);
    await slow;
    const { entries, next } = await traffic(`?after=${open.n - 1}&limit=1`);
    expect([entries.map((one) => [one.what, one.open]), next]).toEqual([[['auth.test', false]], open.n]);
    const { entry: detail } = await read<{ entry: TrafficDetail }>(`traffic/${open.n - 1}`);
    expect(detail.request?.bytes).toBeGreaterThan(50_000);
    expect(detail.request?.body.length).toBeLessThan(16_100);
  },
);

rule(
  'workspace:traffic',
  'a refusal for the rate names the limit and the wait',
  'src/workspace/README.md',
  async () => {
    const client = clientOf(workspace);
    for (let n = 0; n < 2; n += 1) await client.users.list({}).catch(() => null);
    expect((await traffic()).entries.at(-1)).toMatchObject({
      what: 'users.list',
      status: 429,
      error: 'ratelimited',
      limited: { limit: 'users.list', retry_after: expect.any(Number) },
    });
  },
);
