import { afterEach, beforeEach, expect } from 'vitest';
import { modal, NAME, type Played, plain, play } from './app.ts';
import { rule } from './rule.ts';

let played: Played;
const channel = 'C0HANDOFFS';
beforeEach(async () => {
  played = await play();
});
afterEach(() => played.close());

const button = (value: string) => ({
  type: 'actions' as const,
  elements: [{ type: 'button' as const, action_id: 'go', value, text: plain('Go') }],
});
const post = async (value: string) =>
  (await played.client.chat.postMessage({ channel, text: 'x', blocks: [button(value)] })).ts ?? '';
const blocksAt = async (ts: string) => {
  const { messages } = await played.priya.see('history', { channel });
  return (messages as { ts: string; blocks: { block_id: string }[] }[]).find((one) => one.ts === ts)?.blocks ?? [];
};
const click = (ts: string, block_id: unknown) =>
  played.priya.do('act', { container: { type: 'message', channel, ts }, block_id, action_id: 'go' });
const open = async (more: Parameters<typeof modal>[0]) => {
  await played.client.views.open({ trigger_id: await played.trigger(), view: modal(more) });
  return (await played.stack())[0]?.id ?? '';
};

rule(
  'delivery:block_actions',
  'of a message carries the message, its container and a response_url',
  'docs.slack.dev/reference/interaction-payloads/block_actions-payload',
  async () => {
    const ts = await post('7');
    const [block] = await blocksAt(ts);
    await click(ts, block?.block_id);
    expect(played.last('block_actions')).toMatchObject({
      container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: false },
      channel: { id: channel, name: 'handoffs' },
      message: { ts, text: 'x' },
      response_url: expect.stringMatching(/^http/),
      actions: [
        { type: 'button', action_id: 'go', block_id: block?.block_id, value: '7', action_ts: expect.any(String) },
      ],
    });
  },
);
rule(
  'delivery:block_actions',
  'gives blocks without a block_id a new one with every chat.update',
  'docs.slack.dev/reference/block-kit/blocks',
  async () => {
    const ts = await post('7');
    const [before] = await blocksAt(ts);
    await played.client.chat.update({ channel, ts, text: 'x', blocks: [button('8')] });
    expect((await blocksAt(ts))[0]?.block_id).not.toBe(before?.block_id);
  },
);
rule(
  'delivery:block_actions',
  'arrives from the version that somebody was looking at',
  'docs.slack.dev/reference/interaction-payloads/block_actions-payload',
  async () => {
    const ts = await post('7');
    const [before] = await blocksAt(ts);
    await played.client.chat.update({ channel, ts, text: 'x', blocks: [button('8')] });
    expect(await click(ts, before?.block_id)).toMatchObject({ ok: true });
    expect(played.last('block_actions')).toMatchObject({ actions: [{ block_id: before?.block_id, value: '7' }] });
    expect(await click(ts, 'never')).toMatchObject({ ok: false, error: 'action_not_found' });
  },
);
rule(
  'delivery:block_actions',
  'arrives from a view as it was before its update',
  'docs.slack.dev/reference/interaction-payloads/block_actions-payload',
  async () => {
    const view_id = await open({ blocks: [button('7')] });
    const [before] = await played.stack();
    await played.client.views.update({ view_id, view: modal({ blocks: [button('8')] }) });
    const block_id = before?.blocks[0]?.block_id;
    await played.priya.do('act', { container: { type: 'view', view_id }, block_id, action_id: 'go' });
    expect(played.last('block_actions')).toMatchObject({ actions: [{ value: '7' }], view: { id: view_id } });
  },
);
rule(
  'delivery:block_actions',
  'of a view carries the view with what its inputs hold',
  'docs.slack.dev/reference/interaction-payloads/block_actions-payload',
  async () => {
    const view_id = await open({ blocks: [NAME, button('7')] });
    const [view] = await played.stack();
    const values = { name: { v: { value: 'Ada' } } };
    const block_id = view?.blocks[1]?.block_id;
    await played.priya.do('act', { container: { type: 'view', view_id }, block_id, action_id: 'go', values });
    expect(played.last('block_actions')).toMatchObject({
      container: { type: 'view', view_id },
      view: { state: { values: { name: { v: { value: 'Ada' } } } } },
    });
    expect(played.last('block_actions')).not.toHaveProperty('response_url');
  },
);
rule(
  'delivery:dispatch_action',
  'an input block tells nothing without it',
  'docs.slack.dev/reference/block-kit/blocks/input-block',
  async () => {
    const act = (view_id: string) =>
      played.priya.do('act', {
        container: { type: 'view', view_id },
        block_id: 'name',
        action_id: 'v',
        value: { value: 'A' },
      });
    await act(await open({ blocks: [NAME] }));
    expect(played.last('block_actions')).toBeUndefined();
    await act(await open({ blocks: [{ ...NAME, dispatch_action: true }] }));
    expect(played.last('block_actions')).toMatchObject({ actions: [{ value: 'A' }] });
  },
);
rule(
  'delivery:dispatch_action',
  'is on Enter, or on each character where dispatch_action_config says so',
  'docs.slack.dev/reference/block-kit/composition-objects/dispatch-action-configuration-object',
  async () => {
    const act = (view_id: string, by: string) =>
      played.priya.do('act', {
        container: { type: 'view', view_id },
        block_id: 'name',
        action_id: 'v',
        value: { value: by },
        by,
      });
    const plainly = await open({ blocks: [{ ...NAME, dispatch_action: true }] });
    await act(plainly, 'on_character_entered');
    expect(played.last('block_actions')).toBeUndefined();
    await act(plainly, 'on_enter_pressed');
    expect(played.last('block_actions')).toMatchObject({ actions: [{ value: 'on_enter_pressed' }] });
    const config = { trigger_actions_on: ['on_character_entered' as const] };
    const element = { type: 'plain_text_input' as const, action_id: 'v', dispatch_action_config: config };
    const eager = await open({ blocks: [{ ...NAME, dispatch_action: true, element }] });
    await act(eager, 'on_character_entered');
    expect(played.last('block_actions')).toMatchObject({ actions: [{ value: 'on_character_entered' }] });
  },
);
