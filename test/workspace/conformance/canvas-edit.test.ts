import type { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, expect } from 'vitest';
import type { Workspace } from '../../../src/workspace/server.ts';
import { clientOf, refusal, SCOPES, seedWith, started } from '../fixture.ts';
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
const standalone = async (markdown = 'text'): Promise<string> =>
  (await client.canvases.create({ title: 'Loose', document_content: doc(markdown) })).canvas_id ?? '';
const edit = (canvas_id: string, change: Record<string, unknown>) =>
  call(client, 'canvases.edit', { canvas_id, changes: [change] });
const sectionOf = async (canvas_id: string, contains_text: string): Promise<string> =>
  (await client.canvases.sections.lookup({ canvas_id, criteria: { contains_text } })).sections?.[0]?.id ?? '';
const contentOf = async (canvas_id: string): Promise<unknown> =>
  (await call(client, 'canvases.getContent', { canvas_id })).content;
/** The error of each call with a token that lacks the scope. */
async function unscoped(scope: string, ask: (client: WebClient) => Promise<unknown>): Promise<string> {
  await workspace.close();
  workspace = await started({ seed: seedWith({ scopes: SCOPES.filter((one) => one !== scope) }) });
  return (await refusal(ask(clientOf(workspace)))).error;
}

rule(
  'canvases.edit',
  'inserts at either end and around a section',
  'docs.slack.dev/reference/methods/canvases.edit',
  async () => {
    const canvas = await standalone('middle');
    await edit(canvas, { operation: 'insert_at_start', document_content: doc('first') });
    await edit(canvas, { operation: 'insert_at_end', document_content: doc('last') });
    await edit(canvas, {
      operation: 'insert_before',
      section_id: await sectionOf(canvas, 'middle'),
      document_content: doc('before'),
    });
    await edit(canvas, {
      operation: 'insert_after',
      section_id: await sectionOf(canvas, 'middle'),
      document_content: doc('after'),
    });
    expect(await contentOf(canvas)).toBe('first\n\nbefore\n\nmiddle\n\nafter\n\nlast');
  },
);
rule(
  'canvases.edit',
  'replaces a section, or the whole canvas without section_id',
  'docs.slack.dev/reference/methods/canvases.edit',
  async () => {
    const canvas = await standalone('one\n\ntwo');
    await edit(canvas, {
      operation: 'replace',
      section_id: await sectionOf(canvas, 'two'),
      document_content: doc('three'),
    });
    expect(await contentOf(canvas)).toBe('one\n\nthree');
    await edit(canvas, { operation: 'replace', document_content: doc('new') });
    expect(await contentOf(canvas)).toBe('new');
  },
);
rule(
  'canvases.edit',
  'deletes a section and renames the canvas',
  'docs.slack.dev/reference/methods/canvases.edit',
  async () => {
    const canvas = await standalone('one\n\ntwo');
    await edit(canvas, { operation: 'delete', section_id: await sectionOf(canvas, 'one') });
    await edit(canvas, { operation: 'rename', title_content: doc('Renamed') });
    expect(await contentOf(canvas)).toBe('two');
    expect((await client.files.info({ file: canvas })).file?.title).toBe('Renamed');
  },
);
rule('canvases.edit', 'takes one change a call', 'docs.slack.dev/reference/methods/canvases.edit', async () => {
  const change = { operation: 'insert_at_end', document_content: doc('x') };
  const two = call(client, 'canvases.edit', { canvas_id: await standalone(), changes: [change, change] });
  expect((await refusal(two)).error).toBe('invalid_arguments');
});
rule(
  'canvases.edit',
  'fails for a section that is no longer there',
  'docs.slack.dev/reference/methods/canvases.edit',
  async () => {
    const canvas = await standalone('one');
    const change = { operation: 'delete', section_id: await sectionOf(canvas, 'one') };
    await edit(canvas, change);
    expect((await refusal(edit(canvas, change))).error).toBe('canvas_editing_failed');
  },
);
rule(
  'canvases.edit',
  'does not find a deleted canvas and needs canvases:write',
  'docs.slack.dev/reference/methods/canvases.edit',
  async () => {
    const canvas = await standalone();
    await client.canvases.delete({ canvas_id: canvas });
    const change = { operation: 'insert_at_end' as const, document_content: doc('x') };
    expect((await refusal(edit(canvas, change))).error).toBe('canvas_not_found');
    const ask = (one: WebClient) => one.canvases.edit({ canvas_id: canvas, changes: [change] });
    expect(await unscoped('canvases:write', ask)).toBe('missing_scope');
  },
);
rule(
  'canvases.sections.lookup',
  'answers ids only, by kind of heading and by text',
  'docs.slack.dev/reference/methods/canvases.sections.lookup',
  async () => {
    const canvas_id = await standalone('# Big\n\n### Small\n\nSmall talk');
    const find = async (criteria: Parameters<WebClient['canvases']['sections']['lookup']>[0]['criteria']) =>
      (await client.canvases.sections.lookup({ canvas_id, criteria })).sections ?? [];
    expect(await find({ section_types: ['any_header'] })).toEqual([
      { id: expect.any(String) },
      { id: expect.any(String) },
    ]);
    expect(await find({ section_types: ['h3'], contains_text: 'small' })).toHaveLength(1);
    expect(await find({ contains_text: 'small' })).toHaveLength(2);
  },
);
rule(
  'canvases.sections.lookup',
  'gives other ids after each edit',
  'docs.slack.dev/reference/methods/canvases.sections.lookup',
  async () => {
    const canvas = await standalone('one');
    const before = await sectionOf(canvas, 'one');
    await edit(canvas, { operation: 'insert_at_end', document_content: doc('two') });
    expect(await sectionOf(canvas, 'one')).not.toBe(before);
  },
);
rule(
  'canvases.sections.lookup',
  'says when the canvas was deleted, or never was',
  'docs.slack.dev/reference/methods/canvases.sections.lookup',
  async () => {
    const canvas_id = await standalone();
    await client.canvases.delete({ canvas_id });
    const look = (id: string) => client.canvases.sections.lookup({ canvas_id: id, criteria: { contains_text: 'x' } });
    expect((await refusal(look(canvas_id))).error).toBe('canvas_deleted');
    expect((await refusal(look('F0NOWHERE'))).error).toBe('canvas_not_found');
  },
);
rule(
  'canvases.sections.lookup',
  'takes one to three kinds of section and needs canvases:read',
  'docs.slack.dev/reference/methods/canvases.sections.lookup',
  async () => {
    const canvas_id = await standalone();
    const look = (one: WebClient, section_types: string[]) =>
      call(one, 'canvases.sections.lookup', { canvas_id, criteria: { section_types } });
    for (const kinds of [[], ['h1', 'h2', 'h3', 'any_header'], ['h4']]) {
      expect((await refusal(look(client, kinds))).error).toBe('invalid_arguments');
    }
    expect(await unscoped('canvases:read', (one) => look(one, ['h1']))).toBe('missing_scope');
  },
);
rule(
  'canvases.getContent',
  'answers Markdown, or HTML with the ids of its sections',
  'docs.slack.dev/reference/methods/canvases.getContent',
  async () => {
    const canvas_id = await standalone('## A & B');
    expect(await contentOf(canvas_id)).toBe('## A & B');
    const { content } = await call(client, 'canvases.getContent', { canvas_id, content_type: 'html' });
    expect(content).toBe(`<h2 id='${await sectionOf(canvas_id, 'A')}'>A &amp; B</h2>`);
  },
);
rule(
  'canvases.getContent',
  'does not find what is deleted or strange and needs canvases:read',
  'docs.slack.dev/reference/methods/canvases.getContent',
  async () => {
    expect((await refusal(call(client, 'canvases.getContent', { canvas_id: 'F0NOWHERE' }))).error).toBe(
      'canvas_not_found',
    );
    const ask = (one: WebClient) => call(one, 'canvases.getContent', { canvas_id: 'F0NOWHERE' });
    expect(await unscoped('canvases:read', ask)).toBe('missing_scope');
  },
);
