import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startWorkspace, type Workspace } from '../../src/workspace/server.ts';
import { clientOf, seedWith } from './fixture.ts';

let workspace: Workspace;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workspace-'));
  workspace = await startWorkspace({ seed: seedWith(), pageDir: folder });
});
afterEach(async () => {
  await workspace.close();
  await rm(folder, { recursive: true });
});

/** `fetch` sets Host itself, so these go by hand. */
function status(path: string, headers: Record<string, string>, method = 'GET'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(workspace.url + path, { method, headers }, (response) => resolve(response.resume().statusCode))
      .once('error', reject)
      .end();
  });
}

describe('the door', () => {
  test('is open to this machine only, whatever name a page uses for it', async () => {
    expect(await status('/clock', { host: 'localhost:80' })).toBe(200);
    expect(await status('/clock', { host: 'evil.example' })).toBe(403);
    expect(await status('/clock', { host: '127.0.0.1.evil.example' })).toBe(403);
  });

  test('is closed to pages from elsewhere', async () => {
    const host = new URL(workspace.url).host;
    expect(await status('/people/clock', { host, origin: 'https://evil.example' }, 'POST')).toBe(403);
    expect(await status('/clock', { host, origin: workspace.url })).toBe(200);
  });
});

test('a control request that makes no sense is refused', async () => {
  const ask = async (body: string) => (await fetch(`${workspace.url}/control/faults`, { method: 'POST', body })).status;
  expect([await ask('{'), await ask('{}'), await ask('{"method":"x","fault":"earthquake"}')]).toEqual([400, 400, 400]);
});

describe('the page', () => {
  test('says that it has not been built', async () => {
    expect(await (await fetch(workspace.url)).text()).toContain('has not been built');
  });

  test('is served with its types under a strict policy, also for links into it', async () => {
    await writeFile(join(folder, 'index.html'), '<!doctype html>');
    await writeFile(join(folder, 'page.js'), 'export {}');
    const script = await fetch(`${workspace.url}/page.js`);
    expect(script.headers.get('content-type')).toContain('text/javascript');
    expect(script.headers.get('content-security-policy')).toMatch(/default-src 'none'.*script-src 'self'/);
    expect(await (await fetch(`${workspace.url}/archives/C0HANDOFFS/p1`)).text()).toBe('<!doctype html>');
    expect((await fetch(`${workspace.url}/none.js`)).status).toBe(404);
    expect(await status('/..%2f..%2fetc%2fpasswd', {})).toBe(404);
    expect(await status('/%E0%A4%A', {})).toBe(404);
  });
});

const manifest = {
  _metadata: { major_version: 2 },
  display_information: { name: 'Acme Desk' },
  features: {
    bot_user: { display_name: 'acmedesk' },
    slash_commands: [{ command: '/acmedesk', description: 'Desk' }],
    shortcuts: [{ name: 'File', type: 'message', callback_id: 'file', description: 'x' }],
  },
  oauth_config: { scopes: { bot: ['chat:write', 'commands'] } },
  settings: { event_subscriptions: { bot_events: ['app_mention'] } },
};

async function spawned(env: Record<string, string>) {
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../src/workspace/main.ts')], {
    env: { ...process.env, WORKSPACE_MANIFEST: join(folder, 'manifest.json'), ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = await new Promise<string[]>((resolve) =>
    createInterface(child.stdout).once('line', (one) => resolve([one])),
  );
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const ready: { url: string; bot_token: string; app_token: string; signing_secret: string } = JSON.parse(line ?? '');
  return { child, ended, ready };
}

describe('as a process of its own', () => {
  test('it prints where it is and with what, takes the app from a manifest, and ends on SIGTERM', async () => {
    const { child, ended, ready } = await spawned({ WORKSPACE_CLOCK_START: '2027-01-04T08:00:00Z' });
    const client = clientOf({ ...workspace, ...ready });
    expect(await client.auth.test()).toMatchObject({
      user: 'acmedesk',
      response_metadata: { scopes: ['chat:write', 'commands'] },
    });
    expect(await (await fetch(`${ready.url}/clock`)).json()).toMatchObject({
      now: expect.stringContaining('2027-01-04T08:0'),
    });
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  test('it ends with its parent when told so', async () => {
    const { child, ended } = await spawned({ WORKSPACE_WITH_PARENT: '1' });
    child.stdin.end();
    expect(await ended).toBe(0);
  });
});
