import type { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, expect } from 'vitest';
import type { Workspace } from '../../../src/workspace/server.ts';
import { clientOf, person, refusal, SCOPES, seedWith, started } from '../fixture.ts';
import { call } from './call.ts';
import { rule } from './rule.ts';

let workspace: Workspace;
let client: WebClient;
let canvas_id: string;
beforeEach(async () => {
  workspace = await started();
  client = clientOf(workspace);
  const document_content = { type: 'markdown' as const, markdown: '- [ ] call\n- [x] write' };
  canvas_id = (await client.canvases.create({ title: 'Packet', document_content })).canvas_id ?? '';
});
afterEach(() => workspace.close());

const set = (body: Record<string, unknown>) => call(client, 'canvases.access.set', { canvas_id, ...body });
const drop = (body: Record<string, unknown>) => call(client, 'canvases.access.delete', { canvas_id, ...body });
const see = (as: string) => person(workspace, as).see('canvas', { canvas: canvas_id });
const write = (as: string) => person(workspace, as).do('edit_canvas', { canvas: canvas_id, markdown: 'mine' });
const error = async (asked: Promise<unknown>) => (await refusal(asked)).error;

rule(
  'canvases.access.set',
  'read lets somebody read, write lets them write',
  'docs.slack.dev/reference/methods/canvases.access.set',
  async () => {
    expect(await see('U0YUKI')).toMatchObject({ error: 'canvas_not_found' });
    await set({ access_level: 'read', user_ids: ['U0YUKI'] });
    expect(await see('U0YUKI')).toMatchObject({ ok: true });
    expect(await write('U0YUKI')).toMatchObject({ error: 'access_denied' });
    await set({ access_level: 'write', user_ids: ['U0YUKI'] });
    expect(await write('U0YUKI')).toMatchObject({ ok: true });
  },
);
rule(
  'canvases.access.set',
  'gives a channel and all its people the same',
  'docs.slack.dev/reference/methods/canvases.access.set',
  async () => {
    await set({ access_level: 'read', channel_ids: ['C0HANDOFFS'] });
    expect(await see('U0JONAH')).toMatchObject({ ok: true });
    expect(await write('U0JONAH')).toMatchObject({ error: 'access_denied' });
  },
);
rule(
  'canvases.access.set',
  'takes users or channels, never both or neither',
  'docs.slack.dev/reference/methods/canvases.access.set',
  async () => {
    const both = { user_ids: ['U0YUKI'], channel_ids: ['C0HANDOFFS'] };
    expect(await error(set({ access_level: 'read', ...both }))).toBe('invalid_parameters');
    expect(await error(set({ access_level: 'read' }))).toBe('invalid_parameters');
  },
);
rule(
  'canvases.access.set',
  'knows read, write and owner',
  'docs.slack.dev/reference/methods/canvases.access.set',
  async () => {
    expect(await error(set({ access_level: 'comment', user_ids: ['U0YUKI'] }))).toBe('invalid_arguments');
  },
);
rule(
  'canvases.access.set',
  'makes only a user the owner',
  'docs.slack.dev/reference/methods/canvases.access.set',
  async () => {
    expect(await error(set({ access_level: 'owner', channel_ids: ['C0HANDOFFS'] }))).toBe('invalid_arguments');
  },
);
rule(
  'canvases.access.set',
  'lets only the owner give the canvas away',
  'docs.slack.dev/reference/methods/canvases.access.set',
  async () => {
    await set({ access_level: 'owner', user_ids: ['U0YUKI'] });
    expect((await client.files.info({ file: canvas_id })).file?.user).toBe('U0YUKI');
    expect(await error(set({ access_level: 'owner', user_ids: ['U0PRIYA'] }))).toBe('restricted_action');
  },
);
rule(
  'canvases.access.set',
  'does not change one person of a channel that has the canvas',
  'docs.slack.dev/reference/methods/canvases.access.set',
  async () => {
    await set({ access_level: 'read', channel_ids: ['C0HANDOFFS'] });
    expect(await error(set({ access_level: 'write', user_ids: ['U0JONAH'] }))).toBe('failed_to_update_user_ids');
  },
);
rule(
  'canvases.access.set',
  'takes no direct messages',
  'docs.slack.dev/reference/methods/canvases.access.set',
  async () => {
    const { channel } = await client.conversations.open({ users: 'U0PRIYA' });
    expect(await error(set({ access_level: 'read', channel_ids: [channel?.id] }))).toBe('invalid_parameters');
  },
);
rule(
  'canvases.access.set',
  'names what it does not find',
  'docs.slack.dev/reference/methods/canvases.access.set',
  async () => {
    expect(await error(set({ access_level: 'read', channel_ids: ['C0NOWHERE'] }))).toBe('channel_not_found');
    expect(await error(set({ access_level: 'read', user_ids: ['U0NOBODY'] }))).toBe('user_not_found');
    const nowhere = { canvas_id: 'F0NOWHERE', access_level: 'read', user_ids: ['U0YUKI'] };
    expect(await error(call(client, 'canvases.access.set', nowhere))).toBe('canvas_not_found');
  },
);
rule(
  'canvases.access.set',
  'needs canvases:write',
  'docs.slack.dev/reference/methods/canvases.access.set',
  async () => {
    await workspace.close();
    workspace = await started({ seed: seedWith({ scopes: SCOPES.filter((one) => one !== 'canvases:write') }) });
    client = clientOf(workspace);
    expect(await error(set({ access_level: 'read', user_ids: ['U0YUKI'] }))).toBe('missing_scope');
    expect(await error(drop({ user_ids: ['U0YUKI'] }))).toBe('missing_scope');
  },
);
rule(
  'canvases.access.delete',
  'takes access away again',
  'docs.slack.dev/reference/methods/canvases.access.delete',
  async () => {
    await set({ access_level: 'read', user_ids: ['U0YUKI'] });
    expect(await drop({ user_ids: ['U0YUKI'] })).toMatchObject({ ok: true });
    expect(await see('U0YUKI')).toMatchObject({ error: 'canvas_not_found' });
  },
);
rule(
  'canvases.access.delete',
  'takes users or channels, and no direct messages',
  'docs.slack.dev/reference/methods/canvases.access.delete',
  async () => {
    const { channel } = await client.conversations.open({ users: 'U0PRIYA' });
    expect(await error(drop({}))).toBe('invalid_parameters');
    expect(await error(drop({ channel_ids: [channel?.id] }))).toBe('invalid_parameters');
    expect(await error(drop({ channel_ids: ['C0NOWHERE'] }))).toBe('channel_not_found');
  },
);
rule(
  'canvases.access.delete',
  'leaves a person of a channel that has the canvas what they have',
  'docs.slack.dev/reference/methods/canvases.access.delete',
  async () => {
    await set({ access_level: 'write', channel_ids: ['C0HANDOFFS'] });
    expect(await drop({ user_ids: ['U0JONAH'] })).toMatchObject({ failed_to_update_user_ids: ['U0JONAH'] });
    expect(await write('U0JONAH')).toMatchObject({ ok: true });
  },
);
rule(
  'people:canvas',
  'ticks a box of a check list with write access only',
  'docs.slack.dev/surfaces/canvases',
  async () => {
    const tick = async (index: number) => {
      const [section] = (await see('U0YUKI')).sections as { id: string }[];
      const body = { canvas: canvas_id, section_id: section?.id, index };
      return person(workspace, 'U0YUKI').do('toggle_check', body);
    };
    await set({ access_level: 'read', user_ids: ['U0YUKI'] });
    expect(await tick(0)).toMatchObject({ error: 'access_denied' });
    await set({ access_level: 'write', user_ids: ['U0YUKI'] });
    await tick(0);
    await tick(1);
    const { content } = await call(client, 'canvases.getContent', { canvas_id });
    expect(content).toBe('- [x] call\n- [ ] write');
    expect(await tick(2)).toMatchObject({ error: 'canvas_editing_failed' });
  },
);
