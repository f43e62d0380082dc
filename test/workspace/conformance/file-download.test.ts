import type { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, expect } from 'vitest';
import type { Workspace } from '../../../src/workspace/server.ts';
import { clientOf, control, SCOPES, seedWith, started } from '../fixture.ts';
import { call } from './call.ts';
import { rule } from './rule.ts';

let workspace: Workspace;
let client: WebClient;
beforeEach(async () => {
  workspace = await started();
  client = clientOf(workspace);
});
afterEach(() => workspace.close());

const ticket = async (length = 4) => {
  const { upload_url = '', file_id = '' } = await client.files.getUploadURLExternal({ filename: 'a.txt', length });
  return { upload_url, file_id };
};
const put = (upload_url: string, body = 'abcd') => fetch(upload_url, { method: 'POST', body });
async function uploaded(): Promise<string> {
  const { upload_url, file_id } = await ticket();
  await put(upload_url);
  return file_id;
}
const complete = (id: string, more: Record<string, unknown> = {}) =>
  call(client, 'files.completeUploadExternal', { files: [{ id, title: 'A' }], ...more });
rule(
  'limit:upload',
  'takes the announced length, once, as raw bytes or as a form',
  'docs.slack.dev/messaging/working-with-files',
  async () => {
    const raw = await ticket();
    expect((await put(raw.upload_url, 'abc')).status).toBe(400);
    expect((await put(raw.upload_url)).status).toBe(200);
    expect((await put(raw.upload_url)).status).toBe(400);
    const form = new FormData();
    form.set('filename', new Blob(['abcd']), 'a.txt');
    expect((await fetch((await ticket()).upload_url, { method: 'POST', body: form })).status).toBe(200);
  },
);
rule(
  'delivery:download',
  'wants the token in the Authorization header and sends others to a login page',
  'docs.slack.dev/messaging/working-with-files',
  async () => {
    const id = await uploaded();
    await complete(id);
    const { file } = await client.files.info({ file: id });
    const get = (token: string | null, redirect: 'follow' | 'manual' = 'follow') =>
      fetch(file?.url_private_download ?? '', { redirect, headers: token ? { authorization: `Bearer ${token}` } : {} });
    expect(await (await get(workspace.bot_token)).text()).toBe('abcd');
    for (const token of [null, 'xoxb-wrong']) {
      expect((await get(token, 'manual')).status).toBe(302);
      const page = await get(token);
      expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      expect(await page.text()).toContain('Sign in');
    }
  },
);
rule('delivery:download', 'needs files:read', 'docs.slack.dev/messaging/working-with-files', async () => {
  await workspace.close();
  workspace = await started({ seed: seedWith({ scopes: SCOPES.filter((one) => one !== 'files:read') }) });
  client = clientOf(workspace);
  const answer = await complete(await uploaded());
  const [file] = answer.files as { url_private: string }[];
  const got = await fetch(file?.url_private ?? '', { headers: { authorization: `Bearer ${workspace.bot_token}` } });
  expect(await got.text()).toContain('Sign in');
});
rule('delivery:download', 'of a canvas answers HTML', 'docs.slack.dev/surfaces/canvases', async () => {
  const { canvas_id = '' } = await client.canvases.create({
    document_content: { type: 'markdown', markdown: '# Top' },
  });
  const { file } = await client.files.info({ file: canvas_id });
  const got = await fetch(file?.url_private ?? '', { headers: { authorization: `Bearer ${workspace.bot_token}` } });
  expect(await got.text()).toMatch(/^<h1 id='temp:C:\w+'>Top<\/h1>$/);
});
rule(
  'limit:upload',
  'lost between sending and answering can be completed all the same',
  'docs.slack.dev/messaging/working-with-files',
  async () => {
    const { upload_url, file_id } = await ticket();
    await control(workspace, 'faults', { method: 'files.upload', fault: 'lost_response' });
    await expect(put(upload_url)).rejects.toThrow();
    expect(await complete(file_id)).toMatchObject({ ok: true });
  },
);
