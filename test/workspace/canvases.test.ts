import type { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startWorkspace, type Workspace } from '../../src/workspace/server.ts';
import { clientOf, control, person, refusal, seedWith } from './fixture.ts';

let workspace: Workspace;
let client: WebClient;
async function start(plan: 'paid' | 'free' = 'paid') {
  workspace = await startWorkspace({ seed: seedWith({}, { plan }) });
  client = clientOf(workspace);
}
beforeEach(() => start());
afterEach(() => workspace.close());

const doc = (markdown: string) => ({ type: 'markdown' as const, markdown });
const text = [
  '# Packet',
  'Two lines\nof one paragraph',
  '- one\n- two',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  '> quoted',
  '```\ncode\n\nmore\n```',
  '---',
  '## Risks',
].join('\n\n');

async function channelCanvas(markdown = text): Promise<string> {
  const made = await client.conversations.canvases.create({
    channel_id: 'C0HANDOFFS',
    document_content: doc(markdown),
  });
  return made.canvas_id ?? '';
}
const sections = async (canvas: string) =>
  (await person(workspace, 'U0PRIYA').see('canvas', { canvas })).sections as { id: string; markdown: string }[];
const lookup = async (canvas_id: string, contains_text: string) =>
  ((await client.canvases.sections.lookup({ canvas_id, criteria: { contains_text } })).sections ?? []).map(({ id }) =>
    String(id),
  );

describe('a canvas', () => {
  test('has one section for each block', async () => {
    const canvas = await channelCanvas();
    expect((await sections(canvas)).map((one) => one.markdown)).toEqual(
      text.split('\n\n').slice(0, 5).concat('```\ncode\n\nmore\n```', '---', '## Risks'),
    );
  });

  test('gives every section a new id after each edit', async () => {
    const canvas_id = await channelCanvas();
    const [before] = await lookup(canvas_id, 'risks');
    expect(before).toMatch(/^temp:C:/);
    const change = {
      operation: 'insert_after' as const,
      section_id: before ?? '',
      document_content: doc('None known.'),
    };
    await client.canvases.edit({ canvas_id, changes: [change] });
    expect((await sections(canvas_id)).map((one) => one.markdown).slice(-2)).toEqual(['## Risks', 'None known.']);
    expect(await lookup(canvas_id, 'risks')).not.toEqual([before]);
    expect((await refusal(client.canvases.edit({ canvas_id, changes: [change] }))).error).toBe('canvas_editing_failed');
  });

  test('is found by headings and by text', async () => {
    const canvas_id = await channelCanvas();
    const find = async (criteria: Parameters<WebClient['canvases']['sections']['lookup']>[0]['criteria']) =>
      (await client.canvases.sections.lookup({ canvas_id, criteria })).sections?.length;
    expect(await find({ section_types: ['any_header'] })).toBe(2);
    expect(await find({ section_types: ['h2'] })).toBe(1);
    expect(await find({ section_types: ['h1'], contains_text: 'risks' })).toBe(0);
  });

  test('takes one change a call', async () => {
    const canvas_id = await channelCanvas();
    const change = { operation: 'insert_at_end' as const, document_content: doc('x') };
    expect((await refusal(client.apiCall('canvases.edit', { canvas_id, changes: [change, change] }))).error).toBe(
      'invalid_arguments',
    );
  });

  test('is replaced, deleted in part, and renamed', async () => {
    const canvas_id = await channelCanvas();
    const edit = (change: Record<string, unknown>) => client.apiCall('canvases.edit', { canvas_id, changes: [change] });
    const [risks] = await lookup(canvas_id, 'Risks');
    await edit({ operation: 'replace', section_id: risks, document_content: doc('## Open risks') });
    const [code] = await lookup(canvas_id, 'code');
    await edit({ operation: 'delete', section_id: code });
    await edit({ operation: 'rename', title_content: doc('Acme') });
    const answer: Record<string, unknown> = { ...(await client.apiCall('canvases.getContent', { canvas_id })) };
    expect(answer.content).toBe(text.replace('```\ncode\n\nmore\n```\n\n', '').replace('## Risks', '## Open risks'));
    await edit({ operation: 'replace', document_content: doc('fresh') });
    expect(await person(workspace, 'U0PRIYA').see('canvas', { canvas: canvas_id })).toMatchObject({
      title: 'Acme',
      markdown: 'fresh',
    });
  });

  test.each([
    ['a heading of depth four', '#### Deep'],
    ['a table of 301 cells', `|${' x |'.repeat(301)}`],
  ])('refuses %s', async (_name, markdown) => {
    const made = client.canvases.create({ document_content: doc(markdown) });
    expect((await refusal(made)).error).toBe('canvas_creation_failed');
    const canvas_id = await channelCanvas();
    const change = { operation: 'insert_at_end' as const, document_content: doc(markdown) };
    expect((await refusal(client.canvases.edit({ canvas_id, changes: [change] }))).error).toBe('canvas_editing_failed');
  });
});

test('a quirk leaves the old section beside its replacement, as Slack sometimes does', async () => {
  const canvas_id = await channelCanvas('old');
  await control(workspace, 'quirks', { name: 'canvas_replace_leaves_sibling', on: true });
  const replace = async (what: string) => {
    const [section_id = ''] = await lookup(canvas_id, what);
    const change = { operation: 'replace' as const, section_id, document_content: doc('new') };
    await client.canvases.edit({ canvas_id, changes: [change] });
    return (await sections(canvas_id)).map((one) => one.markdown);
  };
  expect(await replace('old')).toEqual(['old', 'new']);
  await control(workspace, 'quirks', { name: 'canvas_replace_leaves_sibling', on: false });
  expect(await replace('old')).toEqual(['new', 'new']);
});

test('a channel has one canvas, and conversations.info names it', async () => {
  const canvas = await channelCanvas();
  expect((await refusal(channelCanvas())).error).toBe('channel_canvas_already_exists');
  const { channel } = await client.conversations.info({ channel: 'C0HANDOFFS' });
  expect(channel?.properties).toMatchObject({ canvas: { file_id: canvas } });
  await client.canvases.delete({ canvas_id: canvas });
  expect((await refusal(client.canvases.delete({ canvas_id: canvas }))).error).toBe('canvas_not_found');
  expect(await channelCanvas()).not.toBe(canvas);
});

test('a canvas of the bot is seen by those it was shared with', async () => {
  const { canvas_id = '' } = await client.canvases.create({ title: 'Packet', document_content: doc('x') });
  const see = () => person(workspace, 'U0CARLOS').see('canvas', { canvas: canvas_id });
  expect(await see()).toMatchObject({ ok: false, error: 'canvas_not_found' });
  await client.canvases.access.set({ canvas_id, access_level: 'read', user_ids: ['U0CARLOS'] });
  expect(await see()).toMatchObject({ ok: true, title: 'Packet' });
  const edit = await person(workspace, 'U0CARLOS').do('edit_canvas', { canvas: canvas_id, markdown: 'mine' });
  expect(edit).toMatchObject({ ok: false, error: 'access_denied' });
  const both = { canvas_id, access_level: 'read' as const, user_ids: ['U0CARLOS'], channel_ids: ['C0SALES'] };
  expect((await refusal(client.apiCall('canvases.access.set', both))).error).toBe('invalid_parameters');
  const { file } = await client.files.info({ file: canvas_id });
  expect(file?.permalink).toBe(`${workspace.url}/docs/T0NORTHWIND/${canvas_id}`);
});

test('a free workspace has canvases in channels only', async () => {
  await workspace.close();
  await start('free');
  expect((await refusal(client.canvases.create({ title: 'x' }))).error).toBe(
    'free_teams_cannot_create_non_tabbed_canvases',
  );
  await channelCanvas();
  expect((await refusal(channelCanvas())).error).toBe('free_team_canvas_tab_already_exists');
});
