import { afterEach, beforeEach, expect } from 'vitest';
import { refusal } from '../fixture.ts';
import { modal, type Played, play } from './app.ts';
import { rule } from './rule.ts';

let played: Played;
beforeEach(async () => {
  played = await play();
});
afterEach(() => played.close());

const open = (trigger_id: string) => played.client.views.open({ trigger_id, view: modal() });
const error = async (asked: Promise<unknown>) => (await refusal(asked)).error;

rule('delivery:trigger', 'is used once', 'docs.slack.dev/interactivity/handling-user-interaction', async () => {
  const trigger_id = await played.trigger();
  expect((await open(trigger_id)).ok).toBe(true);
  expect(await error(open(trigger_id))).toBe('exchanged_trigger_id');
  expect(await error(played.client.views.push({ trigger_id, view: modal() }))).toBe('exchanged_trigger_id');
});
rule(
  'delivery:trigger',
  'lives three seconds of real time',
  'docs.slack.dev/interactivity/handling-user-interaction',
  async () => {
    const fresh = await played.trigger();
    played.workspace.world.clock.advance(60_000);
    played.real.ms += 3000;
    expect((await open(fresh)).ok).toBe(true);
    const late = await played.trigger();
    played.real.ms += 3001;
    expect(await error(open(late))).toBe('expired_trigger_id');
  },
);
rule('delivery:trigger', 'is not invented', 'docs.slack.dev/reference/methods/views.open', async () => {
  expect(await error(open('1.2.abc'))).toBe('invalid_trigger_id');
});
rule(
  'delivery:trigger',
  'comes with commands, shortcuts, clicks and submissions, each its own',
  'docs.slack.dev/interactivity/handling-user-interaction',
  async () => {
    const { priya, client } = played;
    const ids: unknown[] = [];
    const note = () => ids.push(played.app.got.at(-1)?.body.trigger_id);
    await priya.do('slash', { channel: 'C0HANDOFFS', command: '/desk', text: 'new' });
    note();
    await priya.do('shortcut', { callback_id: 'start_it' });
    note();
    const elements = [{ type: 'button' as const, action_id: 'a', text: { type: 'plain_text' as const, text: 'Go' } }];
    const { ts } = await client.chat.postMessage({
      channel: 'C0HANDOFFS',
      text: 'x',
      blocks: [{ type: 'actions', block_id: 'b', elements }],
    });
    const container = { type: 'message', channel: 'C0HANDOFFS', ts };
    await priya.do('act', { container, block_id: 'b', action_id: 'a' });
    note();
    await priya.do('shortcut', { callback_id: 'file_it', channel: 'C0HANDOFFS', ts });
    note();
    await open(await played.trigger());
    const [view] = await played.stack();
    await priya.do('submit', { view_id: view?.id, values: { name: { v: { value: 'Ada' } } } });
    note();
    expect(new Set(ids).size).toBe(5);
    for (const id of ids) expect(id).toMatch(/^\w+\.\w+\.\w+$/);
  },
);
rule(
  'delivery:trigger',
  'of a shortcut comes with what the shortcut was used on',
  'docs.slack.dev/interactivity/implementing-shortcuts',
  async () => {
    const { priya, last } = played;
    await priya.do('shortcut', { callback_id: 'start_it' });
    expect(last('shortcut')).toMatchObject({
      callback_id: 'start_it',
      user: { id: 'U0PRIYA' },
      trigger_id: expect.any(String),
    });
    expect(last('shortcut')).not.toHaveProperty('response_url');
    const { ts } = await priya.do('post', { channel: 'C0HANDOFFS', text: 'this' });
    await priya.do('shortcut', { callback_id: 'file_it', channel: 'C0HANDOFFS', ts });
    expect(last('message_action')).toMatchObject({
      callback_id: 'file_it',
      message_ts: ts,
      message: { text: 'this' },
      channel: { id: 'C0HANDOFFS' },
      response_url: expect.stringMatching(/^http/),
    });
  },
);
