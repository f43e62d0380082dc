import { spawn } from 'node:child_process';
import { afterEach, expect } from 'vitest';
import { startWorkspace } from '../../../src/workspace/server.ts';
import { clientOf, control, person, seedWith, until } from '../fixture.ts';
import { requestUrl } from '../request-url.ts';
import { closeAll, quiet, say, withRecorder } from './http-apps.ts';
import { rule } from './rule.ts';

afterEach(closeAll);

const channel = 'C0HANDOFFS';
const underway = async (url: string, what: string) => {
  const { entries } = JSON.parse(await (await fetch(`${url}/people/traffic`)).text());
  return (entries as { what: string; open: boolean }[]).some((one) => one.what === what && one.open);
};
/** Longer than what is put off. */
const afterAll = () => new Promise((resolve) => setTimeout(resolve, 400));
const texts = (got: { body: Record<string, unknown> }[]) => got.map(({ body }) => Object(body.event).text);

for (const kind of ['delay', 'reorder'])
  rule(
    'workspace:reset',
    'a delivery that was put off before a reset is not made after it',
    'src/workspace/README.md',
    async () => {
      const { workspace, app } = await withRecorder();
      await control(workspace, 'faults', { method: 'delivery:message', fault: kind, after_ms: 300 });
      await say(workspace, 'of the past');
      await until(() => underway(workspace.url, 'message'), 'the delivery');
      await control(workspace, 'reset', {});
      await say(workspace, 'of now');
      await quiet(workspace);
      await afterAll();
      expect(texts(app.got)).toEqual(['of now']);
    },
  );

rule(
  'workspace:reset',
  'a slow call of before a reset does nothing to the world after it, and gets no answer',
  'src/workspace/README.md',
  async () => {
    const { workspace } = await withRecorder();
    await control(workspace, 'faults', { method: 'chat.postMessage', fault: 'slow', after_ms: 300 });
    const call = clientOf(workspace)
      .chat.postMessage({ channel, text: 'of the past' })
      .then(
        () => 'posted',
        () => 'no answer',
      );
    await until(() => underway(workspace.url, 'chat.postMessage'), 'the call');
    await control(workspace, 'reset', {});
    expect(await call).toBe('no answer');
    await afterAll();
    expect((await person(workspace, 'U0PRIYA').see('history', { channel })).messages).toEqual([]);
  },
);

rule('workspace:reset', 'what a person waited for ends with a reset', 'src/workspace/README.md', async () => {
  const { workspace, app } = await withRecorder();
  const { promise: later, resolve } = Promise.withResolvers<void>();
  app.answer = () => ({ after: later, body: JSON.stringify({ response_type: 'in_channel', text: 'of the past' }) });
  const priya = person(workspace, 'U0PRIYA');
  const asked = priya.do('slash', { channel, command: '/desk' });
  await until(() => app.got.length === 1, 'the command');
  await control(workspace, 'reset', {});
  resolve();
  expect(await asked).toMatchObject({ ok: false, error: 'app_error' });
  expect((await priya.see('history', { channel })).messages).toEqual([]);
});

rule(
  'workspace:close',
  'nothing is delivered, and nothing tried again, after the workspace was closed',
  'src/workspace/README.md',
  async () => {
    const app = await requestUrl();
    const seed = seedWith({ delivery: { http: app.address }, events: ['message.channels'] });
    const workspace = await startWorkspace({ seed, rateLimits: false });
    await control(workspace, 'faults', { method: 'delivery:message', fault: 'delay', after_ms: 200 });
    await say(workspace, 'late');
    await until(() => underway(workspace.url, 'message'), 'the delivery');
    const { promise: later, resolve } = Promise.withResolvers<void>();
    app.answer = () => ({ after: later, status: 500 });
    await say(workspace, 'fails');
    await until(() => app.got.length === 1, 'the other delivery');
    await workspace.close();
    resolve();
    await afterAll();
    app.close();
    expect(texts(app.got)).toEqual(['fails']);
  },
);

rule(
  'workspace:close',
  'a slow call keeps no process alive that has closed its workspace',
  'src/workspace/README.md',
  async () => {
    const program = `
      import { startWorkspace } from './src/workspace/server.ts';
      import { sampleCompany } from './src/workspace/sample-company.ts';
      const { url, close } = await startWorkspace({ seed: sampleCompany });
      const fault = { method: 'api.test', fault: 'slow', after_ms: 600000 };
      await fetch(url + '/control/faults', { method: 'POST', body: JSON.stringify(fault) });
      const call = fetch(url + '/api/api.test', { method: 'POST' }).catch(() => null);
      while (!(await (await fetch(url + '/people/traffic')).text()).includes('"slow"'));
      await close();
      await call;`;
    const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', program], { stdio: 'inherit' });
    try {
      await until(() => child.exitCode !== null, 'the end of the process');
      expect(child.exitCode).toBe(0);
    } finally {
      child.kill();
    }
  },
);
