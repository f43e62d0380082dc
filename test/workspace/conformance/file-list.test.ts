import type { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, expect } from 'vitest';
import type { Workspace } from '../../../src/workspace/server.ts';
import { clientOf, person, refusal, SCOPES, seedWith, started } from '../fixture.ts';
import { call } from './call.ts';
import { rule } from './rule.ts';

let workspace: Workspace;
let client: WebClient;
const channel_id = 'C0HANDOFFS';
beforeEach(async () => {
  workspace = await started();
  client = clientOf(workspace);
});
afterEach(() => workspace.close());

const error = async (asked: Promise<unknown>) => (await refusal(asked)).error;
async function upload(filename: string, channel?: string): Promise<string> {
  const { upload_url = '', file_id = '' } = await client.files.getUploadURLExternal({ filename, length: 4 });
  await fetch(upload_url, { method: 'POST', body: 'abcd' });
  await call(client, 'files.completeUploadExternal', {
    files: [{ id: file_id }],
    ...(channel ? { channel_id: channel } : {}),
  });
  return file_id;
}
const list = async (args: Record<string, unknown> = {}) => {
  const { files, paging } = await call(client, 'files.list', args);
  return { names: (files as { name: string }[]).map((one) => one.name), paging };
};
async function unscoped(scope: string, ask: (client: WebClient) => Promise<unknown>): Promise<string> {
  await workspace.close();
  workspace = await started({ seed: seedWith({ scopes: SCOPES.filter((one) => one !== scope) }) });
  return error(ask(clientOf(workspace)));
}

rule('files.list', 'answers the newest first, in pages', 'docs.slack.dev/reference/methods/files.list', async () => {
  for (const name of ['a.txt', 'b.txt', 'c.txt']) await upload(name);
  expect(await list({ count: 2 })).toEqual({
    names: ['c.txt', 'b.txt'],
    paging: { count: 2, total: 3, page: 1, pages: 2 },
  });
  expect((await list({ count: 2, page: 2 })).names).toEqual(['a.txt']);
});
rule(
  'files.list',
  'narrows by channel, by user and by type',
  'docs.slack.dev/reference/methods/files.list',
  async () => {
    await upload('alone.pdf');
    await upload('shared.png', channel_id);
    await person(workspace, 'U0PRIYA').upload({ channel: channel_id, filename: 'hers.zip' }, 'x');
    expect((await list({ channel: channel_id })).names).toEqual(['hers.zip', 'shared.png']);
    expect((await list({ user: 'U0PRIYA' })).names).toEqual(['hers.zip']);
    expect((await list({ types: 'pdfs' })).names).toEqual(['alone.pdf']);
    expect((await list({ types: 'images,zips' })).names).toEqual(['hers.zip', 'shared.png']);
  },
);
rule(
  'files.list',
  'narrows by the time of creation, inclusive',
  'docs.slack.dev/reference/methods/files.list',
  async () => {
    await upload('old.txt');
    workspace.world.clock.advance(3_600_000);
    await upload('new.txt');
    const { created } = (await client.files.info({ file: await upload('last.txt') })).file ?? {};
    expect((await list({ ts_from: created })).names).toEqual(['last.txt', 'new.txt']);
    expect((await list({ ts_to: Number(created) - 60 })).names).toEqual(['old.txt']);
  },
);
rule('files.list', 'finds canvases with types=canvas', 'docs.slack.dev/surfaces/canvases', async () => {
  await upload('a.txt');
  const { canvas_id } = await client.conversations.canvases.create({ channel_id });
  const { files } = await client.files.list({ types: 'canvas', channel: channel_id });
  expect(files).toMatchObject([
    { id: canvas_id, filetype: 'quip', mimetype: 'application/vnd.slack-docs', channels: [channel_id] },
  ]);
  expect((await client.files.list({ types: 'canvas', user: 'U0PRIYA' })).files).toEqual([]);
});
rule(
  'files.list',
  'refuses unknown types and people, and needs files:read',
  'docs.slack.dev/reference/methods/files.list',
  async () => {
    expect(await error(list({ types: 'songs' }))).toBe('unknown_type');
    expect(await error(list({ user: 'U0NOBODY' }))).toBe('user_not_found');
    expect(await unscoped('files:read', (one) => one.files.list({}))).toBe('missing_scope');
  },
);
rule(
  'files.info',
  'answers the file with its comments and their paging',
  'docs.slack.dev/reference/methods/files.info',
  async () => {
    const id = await upload('a.txt', channel_id);
    expect(await client.files.info({ file: id })).toMatchObject({
      file: {
        id,
        name: 'a.txt',
        mimetype: 'text/plain',
        filetype: 'text',
        pretty_type: 'Plain Text',
        channels: [channel_id],
      },
      comments: [],
      response_metadata: { next_cursor: '' },
    });
  },
);
rule('files.info', 'answers a canvas with its permalink', 'docs.slack.dev/surfaces/canvases', async () => {
  const { canvas_id = '' } = await client.canvases.create({ title: 'Packet' });
  const { file } = await client.files.info({ file: canvas_id });
  expect(file).toMatchObject({
    title: 'Packet',
    mode: 'quip',
    permalink: `${workspace.url}/docs/T0NORTHWIND/${canvas_id}`,
  });
});
rule(
  'files.info',
  'tells strange files from deleted ones, and needs files:read',
  'docs.slack.dev/reference/methods/files.info',
  async () => {
    const id = await upload('a.txt');
    await client.files.delete({ file: id });
    expect(await error(client.files.info({ file: id }))).toBe('file_deleted');
    expect(await error(client.files.info({ file: 'F0NOWHERE' }))).toBe('file_not_found');
    expect(await unscoped('files:read', (one) => one.files.info({ file: id }))).toBe('missing_scope');
  },
);
rule(
  'files.delete',
  'leaves a tombstone in the message, and is done once',
  'docs.slack.dev/reference/methods/files.delete',
  async () => {
    const id = await upload('a.txt', channel_id);
    expect(await client.files.delete({ file: id })).toMatchObject({ ok: true });
    const { messages } = await client.conversations.history({ channel: channel_id, limit: 1 });
    expect(messages?.[0]?.files).toEqual([{ id, mode: 'tombstone' }]);
    expect(await error(client.files.delete({ file: id }))).toBe('file_deleted');
  },
);
rule('files.delete', "is for the app's own files", 'docs.slack.dev/reference/methods/files.delete', async () => {
  const { file } = await person(workspace, 'U0PRIYA').upload({ channel: channel_id, filename: 'a.txt' }, 'mine');
  expect(await error(client.files.delete({ file: (file as { id: string }).id }))).toBe('cant_delete_file');
  expect(await error(client.files.delete({ file: 'F0NOWHERE' }))).toBe('file_not_found');
});
rule(
  'files.delete',
  'does not delete canvases, and needs files:write',
  'docs.slack.dev/reference/methods/files.delete',
  async () => {
    const { canvas_id = '' } = await client.canvases.create({ title: 'x' });
    expect(await error(client.files.delete({ file: canvas_id }))).toBe('delete_not_allowed');
    expect(await unscoped('files:write', (one) => one.files.delete({ file: canvas_id }))).toBe('missing_scope');
  },
);
