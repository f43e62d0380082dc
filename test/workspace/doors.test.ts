import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Agent, get, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startWorkspace, type Workspace } from '../../src/workspace/server.ts';
import { clientOf, person, seedWith } from './fixture.ts';

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
    request(workspace.url, { path, method, headers }, (response) => resolve(response.resume().statusCode))
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

  test('is closed to what a page from elsewhere loads, and open to the links that somebody follows', async () => {
    const { bot_token } = workspace;
    const post = `/api/chat.postMessage?${new URLSearchParams({ token: bot_token, channel: 'C0HANDOFFS', text: 'hi' })}`;
    const picture = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' };
    const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
    expect(await status(post, picture)).toBe(403);
    expect(await status('/', picture)).toBe(403);
    expect(await status('/', { ...link, 'sec-fetch-dest': 'iframe' })).toBe(403);
    expect(await status('/people/clock', link, 'POST')).toBe(403);
    expect(await status('/archives/C0HANDOFFS', link)).toBe(200);
    // This app has no redirect address, so the install page is there and refuses.
    expect(await status('/oauth/v2/authorize', link)).toBe(400);
    for (const site of ['none', 'same-origin', 'same-site'])
      expect(await status('/', { ...picture, 'sec-fetch-site': site })).toBe(200);
    expect(await status('/avatars/U0PRIYA_72.svg', picture)).toBe(200);
    await status(post, link);
    expect(workspace.world.channels.get('C0HANDOFFS')?.messages).toEqual([]);
  });

  test('stays open after an address that cannot be read', async () => {
    for (const path of ['//', '///', 'http://[', '/%']) expect(await status(path, {})).toBeLessThan(500);
    expect(await status('//', {})).toBe(400);
    expect(await status('/clock', {})).toBe(200);
  });
});

describe('the install page', () => {
  const CLIENT = { client_id: '111.222', client_secret: 'client-secret' };
  const query = `client_id=${CLIENT.client_id}&scope=chat:write`;
  beforeEach(async () => {
    await workspace.close();
    workspace = await startWorkspace({ seed: seedWith({ ...CLIENT, redirect_urls: ['http://localhost:9/back'] }) });
  });
  const page = () => fetch(`${workspace.url}/oauth/v2/authorize?${query}`);

  test('lets a browser name this workspace as the origin of its form', async () => {
    expect((await page()).headers.get('referrer-policy')).toBe('same-origin');
  });

  test('writes nobody’s id as HTML', async () => {
    const { users } = workspace.world;
    const priya = users.get('U0PRIYA');
    if (!priya) throw new Error('the sample company has her');
    users.set('U0"><b>', { ...priya, id: 'U0"><b>' });
    expect(await (await page()).text()).toContain('value="U0&quot;&gt;&lt;b&gt;"');
  });
});

describe('downloads', () => {
  test('on one connection leave nothing behind on it, and each ends in the traffic', async () => {
    const warnings: string[] = [];
    const hear = (warning: Error) => void warnings.push(warning.message);
    process.on('warning', hear);
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const sockets = new Set<unknown>();
    for (let n = 0; n < 15; n += 1) {
      await new Promise<void>((resolve, reject) => {
        get(`${workspace.url}/files-pri/T0-F0NONE/download/a`, { agent }, (response) => {
          sockets.add(response.socket);
          response.resume().once('end', resolve);
        }).once('error', reject);
      });
      // The agent takes the connection back after the answer's end.
      await new Promise((resolve) => setImmediate(resolve));
    }
    const { entries } = await person(workspace, 'U0PRIYA').see('traffic');
    process.off('warning', hear);
    agent.destroy();
    expect(sockets.size).toBe(1);
    expect(warnings).toEqual([]);
    expect(entries).toHaveLength(15);
    expect(entries).toEqual(Array(15).fill(expect.objectContaining({ status: 302 })));
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
