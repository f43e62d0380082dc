import { afterEach, expect } from 'vitest';
import { call } from './call.ts';
import { closeRooms, errorOf } from './room.ts';
import { rule } from './rule.ts';
import { streaming } from './stream.ts';

afterEach(closeRooms);

rule(
  'chat.appendStream',
  'task_update shows a task card and changes it by its id',
  'docs.slack.dev/reference/methods/chat.appendStream',
  async () => {
    const { client, at, shown } = await streaming();
    const task = { type: 'task_update' as const, id: 't1', title: 'Reading', status: 'in_progress' as const };
    const sources = [{ type: 'url' as const, url: 'https://x.test', text: 'X' }];
    await client.chat.appendStream({
      ...at,
      chunks: [
        { ...task, details: 'page 1' },
        { type: 'markdown_text', text: 'So:' },
      ],
    });
    await client.chat.appendStream({
      ...at,
      chunks: [{ ...task, title: 'Read', status: 'complete', details: ', 2', output: 'done', sources }],
    });
    const rich = (text: string) => ({
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
    });
    const card = {
      type: 'task_card',
      task_id: 't1',
      title: 'Read',
      status: 'complete',
      details: rich('page 1, 2'),
      output: rich('done'),
      sources,
    };
    expect((await shown())?.blocks).toMatchObject([card, { type: 'markdown', text: 'So:' }]);
  },
);
rule(
  'chat.startStream',
  'task_display_mode plan gathers the tasks in one plan, under the title of plan_update',
  'docs.slack.dev/reference/methods/chat.startStream',
  async () => {
    const { client, at, shown } = await streaming({ task_display_mode: 'plan', markdown_text: 'Hm.' });
    const task = (id: string) => ({ type: 'task_update' as const, id, title: id, status: 'pending' as const });
    await client.chat.appendStream({ ...at, chunks: [{ type: 'plan_update', title: 'My plan' }, task('one')] });
    await client.chat.appendStream({ ...at, chunks: [{ type: 'markdown_text', text: 'And' }, task('two')] });
    const tasks = [{ task_id: 'one' }, { task_id: 'two' }];
    expect((await shown())?.blocks).toMatchObject([
      { type: 'markdown' },
      { type: 'plan', title: 'My plan', tasks },
      { type: 'markdown' },
    ]);
  },
);
rule(
  'chat.appendStream',
  'refuses nothing, unknown chunks, too long a text and wrong blocks',
  'docs.slack.dev/reference/methods/chat.appendStream',
  async () => {
    const { client, at } = await streaming();
    const refused = (args: Record<string, unknown>) => errorOf(call(client, 'chat.appendStream', { ...at, ...args }));
    expect(await refused({})).toBe('no_text');
    expect(await refused({ chunks: [{ type: 'song', text: 'la' }] })).toBe('invalid_chunks');
    expect(await refused({ chunks: [{ type: 'task_update', id: 't', title: 'x', status: 'asleep' }] })).toBe(
      'invalid_chunks',
    );
    expect(await refused({ chunks: 'words' })).toBe('invalid_chunks');
    expect(await refused({ markdown_text: 'a'.repeat(12_001) })).toBe('msg_too_long');
    expect(await refused({ chunks: [{ type: 'blocks', blocks: [{ type: 'nothing' }] }] })).toBe('invalid_blocks');
  },
);
rule(
  'limit:streamed blocks',
  'fifty by chunks in all, and fifty more when it stops',
  'docs.slack.dev/reference/methods/chat.stopStream',
  async () => {
    const { client, at } = await streaming();
    const dividers = (n: number) => Array.from({ length: n }, () => ({ type: 'divider' as const }));
    const by = (n: number) => client.chat.appendStream({ ...at, chunks: [{ type: 'blocks', blocks: dividers(n) }] });
    await by(30);
    expect(await errorOf(by(21))).toBe('msg_blocks_too_many');
    await by(20);
    expect(await errorOf(client.chat.stopStream({ ...at, blocks: dividers(51) }))).toBe('msg_blocks_too_many');
    const { message } = await client.chat.stopStream({ ...at, blocks: dividers(50) });
    expect(message?.blocks).toHaveLength(100);
  },
);
