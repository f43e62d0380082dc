import { afterEach, beforeEach, expect } from 'vitest';
import { modal, type Played, plain, play } from './app.ts';
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
  'delivery:response_action',
  'update puts another view in its place',
  'docs.slack.dev/surfaces/modals',
  async () => {
    const id = await open();
    played.answers({ response_action: 'update', view: modal({ callback_id: 'two' }) });
    await submit(id);
    expect(await played.stack()).toMatchObject([{ id, callback_id: 'two' }]);
  },
);
rule(
  'delivery:response_action',
  'push puts another view on top, three at most',
  'docs.slack.dev/surfaces/modals',
  async () => {
    const id = await open();
    played.answers({ response_action: 'push', view: modal({ callback_id: 'two' }) });
    await submit(id);
    const stack = await played.stack();
    expect(stack.map((one) => one.callback_id)).toEqual(['cb', 'two']);
    await submit(stack[1]?.id ?? '');
    const answer = await submit((await played.stack())[2]?.id ?? '');
    expect(answer).toMatchObject({ error: 'app_error', message: expect.stringContaining('push_limit_reached') });
  },
);
rule('delivery:response_action', 'clear closes every view', 'docs.slack.dev/surfaces/modals', async () => {
  await open();
  const top = await push();
  played.answers({ response_action: 'clear' });
  await submit(top);
  expect(await depth()).toBe(0);
});
rule(
  'delivery:response_action',
  'errors names input blocks of the view, and keeps it open',
  'docs.slack.dev/surfaces/modals',
  async () => {
    const id = await open();
    const errors = { name: 'Somebody else has this name' };
    played.answers({ response_action: 'errors', errors });
    expect(await submit(id)).toMatchObject({ ok: true, response: { response_action: 'errors', errors } });
    for (const wrong of [{ nowhere: 'x' }, {}]) {
      played.answers({ response_action: 'errors', errors: wrong });
      expect(await submit(id)).toMatchObject({ error: 'app_error' });
    }
    expect(await depth()).toBe(1);
  },
);
rule(
  'delivery:response_action',
  'is refused when it is unknown or its view is wrong, and the view stays',
  'docs.slack.dev/surfaces/modals',
  async () => {
    const id = await open();
    const wrong = [
      { response_action: 'sing' },
      { response_action: 'update', view: modal({ title: plain('a'.repeat(25)) }) },
    ];
    for (const body of wrong) {
      played.answers(body);
      expect(await submit(id)).toMatchObject({ ok: false, error: 'app_error' });
    }
    expect(await played.stack()).toMatchObject([{ id, callback_id: 'cb' }]);
  },
);
rule('delivery:view_closed', 'comes only with notify_on_close', 'docs.slack.dev/surfaces/modals', async () => {
  await played.priya.do('close', { view_id: await open() });
  expect(played.last('view_closed')).toBeUndefined();
  await played.priya.do('close', { view_id: await open({ notify_on_close: true }) });
  expect(played.last('view_closed')).toMatchObject({ is_cleared: false, view: { callback_id: 'cb' } });
});
rule(
  'delivery:view_closed',
  'says is_cleared when the whole stack was closed',
  'docs.slack.dev/surfaces/modals',
  async () => {
    await open({ notify_on_close: true, callback_id: 'below' });
    await played.priya.do('close', { view_id: await push(), is_cleared: true });
    expect(played.last('view_closed')).toMatchObject({ is_cleared: true, view: { callback_id: 'below' } });
  },
);
rule(
  'delivery:view_closed',
  'clear_on_close closes the whole stack with one view',
  'docs.slack.dev/surfaces/modals',
  async () => {
    await open();
    await played.priya.do('close', { view_id: await push({ clear_on_close: true, notify_on_close: true }) });
    expect(await depth()).toBe(0);
    expect(played.last('view_closed')).toMatchObject({ is_cleared: true });
  },
);
rule('delivery:view_closed', 'does not come for a submitted view', 'docs.slack.dev/surfaces/modals', async () => {
  await submit(await open({ notify_on_close: true }));
  expect(played.last('view_closed')).toBeUndefined();
});
