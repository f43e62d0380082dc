import type { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, expect } from 'vitest';
import type { Workspace } from '../../../src/workspace/server.ts';
import { clientOf, person, refusal, SCOPES, seedWith, started } from '../fixture.ts';
import { call } from './call.ts';
import { rule } from './rule.ts';

let workspace: Workspace;
let client: WebClient;
beforeEach(async () => {
  workspace = await started();
  client = clientOf(workspace);
});
afterEach(() => workspace.close());

const doc = (markdown: string) => ({ type: 'markdown' as const, markdown });
const channel_id = 'C0HANDOFFS';
const inChannel = async (markdown = 'text'): Promise<string> =>
  (await client.conversations.canvases.create({ channel_id, document_content: doc(markdown) })).canvas_id ?? '';
const standalone = async (markdown = 'text'): Promise<string> =>
  (await client.canvases.create({ title: 'Loose', document_content: doc(markdown) })).canvas_id ?? '';
const contentOf = async (canvas_id: string): Promise<unknown> =>
  (await call(client, 'canvases.getContent', { canvas_id })).content;
const set = (body: Record<string, unknown>) => call(client, 'canvases.access.set', body);

/** The error of each call with a token that lacks the scope. */
async function unscoped(scope: string, ask: (client: WebClient) => Promise<unknown>): Promise<string> {
  await workspace.close();
  workspace = await started({ seed: seedWith({ scopes: SCOPES.filter((one) => one !== scope) }) });
  return (await refusal(ask(clientOf(workspace)))).error;
}

rule(
  'canvases.create',
  'answers the id of the canvas',
  'docs.slack.dev/reference/methods/canvases.create',
  async () => {
    const answer = await client.canvases.create({ title: 'Packet', document_content: doc('# One') });
    expect(answer).toMatchObject({ ok: true, canvas_id: expect.stringMatching(/^F/) });
    expect(await contentOf(answer.canvas_id ?? '')).toBe('# One');
  },
);
rule('canvases.create', 'needs canvases:write', 'docs.slack.dev/reference/methods/canvases.create', async () => {
  expect(await unscoped('canvases:write', (one) => one.canvases.create({ title: 'x' }))).toBe('missing_scope');
});
rule(
  'canvases.create',
  'with channel_id opens a tab that its people can write in',
  'docs.slack.dev/reference/methods/canvases.create',
  async () => {
    const answer = await call(client, 'canvases.create', { channel_id, document_content: doc('x') });
    const canvas = String(answer.canvas_id);
    expect(await person(workspace, 'U0YUKI').do('edit_canvas', { canvas, markdown: 'y' })).toMatchObject({ ok: true });
    const again = await call(client, 'canvases.create', { channel_id });
    expect(again.canvas_id).not.toBe(canvas);
  },
);
rule(
  'canvases.create',
  'takes Markdown only as its content',
  'docs.slack.dev/reference/methods/canvases.create',
  async () => {
    const made = call(client, 'canvases.create', { document_content: { type: 'blocks', blocks: [] } });
    expect((await refusal(made)).error).toBe('invalid_arguments');
  },
);
rule(
  'conversations.canvases.create',
  'makes the one canvas of the channel, which conversations.info names',
  'docs.slack.dev/reference/methods/conversations.canvases.create',
  async () => {
    const canvas = await inChannel();
    const { channel } = await client.conversations.info({ channel: channel_id });
    expect(channel?.properties).toMatchObject({ canvas: { file_id: canvas, is_empty: false } });
    expect((await refusal(inChannel())).error).toBe('channel_canvas_already_exists');
  },
);
rule(
  'conversations.canvases.create',
  'needs canvases:write',
  'docs.slack.dev/reference/methods/conversations.canvases.create',
  async () => {
    const ask = (one: WebClient) => one.conversations.canvases.create({ channel_id });
    expect(await unscoped('canvases:write', ask)).toBe('missing_scope');
  },
);
rule('conversations.canvases.create', 'works in a direct message', 'docs.slack.dev/surfaces/canvases', async () => {
  const { channel } = await client.conversations.open({ users: 'U0PRIYA' });
  const made = await client.conversations.canvases.create({
    channel_id: channel?.id ?? '',
    document_content: doc('x'),
  });
  const see = (as: string) => person(workspace, as).see('canvas', { canvas: made.canvas_id ?? '' });
  expect(await see('U0PRIYA')).toMatchObject({ ok: true, markdown: 'x' });
  expect(await see('U0YUKI')).toMatchObject({ ok: false, error: 'canvas_not_found' });
});
rule(
  'conversations.canvases.create',
  'does not know a channel that the app cannot see',
  'docs.slack.dev/reference/methods/conversations.canvases.create',
  async () => {
    expect((await refusal(client.conversations.canvases.create({ channel_id: 'C0NOWHERE' }))).error).toBe(
      'channel_not_found',
    );
  },
);
rule(
  'canvases.delete',
  'takes the canvas away from the channel, too',
  'docs.slack.dev/reference/methods/canvases.delete',
  async () => {
    const canvas = await inChannel();
    expect(await client.canvases.delete({ canvas_id: canvas })).toMatchObject({ ok: true });
    expect((await refusal(client.canvases.delete({ canvas_id: canvas }))).error).toBe('canvas_not_found');
    const { channel } = await client.conversations.info({ channel: channel_id });
    expect(channel?.properties).not.toHaveProperty('canvas');
  },
);
rule(
  'canvases.delete',
  'is for the owner, and needs canvases:write',
  'docs.slack.dev/reference/methods/canvases.delete',
  async () => {
    const canvas_id = await standalone();
    await set({ canvas_id, access_level: 'owner', user_ids: ['U0PRIYA'] });
    expect((await refusal(client.canvases.delete({ canvas_id }))).error).toBe('restricted_action');
    expect(await unscoped('canvases:write', (one) => one.canvases.delete({ canvas_id }))).toBe('missing_scope');
  },
);
