import { afterEach, beforeEach, expect } from 'vitest';
import { modal, NAME, type Played, play } from './app.ts';
import { rule } from './rule.ts';

let played: Played;
beforeEach(async () => {
  played = await play();
});
afterEach(() => played.close());

const open = async (more: Parameters<typeof modal>[0] = {}) => {
  await played.client.views.open({ trigger_id: await played.trigger(), view: modal(more) });
  return (await played.stack())[0]?.id ?? '';
};
const push = async (more: Parameters<typeof modal>[0] = {}) => {
  await played.client.views.push({ trigger_id: await played.trigger(), view: modal(more) });
  return (await played.stack()).at(-1)?.id ?? '';
};
const submit = (view_id: string, value: unknown = 'Ada') =>
  played.priya.do('submit', { view_id, values: { name: { v: { value } } } });
const depth = async () => (await played.stack()).length;

rule(
  'delivery:view_submission',
  'carries the view with what was entered',
  'docs.slack.dev/surfaces/modals',
  async () => {
    await submit(await open({ private_metadata: 'm', external_id: 'e' }));
    expect(played.last('view_submission')).toMatchObject({
      type: 'view_submission',
      team: { id: 'T0NORTHWIND' },
      user: { id: 'U0PRIYA' },
      api_app_id: 'A0LOCALAPP',
      trigger_id: expect.any(String),
      response_urls: [],
      view: {
        private_metadata: 'm',
        external_id: 'e',
        state: { values: { name: { v: { type: 'plain_text_input', value: 'Ada' } } } },
      },
    });
  },
);
rule(
  'delivery:view_submission',
  'acknowledged with nothing closes the top view only',
  'docs.slack.dev/surfaces/modals',
  async () => {
    await open();
    await submit(await push());
    expect(await depth()).toBe(1);
  },
);
rule(
  'delivery:view_submission',
  'does not come for a view under another one',
  'docs.slack.dev/surfaces/modals',
  async () => {
    const below = await open();
    await push();
    expect(await submit(below)).toMatchObject({ ok: false, error: 'view_not_found' });
  },
);
rule(
  'delivery:view_submission',
  'does not come while something required is missing',
  'docs.slack.dev/surfaces/modals',
  async () => {
    const answer = await submit(await open(), '');
    expect(answer).toMatchObject({ response: { response_action: 'errors', errors: { name: expect.any(String) } } });
    expect(played.last('view_submission')).toBeUndefined();
  },
);
rule(
  'limit:initial',
  'values count as entered until somebody changes them',
  'docs.slack.dev/reference/block-kit/block-elements',
  async () => {
    const element = { type: 'plain_text_input' as const, action_id: 'v', initial_value: 'Grace' };
    const id = await open({ blocks: [{ ...NAME, element }] });
    await played.priya.do('submit', { view_id: id, values: {} });
    expect(played.last('view_submission')).toMatchObject({
      view: { state: { values: { name: { v: { value: 'Grace' } } } } },
    });
  },
);
rule(
  'limit:initial',
  'default_to_current_conversation starts a menu where the modal was opened',
  'docs.slack.dev/reference/block-kit/block-elements/multi-select-menu-element',
  async () => {
    const menu = (more: Record<string, unknown>) => ({
      type: 'conversations_select' as const,
      action_id: 'v',
      default_to_current_conversation: true,
      ...more,
    });
    const startsWith = async (more: Record<string, unknown>) => {
      await played.priya.do('slash', { channel: 'C0HANDOFFS', command: '/desk', text: '' });
      const trigger_id = String(played.app.got.at(-1)?.body.trigger_id);
      await played.client.views.open({ trigger_id, view: modal({ blocks: [{ ...NAME, element: menu(more) }] }) });
      return (await played.stack())[0]?.state.name?.v?.selected_conversation;
    };
    expect(await startsWith({})).toBe('C0HANDOFFS');
    expect(await startsWith({ initial_conversation: 'C0SALES' })).toBe('C0SALES');
    expect(await startsWith({ filter: { include: ['im'] } })).toBeNull();
  },
);
