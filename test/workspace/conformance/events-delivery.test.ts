import { afterEach, expect } from 'vitest';
import { startWorkspace, type Workspace } from '../../../src/workspace/server.ts';
import { control, seedWith, until } from '../fixture.ts';
import { freePort, type RequestUrl } from '../request-url.ts';
import { closeAll, quiet, say, withRecorder } from './http-apps.ts';
import { rule } from './rule.ts';

afterEach(closeAll);

const HOUR = 3_600_000;
const reasons = (app: RequestUrl) => app.got.map((one) => one.headers['x-slack-retry-reason']);
/** Moves the clock until nothing waits for a retry any more. */
async function letRetriesPass(workspace: Workspace): Promise<void> {
  await until(async () => {
    workspace.world.clock.advance(60_000);
    return (await control(workspace, 'state')).pending === 0;
  });
}

rule(
  'delivery:retries',
  'a failed event comes at once again, after a minute and after five more, numbered, with the same event_id',
  'docs.slack.dev/apis/events-api',
  async () => {
    const { workspace, app } = await withRecorder();
    const at: number[] = [];
    app.answer = () => {
      at.push(Math.round(workspace.world.clock.now() / 60_000));
      return { status: 503 };
    };
    await say(workspace);
    await until(() => app.got.length === 2);
    await letRetriesPass(workspace);
    expect(app.got.map((one) => one.headers['x-slack-retry-num'])).toEqual([undefined, '1', '2', '3']);
    expect(reasons(app)).toEqual([undefined, 'http_error', 'http_error', 'http_error']);
    expect(new Set(app.got.map((one) => one.body.event_id)).size).toBe(1);
    const [first = 0, , third = 0, fourth = 0] = at;
    expect(third - first).toBeGreaterThanOrEqual(1);
    expect(fourth - third).toBeGreaterThanOrEqual(5);
  },
);

rule(
  'delivery:retries',
  'whatever status of the 200s takes an event; 3xx without an address and 4xx do not',
  'docs.slack.dev/apis/events-api',
  async () => {
    const { workspace, app } = await withRecorder();
    for (const [status, attempts] of [
      [200, 1],
      [204, 1],
      [304, 2],
      [404, 2],
    ] as const) {
      app.got.splice(0);
      app.answer = () => ({ status: app.got.length === 1 ? status : 200 });
      await say(workspace);
      await quiet(workspace);
      expect([status, app.got.length]).toEqual([status, attempts]);
    }
  },
);

rule(
  'delivery:retries',
  'the reason of a retry is why the attempt before it failed: too slow',
  'docs.slack.dev/apis/events-api',
  async () => {
    const { workspace, app } = await withRecorder(undefined, { answerWithinMs: 100 });
    const { promise: asLongAsItTakes, resolve } = Promise.withResolvers<void>();
    app.answer = () => (app.got.length === 1 ? { after: asLongAsItTakes } : {});
    await say(workspace);
    await until(() => app.got.length === 2, 'the second attempt');
    resolve();
    expect(reasons(app)).toEqual([undefined, 'http_timeout']);
  },
);

rule(
  'delivery:retries',
  'the reason of a retry is why the attempt before it failed: nobody there',
  'docs.slack.dev/apis/events-api',
  async () => {
    const { workspace, app } = await withRecorder();
    const { delivery } = workspace.world.app;
    if (delivery === 'socket') throw new Error('this app is reached by HTTP');
    const address = delivery.http;
    delivery.http = `http://127.0.0.1:${await freePort()}/`;
    await say(workspace);
    await until(async () => (await traffic(workspace)).filter((one) => one.error === 'connection_failed').length === 2);
    delivery.http = address;
    await letRetriesPass(workspace);
    expect(reasons(app)).toEqual(['connection_failed']);
  },
);

rule(
  'delivery:redirects',
  'two redirects are followed with method and body, a third is too many',
  'docs.slack.dev/apis/events-api',
  async () => {
    const { workspace, app } = await withRecorder();
    const hops = (most: number) => (one: { path: string }) => {
      const hop = Number(new URL(one.path, 'http://x').searchParams.get('hop') ?? 0);
      return hop < most ? { status: 307, headers: { location: `/slack/events?hop=${hop + 1}` } } : {};
    };
    app.answer = hops(2);
    await say(workspace, 'two');
    await quiet(workspace);
    expect(app.got.map((one) => [one.path, (one.body.event as { text: string }).text])).toEqual([
      ['/slack/events', 'two'],
      ['/slack/events?hop=1', 'two'],
      ['/slack/events?hop=2', 'two'],
    ]);
    app.got.splice(0);
    app.answer = (one) => (one.headers['x-slack-retry-num'] ? {} : hops(3)(one));
    await say(workspace, 'three');
    await quiet(workspace);
    expect(app.got).toHaveLength(4);
    expect(reasons(app).at(-1)).toBe('too_many_redirects');
  },
);

rule(
  'delivery:retries',
  'x-slack-no-retry with a failure ends the retries',
  'docs.slack.dev/apis/events-api',
  async () => {
    const { workspace, app } = await withRecorder();
    app.answer = () => ({ status: 500, headers: { 'x-slack-no-retry': '1' } });
    await say(workspace);
    await quiet(workspace);
    workspace.world.clock.advance(HOUR);
    expect(app.got).toHaveLength(1);
  },
);

rule(
  'delivery:delayed-events',
  'an app that asked for delayed events gets a failed one every hour for a day',
  'docs.slack.dev/apis/events-api',
  async () => {
    const { workspace, app } = await withRecorder(() => ({ delayed_events: true }));
    app.answer = () => ({ status: 500 });
    await say(workspace);
    await until(async () => {
      workspace.world.clock.advance(HOUR);
      return (await control(workspace, 'state')).pending === 0;
    });
    expect(app.got).toHaveLength(1 + 3 + 24);
    expect(app.got.at(-1)?.headers['x-slack-retry-num']).toBe('27');
  },
);

rule(
  'workspace:traffic',
  'every attempt stands in the traffic with its number, reason and what was sent and answered, without secrets',
  'src/workspace/README.md',
  async () => {
    const { workspace, app } = await withRecorder();
    app.answer = () => ({ status: app.got.length === 1 ? 500 : 200, body: `secret ${workspace.bot_token}` });
    await say(workspace, `my token is ${workspace.bot_token}`);
    await quiet(workspace);
    const [first, second] = (await traffic(workspace)).filter((one) => one.what === 'message');
    expect(first).toMatchObject({ direction: 'delivery', ok: false, status: 500, by: 'U0PRIYA', open: false });
    expect(second).toMatchObject({ ok: true, status: 200, id: first?.id, retry: { num: 1, reason: 'http_error' } });
    const detail = await (await fetch(`${workspace.url}/people/traffic/${second?.n}`)).text();
    expect(JSON.parse(detail)).toMatchObject({
      entry: {
        request: { body: expect.stringContaining('my token is …'), headers: { 'x-slack-retry-num': '1' } },
        answer: { body: 'secret …' },
      },
    });
    expect(detail).not.toContain(workspace.bot_token);
  },
);

async function traffic(workspace: Workspace): Promise<Record<string, unknown>[]> {
  return JSON.parse(await (await fetch(`${workspace.url}/people/traffic`)).text()).entries;
}

rule(
  'delivery:retries',
  'without a connection a Socket Mode event waits for its retries',
  'docs.slack.dev/apis/events-api/using-socket-mode',
  async () => {
    const workspace = await startWorkspace({ seed: seedWith({ events: ['message.channels'] }) });
    await say(workspace);
    await until(async () => (await traffic(workspace)).length === 2);
    expect((await traffic(workspace)).map((one) => [one.error, one.retry])).toEqual([
      ['no connection', undefined],
      ['no connection', { num: 1, reason: 'connection_failed' }],
    ]);
    expect((await control(workspace, 'state')).pending).toBe(1);
    await workspace.close();
  },
);
