import type { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Workspace } from '../../src/workspace/server.ts';
import { clientOf, control, person, refusal, started } from './fixture.ts';

let workspace: Workspace;
let client: WebClient;
const channel = 'C0HANDOFFS';
beforeEach(async () => {
  workspace = await started();
  client = clientOf(workspace);
});
afterEach(() => workspace.close());

describe('a file of the app', () => {
  test('goes up in three steps as @slack/web-api does it, and is shared with its comment', async () => {
    await client.filesUploadV2({
      channel_id: channel,
      filename: 'packet.pdf',
      file: Buffer.from('%PDF-1.7'),
      initial_comment: 'The packet',
    });
    const { messages } = await person(workspace, 'U0PRIYA').see('history', { channel });
    const [message] = messages as { files: { href: string }[] }[];
    expect(message).toMatchObject({
      text: 'The packet',
      files: [{ name: 'packet.pdf', mimetype: 'application/pdf', size: 8 }],
    });
    expect(await (await fetch(workspace.url + message?.files[0]?.href)).text()).toBe('%PDF-1.7');
  });

  test('needs its bytes, in the announced length, before it can be completed', async () => {
    const { upload_url = '', file_id = '' } = await client.files.getUploadURLExternal({ filename: 'a.txt', length: 4 });
    const complete = () => client.files.completeUploadExternal({ files: [{ id: file_id }] });
    expect((await refusal(complete())).error).toBe('file_not_found');
    expect((await fetch(upload_url, { method: 'POST', body: 'abc' })).status).toBe(400);
    expect((await fetch(upload_url, { method: 'POST', body: 'abcd' })).status).toBe(200);
    expect((await complete()).files).toMatchObject([{ id: file_id, size: 4 }]);
    expect((await refusal(complete())).error).toBe('file_not_found');
  });

  test('can be deleted by it; a file of a person cannot', async () => {
    const { file } = await person(workspace, 'U0PRIYA').upload({ channel, filename: 'a.txt' }, 'mine');
    const { id } = file as { id: string };
    expect((await refusal(client.files.delete({ file: id }))).error).toBe('cant_delete_file');
    expect((await client.files.list({ channel })).files).toMatchObject([{ id, name: 'a.txt', user: 'U0PRIYA' }]);
  });
});

test('a file in a channel without the bot does not exist for it', async () => {
  const { file } = await person(workspace, 'U0PRIYA').upload({ filename: 'private.txt' }, 'mine');
  const { id } = file as { id: string };
  expect((await refusal(client.files.info({ file: id }))).error).toBe('file_not_found');
  expect(await person(workspace, 'U0YUKI').see('file', { file: id })).toMatchObject({
    ok: false,
    error: 'file_not_found',
  });
});

test('a download can fail, and a wrong token gets a login page', async () => {
  const { file } = await person(workspace, 'U0PRIYA').upload({ channel, filename: 'a.txt' }, 'mine');
  const info = await client.files.info({ file: (file as { id: string }).id });
  const get = (token: string) =>
    fetch(info.file?.url_private_download ?? '', { headers: { authorization: `Bearer ${token}` } });
  expect(await (await get('xoxb-wrong')).text()).toContain('Sign in');
  await control(workspace, 'faults', { method: 'files.download', fault: 'http_500' });
  expect((await get(workspace.bot_token)).status).toBe(500);
  expect(await (await get(workspace.bot_token)).text()).toBe('mine');
});
