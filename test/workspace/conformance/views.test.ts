import { afterEach, beforeEach, expect } from 'vitest';
import { refusal } from '../fixture.ts';
import { modal, NAME, type Played, play } from './app.ts';
import { call } from './call.ts';
import { rule } from './rule.ts';

let played: Played;
beforeEach(async () => {
  played = await play();
});
afterEach(() => played.close());

const error = async (asked: Promise<unknown>) => (await refusal(asked)).error;
const open = async (view: Record<string, unknown> = { ...modal() }) =>
  call(played.client, 'views.open', { trigger_id: await played.trigger(), view });
const opened = async (more: Parameters<typeof modal>[0] = {}) => {
  const { view } = await played.client.views.open({ trigger_id: await played.trigger(), view: modal(more) });
  return { id: view?.id ?? '', hash: view?.hash ?? '' };
};
const push = async () => played.client.views.push({ trigger_id: await played.trigger(), view: modal() });
const update = (args: Record<string, unknown>) => call(played.client, 'views.update', { view: modal(), ...args });
const home = (more: Record<string, unknown> = {}) => ({
  type: 'home' as const,
  blocks: [{ type: 'divider' as const }],
  ...more,
});
const publish = (args: Record<string, unknown> = {}) =>
  call(played.client, 'views.publish', { user_id: 'U0PRIYA', view: home(), ...args });

rule('views.open', 'answers the view as Slack keeps it', 'docs.slack.dev/reference/methods/views.open', async () => {
  const { view } = await open();
  expect(view).toMatchObject({
    id: expect.stringMatching(/^V/),
    type: 'modal',
    team_id: 'T0NORTHWIND',
    app_id: 'A0LOCALAPP',
    callback_id: 'cb',
    private_metadata: '',
    external_id: '',
    title: { type: 'plain_text', text: 'Title', emoji: true },
    state: { values: { name: { v: { type: 'plain_text_input', value: null } } } },
    previous_view_id: null,
    clear_on_close: false,
    notify_on_close: false,
    hash: expect.any(String),
  });
  expect(view).toMatchObject({ root_view_id: (view as { id: string }).id });
});
rule(
  'views.open',
  'wants a modal with a title, and submit where there are inputs',
  'docs.slack.dev/reference/views/modal-views',
  async () => {
    const { title: _title, ...untitled } = modal();
    const { submit: _submit, ...unsent } = modal();
    for (const view of [home(), untitled, unsent]) expect(await error(open({ ...view }))).toBe('invalid_arguments');
    expect(await open({ ...unsent, blocks: [{ type: 'divider' }] })).toMatchObject({ ok: true });
  },
);
rule('views.push', 'puts a view on top, three at most', 'docs.slack.dev/reference/methods/views.push', async () => {
  const { id } = await opened();
  const { view } = await push();
  expect(view).toMatchObject({ previous_view_id: id, root_view_id: id });
  await push();
  expect(await played.stack()).toHaveLength(3);
  expect(await error(push())).toBe('push_limit_reached');
});
rule(
  'views.update',
  'finds the view by id or external_id',
  'docs.slack.dev/reference/methods/views.update',
  async () => {
    const { id, hash } = await opened({ external_id: 'mine' });
    const { view } = await update({ external_id: 'mine', view: modal({ callback_id: 'two' }) });
    expect(view).toMatchObject({ id, callback_id: 'two', external_id: 'mine' });
    expect((view as { hash: string }).hash).not.toBe(hash);
    expect(await error(update({ view_id: 'V0NOWHERE' }))).toBe('not_found');
    expect(await error(update({ external_id: 'other' }))).toBe('not_found');
  },
);
rule(
  'views.update',
  'with a hash only changes what was not changed since',
  'docs.slack.dev/reference/methods/views.update',
  async () => {
    const { id, hash } = await opened();
    expect(await update({ view_id: id, hash })).toMatchObject({ ok: true });
    expect(await error(update({ view_id: id, hash }))).toBe('hash_conflict');
    expect(await update({ view_id: id })).toMatchObject({ ok: true });
  },
);
rule('views.update', 'does not find a closed view', 'docs.slack.dev/reference/methods/views.update', async () => {
  const { id } = await opened();
  await played.priya.do('close', { view_id: id });
  expect(await error(update({ view_id: id }))).toBe('not_found');
});
rule(
  'views.update',
  'keeps what was typed where block_id, action_id and kind stay the same',
  'docs.slack.dev/reference/views/modal-views',
  async () => {
    const { id } = await opened({ blocks: [{ ...NAME, dispatch_action: true }] });
    const typed = {
      container: { type: 'view', view_id: id },
      block_id: 'name',
      action_id: 'v',
      value: { value: 'Ada' },
    };
    const valueNow = async () =>
      Object.values((await played.stack())[0]?.state ?? {}).flatMap((one) => Object.values(one))[0]?.value;
    await played.priya.do('act', typed);
    await update({ view_id: id, view: modal({ blocks: [{ type: 'divider' }, { ...NAME, dispatch_action: true }] }) });
    expect(await valueNow()).toBe('Ada');
    const other = { type: 'email_text_input' as const, action_id: 'v' };
    await update({ view_id: id, view: modal({ blocks: [{ ...NAME, dispatch_action: true, element: other }] }) });
    expect(await valueNow()).toBeNull();
    await update({ view_id: id, view: modal({ blocks: [{ ...NAME, block_id: 'renamed' }] }) });
    expect(await valueNow()).toBeNull();
  },
);
rule(
  'views.publish',
  'shows the Home tab and tells its hash',
  'docs.slack.dev/reference/methods/views.publish',
  async () => {
    const { view } = await publish();
    const { id, hash } = view as { id: string; hash: string };
    expect((await played.priya.see('home')).view).toMatchObject({ id, type: 'home' });
    expect((await publish({ hash })).view).toMatchObject({ id });
    expect(await error(publish({ hash }))).toBe('hash_conflict');
  },
);
rule(
  'views.publish',
  'takes a home view, for somebody who is there',
  'docs.slack.dev/reference/methods/views.publish',
  async () => {
    expect(await error(publish({ view: modal() }))).toBe('invalid_arguments');
    expect(await error(publish({ user_id: 'U0NOBODY' }))).toBe('user_not_found');
  },
);
rule('views.publish', 'needs an app with a Home tab', 'docs.slack.dev/reference/methods/views.publish', async () => {
  await played.close();
  played = await play({ home_tab_enabled: false });
  expect(await error(publish())).toBe('not_enabled');
});
rule(
  'views.publish',
  'with views.open, views.push and views.update needs no scope, but a token',
  'docs.slack.dev/reference/methods/views.publish',
  async () => {
    await played.close();
    played = await play({ scopes: [] });
    expect(await publish()).toMatchObject({ ok: true });
    const { id } = await opened();
    await push();
    expect(await update({ view_id: id })).toMatchObject({ ok: true });
    const bare = await fetch(`${played.workspace.url}/api/views.publish`, { method: 'POST' });
    expect(await bare.json()).toMatchObject({ ok: false, error: 'not_authed' });
  },
);
