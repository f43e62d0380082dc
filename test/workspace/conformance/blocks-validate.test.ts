import { WebClient } from '@slack/web-api';
import { expect } from 'vitest';
import { refusal } from '../fixture.ts';
import { blockKit, errorsOf, input, letters, mrkdwn, plain } from './block-kit.ts';
import { rule } from './rule.ts';

const kit = blockKit();
const doc = { type: 'section', text: { type: 'marked', text: 'a' } };

rule(
  'blocks.validate',
  'takes right blocks, a message or a view without a word',
  'docs.slack.dev/reference/methods/blocks.validate',
  async () => {
    const client = kit.client();
    expect(await client.blocks.validate({ blocks: [{ type: 'divider' }] })).toMatchObject({ ok: true });
    expect(await client.blocks.validate({ message: { blocks: [{ type: 'divider' }] } })).toMatchObject({ ok: true });
    expect(await client.blocks.validate({ view: { type: 'home', blocks: [{ type: 'divider' }] } })).toMatchObject({
      ok: true,
    });
  },
);

rule('blocks.validate', 'needs no token', 'docs.slack.dev/reference/methods/blocks.validate', async () => {
  const nobody = new WebClient(undefined, { slackApiUrl: `${kit.workspace().url}/api/` });
  expect(await nobody.blocks.validate({ blocks: [{ type: 'divider' }] })).toMatchObject({ ok: true });
});

rule(
  'blocks.validate',
  'answers each error with pointer, code, message and constraint',
  'docs.slack.dev/reference/methods/blocks.validate',
  async () => {
    const client = kit.client();
    expect((await refusal(client.apiCall('blocks.validate', { blocks: [doc] }))).error).toBe('invalid_blocks');
    expect(await errorsOf(client, { blocks: [doc] })).toEqual([
      {
        pointer: '/0/text/type',
        code: 'failed_constraint',
        message: 'must be one of: plain_text, mrkdwn',
        constraint: { type: 'enum', expected: ['plain_text', 'mrkdwn'], got: 'marked' },
      },
    ]);
  },
);

rule(
  'blocks.validate',
  'names every error, not the first alone',
  'docs.slack.dev/reference/methods/blocks.validate',
  async () => {
    const wrong = await errorsOf(kit.client(), {
      blocks: [{ type: 'header', text: mrkdwn('a') }, { type: 'divider' }, { type: 'section' }],
    });
    expect(wrong.map((one) => one.pointer)).toEqual(['/0/text/type', '/2']);
  },
);

rule(
  'blocks.validate',
  'points into messages, their attachments and views',
  'docs.slack.dev/reference/methods/blocks.validate',
  async () => {
    const client = kit.client();
    const pointers = async (asked: Record<string, unknown>) =>
      (await errorsOf(client, asked)).map((one) => one.pointer);
    expect(await pointers({ message: { blocks: [doc] } })).toEqual(['/blocks/0/text/type']);
    expect(await pointers({ message: { attachments: [{ blocks: [doc] }] } })).toEqual([
      '/attachments/0/blocks/0/text/type',
    ]);
    const view = { type: 'modal', title: plain('T'), blocks: [doc] };
    expect(await pointers({ view })).toEqual(['/blocks/0/text/type']);
    expect(await pointers({ view: { ...view, blocks: [], title: plain(letters(25)) } })).toEqual(['/title/text']);
    expect((await refusal(client.apiCall('blocks.validate', { view }))).error).toBe('invalid_view');
    expect((await refusal(client.apiCall('blocks.validate', { message: { blocks: [doc] } }))).error).toBe(
      'invalid_message',
    );
  },
);

rule(
  'blocks.validate',
  'judges one of blocks, message and view at a time',
  'docs.slack.dev/reference/methods/blocks.validate',
  async () => {
    const client = kit.client();
    expect((await refusal(client.blocks.validate())).error).toBe('invalid_arguments');
    const two = client.blocks.validate({ blocks: [{ type: 'divider' }], message: { blocks: [] } });
    expect((await refusal(two)).error).toBe('invalid_arguments');
  },
);

rule(
  'blocks.validate',
  'takes bare blocks of any surface',
  'docs.slack.dev/reference/methods/blocks.validate',
  async () => {
    const blocks = [
      { type: 'alert', text: plain('a') },
      { type: 'markdown', text: 'a' },
      input({ type: 'file_input' }),
    ];
    expect(await errorsOf(kit.client(), { blocks })).toEqual([]);
  },
);

rule(
  'chat.postMessage',
  'refuses what blocks.validate refuses, as invalid_blocks with pointers',
  'docs.slack.dev/reference/methods/chat.postMessage',
  async () => {
    const refused = await refusal(
      kit.client().apiCall('chat.postMessage', { channel: 'C0HANDOFFS', blocks: [doc], text: 'a' }),
    );
    expect(refused).toEqual({
      error: 'invalid_blocks',
      messages: ['[ERROR] must be one of: plain_text, mrkdwn [json-pointer:/blocks/0/text/type]'],
    });
  },
);
