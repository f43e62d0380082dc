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
async function seen(channel: string, as = 'U0PRIYA') {
  const { messages } = await person(workspace, as).see('history', { channel });
  return messages as { text: string; ts: string; blocks?: unknown[]; files: { id: string }[] }[];
}
async function unscoped(scope: string, ask: (client: WebClient) => Promise<unknown>): Promise<string> {
  await workspace.close();
  workspace = await started({ seed: seedWith({ scopes: SCOPES.filter((one) => one !== scope) }) });
  return error(ask(clientOf(workspace)));
}

rule(
  'files.getUploadURLExternal',
  'answers an address and the id that the file will have',
  'docs.slack.dev/reference/methods/files.getUploadURLExternal',
  async () => {
    const answer = await client.files.getUploadURLExternal({ filename: 'a.txt', length: 4 });
    expect(answer).toMatchObject({
      ok: true,
      upload_url: expect.stringMatching(/^http/),
      file_id: expect.stringMatching(/^F/),
    });
  },
);
rule(
  'files.getUploadURLExternal',
  'refuses a length of 0, long alternative text and snippets above 1 MB',
  'docs.slack.dev/reference/methods/files.getUploadURLExternal',
  async () => {
    const ask = (more: Record<string, unknown>) =>
      call(client, 'files.getUploadURLExternal', { filename: 'a', length: 4, ...more });
    expect(await error(ask({ length: 0 }))).toBe('missing_argument');
    expect(await error(ask({ alt_txt: 'a'.repeat(1001) }))).toBe('alt_txt_too_large');
    expect(await ask({ alt_txt: 'a'.repeat(1000) })).toMatchObject({ ok: true });
    expect(await error(ask({ snippet_type: 'python', length: 1024 * 1024 + 1 }))).toBe('snippet_too_large');
    expect(await error(ask({ length: 'four' }))).toBe('invalid_arguments');
  },
);
rule(
  'files.getUploadURLExternal',
  'needs files:write',
  'docs.slack.dev/reference/methods/files.getUploadURLExternal',
  async () => {
    const ask = (one: WebClient) => one.files.getUploadURLExternal({ filename: 'a', length: 1 });
    expect(await unscoped('files:write', ask)).toBe('missing_scope');
  },
);
rule(
  'files.completeUploadExternal',
  'without a channel keeps the file to the app',
  'docs.slack.dev/reference/methods/files.completeUploadExternal',
  async () => {
    const id = await uploaded();
    expect(await complete(id)).toMatchObject({ ok: true, files: [{ id, title: 'A', size: 4 }] });
    expect(await person(workspace, 'U0PRIYA').see('file', { file: id })).toMatchObject({ error: 'file_not_found' });
  },
);
rule(
  'files.completeUploadExternal',
  'posts one message in each channel, with a comment or blocks',
  'docs.slack.dev/reference/methods/files.completeUploadExternal',
  async () => {
    await client.conversations.join({ channel: 'C0SALES' });
    await complete(await uploaded(), { channels: `${channel_id},C0SALES`, initial_comment: 'Look' });
    expect((await seen(channel_id)).at(-1)).toMatchObject({ text: 'Look', files: [{ name: 'a.txt' }] });
    expect((await seen('C0SALES')).at(-1)).toMatchObject({ text: 'Look', files: [{ name: 'a.txt' }] });
    const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: 'In blocks' } }];
    await complete(await uploaded(), { channel_id, blocks });
    expect((await seen(channel_id)).at(-1)?.blocks).toMatchObject(blocks);
  },
);
rule(
  'files.completeUploadExternal',
  'ignores blocks beside an initial comment',
  'docs.slack.dev/reference/methods/files.completeUploadExternal',
  async () => {
    await complete(await uploaded(), { channel_id, initial_comment: 'Words', blocks: [{ type: 'nonsense' }] });
    expect((await seen(channel_id)).at(-1)).toMatchObject({ text: 'Words' });
  },
);
rule(
  'files.completeUploadExternal',
  'refuses wrong blocks',
  'docs.slack.dev/reference/methods/files.completeUploadExternal',
  async () => {
    expect(await error(complete(await uploaded(), { channel_id, blocks: [{ type: 'nonsense' }] }))).toBe(
      'invalid_blocks',
    );
  },
);
rule(
  'files.completeUploadExternal',
  'answers in a thread of one channel',
  'docs.slack.dev/reference/methods/files.completeUploadExternal',
  async () => {
    const { ts = '' } = await client.chat.postMessage({ channel: channel_id, text: 'root' });
    await complete(await uploaded(), { channel_id, thread_ts: ts });
    const replies = await client.conversations.replies({ channel: channel_id, ts });
    expect(replies.messages?.[1]).toMatchObject({ thread_ts: ts, files: [{ name: 'a.txt' }] });
    await client.conversations.join({ channel: 'C0SALES' });
    const two = complete(await uploaded(), { channels: `${channel_id},C0SALES`, thread_ts: ts });
    expect(await error(two)).toBe('invalid_arguments');
  },
);
rule(
  'files.completeUploadExternal',
  'shares with a person in their direct message',
  'docs.slack.dev/reference/methods/files.completeUploadExternal',
  async () => {
    await complete(await uploaded(), { channels: 'U0PRIYA' });
    const { channel } = await client.conversations.open({ users: 'U0PRIYA' });
    expect((await seen(channel?.id ?? '')).at(-1)?.files).toHaveLength(1);
  },
);
rule(
  'files.completeUploadExternal',
  'takes at most 100 channels',
  'docs.slack.dev/reference/methods/files.completeUploadExternal',
  async () => {
    const channels = Array.from({ length: 101 }, (_, n) => `C0${n}`).join(',');
    expect(await error(complete(await uploaded(), { channels }))).toBe('channels_limit_exceeded');
  },
);
rule(
  'files.completeUploadExternal',
  'does not know files that never came or are complete already',
  'docs.slack.dev/reference/methods/files.completeUploadExternal',
  async () => {
    expect(await error(complete((await ticket()).file_id))).toBe('file_not_found');
    const id = await uploaded();
    await complete(id);
    expect(await error(complete(id))).toBe('file_not_found');
  },
);
rule(
  'files.completeUploadExternal',
  'needs a channel that the app is in, and files:write',
  'docs.slack.dev/reference/methods/files.completeUploadExternal',
  async () => {
    const id = await uploaded();
    expect(await error(complete(id, { channel_id: 'C0SALES' }))).toBe('not_in_channel');
    expect(await error(complete(id, { channel_id: 'C0NOWHERE' }))).toBe('channel_not_found');
    expect(await complete(id)).toMatchObject({ ok: true });
    const ask = (one: WebClient) => one.files.completeUploadExternal({ files: [{ id: 'F1' }] });
    expect(await unscoped('files:write', ask)).toBe('missing_scope');
  },
);
rule(
  'files.completeUploadExternal',
  'is what filesUploadV2 of the WebClient ends with, for several files at once',
  'docs.slack.dev/messaging/working-with-files',
  async () => {
    const two = ['a', 'b'].map((name) => ({ filename: `${name}.txt`, file: Buffer.from(name) }));
    await client.filesUploadV2({ channel_id, initial_comment: 'Both', file_uploads: two });
    expect((await seen(channel_id)).at(-1)).toMatchObject({
      text: 'Both',
      files: [{ name: 'a.txt' }, { name: 'b.txt' }],
    });
  },
);
rule(
  'files.getUploadURLExternal',
  'keeps the alternative text of a picture with the file',
  'docs.slack.dev/reference/methods/files.getUploadURLExternal',
  async () => {
    const asked = await call(client, 'files.getUploadURLExternal', { filename: 'a.png', length: 4, alt_txt: 'A door' });
    await put(String(asked.upload_url));
    expect(await complete(String(asked.file_id))).toMatchObject({ files: [{ alt_txt: 'A door' }] });
  },
);
