import type { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, expect } from 'vitest';
import type { Workspace } from '../../../src/workspace/server.ts';
import { clientOf, person, refusal, started } from '../fixture.ts';
import { call } from './call.ts';
import { rule } from './rule.ts';

let workspace: Workspace;
let client: WebClient;
beforeEach(async () => {
  workspace = await started();
  client = clientOf(workspace);
});
afterEach(() => workspace.close());

const make = (markdown: string) => client.canvases.create({ document_content: { type: 'markdown', markdown } });
async function sections(markdown: string): Promise<string[]> {
  const { canvas_id = '' } = await make(markdown);
  await client.canvases.access.set({ canvas_id, access_level: 'read', user_ids: ['U0PRIYA'] });
  const seen = await person(workspace, 'U0PRIYA').see('canvas', { canvas: canvas_id });
  return (seen.sections as { markdown: string }[]).map((one) => one.markdown);
}
async function html(markdown: string): Promise<string> {
  const { canvas_id } = await make(markdown);
  const { content } = await call(client, 'canvases.getContent', { canvas_id, content_type: 'html' });
  return String(content).replace(/ id='[^']+'/g, '');
}
const table = (rows: number) =>
  ['| a | b |', '|---|---|', ...Array.from({ length: rows - 1 }, () => '| 1 | 2 |')].join('\n');

/** Refused when made and when edited. */
async function refused(markdown: string): Promise<void> {
  expect((await refusal(make(markdown))).error).toBe('canvas_creation_failed');
  const { canvas_id = '' } = await make('x');
  const change = { operation: 'insert_at_end' as const, document_content: { type: 'markdown' as const, markdown } };
  expect((await refusal(client.canvases.edit({ canvas_id, changes: [change] }))).error).toBe('canvas_editing_failed');
}

rule('canvas:headings', 'knows three depths', 'docs.slack.dev/surfaces/canvases', async () => {
  expect(await html('# a\n## b\n### c')).toBe('<h1>a</h1>\n<h2>b</h2>\n<h3>c</h3>');
});
rule(
  'canvas:headings',
  'refuses a fourth depth, also inside a quote or a list item',
  'docs.slack.dev/surfaces/canvases',
  async () => {
    await refused('#### Deep');
    await refused('> #### Deep');
    await refused('- #### Deep');
  },
);
rule('canvas:headings', 'leaves hashes inside a code block alone', 'docs.slack.dev/surfaces/canvases', async () => {
  expect(await sections('```\n#### not a heading\n```')).toEqual(['```\n#### not a heading\n```']);
});
rule('canvas:text', 'has bold, italic, strikethrough, code and links', 'docs.slack.dev/surfaces/canvases', async () => {
  expect(await html('**b** *i* ~~s~~ `c` [l](https://a.example)')).toBe(
    '<p class=\'line\'><b>b</b> <i>i</i> <del>s</del> <code>c</code> <a href="https://a.example">l</a></p>',
  );
});
rule(
  'canvas:mentions',
  'are empty links with the id of a person or channel',
  'docs.slack.dev/surfaces/canvases',
  async () => {
    expect(await html('![](@U0PRIYA) in ![](#C0SALES)')).toBe("<p class='line'><a>@U0PRIYA</a> in <a>#C0SALES</a></p>");
  },
);
rule('canvas:images', 'are shown by address', 'docs.slack.dev/surfaces/canvases', async () => {
  expect(await html('![logo](https://a.example/l.png)')).toBe(
    '<p class=\'line\'><img src="https://a.example/l.png" alt="logo"/></p>',
  );
});
rule('canvas:lists', 'nest within lists of their own kind', 'docs.slack.dev/surfaces/canvases', async () => {
  expect(await sections('- a\n  - b\n    - c\n- d')).toEqual(['- a\n  - b\n    - c\n- d']);
  expect(await html('1. a\n2. b')).toContain("data-section-style='6'");
});
rule('canvas:lists', 'refuse a list of another kind inside', 'docs.slack.dev/surfaces/canvases', async () => {
  await refused('- a\n  1. b');
  await refused('1. a\n   - b');
});
rule('canvas:lists', 'refuse quotes inside an item', 'docs.slack.dev/surfaces/canvases', async () => {
  await refused('- a\n  > quoted');
});
rule('canvas:checklists', 'are one section with their ticks', 'docs.slack.dev/surfaces/canvases', async () => {
  expect(await html('- [ ] a\n- [x] b')).toBe(
    "<div data-section-style='7'><ul><li data-indent='0'><span>a</span></li><li data-indent='0' class='checked'><span>b</span></li></ul></div>",
  );
});
rule(
  'canvas:blocks',
  'quotes, code blocks, dividers and paragraphs are sections of their own',
  'docs.slack.dev/surfaces/canvases',
  async () => {
    expect(await sections('> q\n> r\n\n```js\na\n\nb\n```\n\n---\n\nline\nline')).toEqual([
      '> q\n> r',
      '```js\na\n\nb\n```',
      '---',
      'line\nline',
    ]);
  },
);
rule(
  'canvas:tables',
  'hold 300 cells, the header among them, and not one more',
  'docs.slack.dev/surfaces/canvases',
  async () => {
    expect(await sections(table(150))).toHaveLength(1);
    await refused(table(151));
  },
);
rule('canvas:tables', 'each count for themselves', 'docs.slack.dev/surfaces/canvases', async () => {
  expect(await sections(`${table(150)}\n\nbetween\n\n${table(150)}`)).toHaveLength(3);
});
rule('canvas:size', 'takes a change of up to 1 MiB', 'docs.slack.dev/surfaces/canvases', async () => {
  const line = `${'a'.repeat(1023)}\n`;
  expect((await make(line.repeat(1024))).ok).toBe(true);
  await refused(`${line.repeat(1024)}a`);
});
