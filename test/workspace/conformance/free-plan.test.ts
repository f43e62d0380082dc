import type { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, expect } from 'vitest';
import type { Workspace } from '../../../src/workspace/server.ts';
import { clientOf, person, refusal, seedWith, started } from '../fixture.ts';
import { call } from './call.ts';
import { rule } from './rule.ts';

let workspace: Workspace;
let client: WebClient;
const channel_id = 'C0HANDOFFS';
const doc = (markdown: string) => ({ type: 'markdown' as const, markdown });
const end = { operation: 'insert_at_end' as const, document_content: doc('more') };
const error = async (asked: Promise<unknown>) => (await refusal(asked)).error;
beforeEach(async () => {
  workspace = await started({ seed: seedWith({}, { plan: 'free' }) });
  client = clientOf(workspace);
});
afterEach(() => workspace.close());

rule(
  'plan:free',
  'has canvases in conversations only',
  'docs.slack.dev/reference/methods/canvases.create',
  async () => {
    expect(await error(client.canvases.create({ title: 'x' }))).toBe('free_teams_cannot_create_non_tabbed_canvases');
    expect(await call(client, 'canvases.create', { channel_id })).toMatchObject({ ok: true });
  },
);
rule(
  'plan:free',
  'has one canvas in each channel',
  'docs.slack.dev/reference/methods/conversations.canvases.create',
  async () => {
    await client.conversations.canvases.create({ channel_id });
    const second = client.conversations.canvases.create({ channel_id });
    expect(await error(second)).toBe('free_team_canvas_tab_already_exists');
    expect(await error(call(client, 'canvases.create', { channel_id }))).toBe('free_team_canvas_tab_already_exists');
  },
);
rule('plan:free', 'still edits the canvas of a channel', 'docs.slack.dev/reference/methods/canvases.edit', async () => {
  const { canvas_id = '' } = await client.conversations.canvases.create({ channel_id });
  expect(await client.canvases.edit({ canvas_id, changes: [end] })).toMatchObject({ ok: true });
});
rule(
  'plan:free',
  'reads standalone canvases of a better time and edits them no more, by app or by hand',
  'docs.slack.dev/reference/methods/canvases.edit',
  async () => {
    workspace.world.plan = 'paid';
    const { canvas_id = '' } = await client.canvases.create({ document_content: doc('old') });
    await client.canvases.access.set({ canvas_id, access_level: 'write', user_ids: ['U0PRIYA'] });
    workspace.world.plan = 'free';
    const refused = 'free_teams_cannot_edit_standalone_canvases';
    expect(await error(client.canvases.edit({ canvas_id, changes: [end] }))).toBe(refused);
    const priya = person(workspace, 'U0PRIYA');
    expect(await priya.see('canvas', { canvas: canvas_id })).toMatchObject({ markdown: 'old' });
    expect(await priya.do('edit_canvas', { canvas: canvas_id, markdown: 'new' })).toMatchObject({ error: refused });
  },
);
rule(
  'plan:free',
  'stores so many bytes of files and no more',
  'docs.slack.dev/reference/methods/files.getUploadURLExternal',
  async () => {
    expect(workspace.world.free_storage_bytes).toBe(5 * 1024 ** 3);
    workspace.world.free_storage_bytes = 10;
    await client.filesUploadV2({ channel_id, filename: 'a.txt', file: Buffer.from('12345678') });
    const ask = (length: number) => client.files.getUploadURLExternal({ filename: 'b.txt', length });
    expect(await ask(2)).toMatchObject({ ok: true });
    expect(await error(ask(3))).toBe('storage_limit_reached');
    workspace.world.plan = 'paid';
    expect(await ask(3)).toMatchObject({ ok: true });
  },
);
