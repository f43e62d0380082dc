import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startWorkspace, type Workspace } from '../../src/workspace/server.ts';
import { clientOf, person, refusal, seedWith } from './fixture.ts';
import { type RequestUrl, requestUrl } from './request-url.ts';

let workspace: Workspace;
let client: WebClient;
let app: RequestUrl;
let real = Date.parse('2026-11-21T09:00:00Z');
const plain = (text: string) => ({ type: 'plain_text' as const, text });
const view = (more: Partial<ModalView> = {}): ModalView => ({
  type: 'modal',
  callback_id: 'cb',
  title: plain('Title'),
  submit: plain('Send'),
  blocks: [
    { type: 'input', block_id: 'name', label: plain('Name'), element: { type: 'plain_text_input', action_id: 'v' } },
  ],
  ...more,
});

beforeEach(async () => {
  real = Date.now();
  app = await requestUrl();
  workspace = await startWorkspace({ seed: seedWith({ delivery: { http: app.address } }), wall: () => real });
  client = clientOf(workspace);
});
afterEach(async () => {
  await workspace.close();
  app.close();
});

const priya = () => person(workspace, 'U0PRIYA');
async function trigger(): Promise<string> {
  await priya().do('shortcut', { callback_id: 'start_it' });
  return String(app.got.at(-1)?.body.trigger_id);
}
const stack = async () =>
  (await priya().see('views')).stack as { id: string; state: Record<string, Record<string, { value: unknown }>> }[];
const lastOf = (type: string) => app.got.map((one) => one.body).findLast((one) => one.type === type);

describe('a trigger', () => {
  test('is used once', async () => {
    const trigger_id = await trigger();
    await client.views.open({ trigger_id, view: view() });
    expect((await refusal(client.views.open({ trigger_id, view: view() }))).error).toBe('exchanged_trigger_id');
  });

  test('lives three seconds of real time, whatever the workspace clock does', async () => {
    const fresh = await trigger();
    workspace.world.clock.advance(3_600_000);
    await client.views.open({ trigger_id: fresh, view: view() });
    const late = await trigger();
    real += 3001;
    expect((await refusal(client.views.open({ trigger_id: late, view: view() }))).error).toBe('expired_trigger_id');
  });
});

describe('limits of a view', () => {
  test.each<[string, ModalView, string]>([
    [
      'a title of 25',
      view({ title: plain('a'.repeat(25)) }),
      '[ERROR] must be less than 25 characters [json-pointer:/view/title/text]',
    ],
    [
      'private_metadata of 3001',
      view({ private_metadata: 'a'.repeat(3001) }),
      '[ERROR] must be less than 3001 characters [json-pointer:/view/private_metadata]',
    ],
    [
      'inputs without submit',
      { ...view(), submit: undefined } as ModalView,
      '[ERROR] missing required field: submit [json-pointer:/view]',
    ],
    [
      '101 blocks',
      view({ blocks: Array.from({ length: 101 }, () => ({ type: 'divider' as const })) }),
      '[ERROR] no more than 100 items allowed [json-pointer:/view/blocks]',
    ],
    [
      'a table',
      view({ blocks: [{ type: 'table', rows: [[{ type: 'raw_text', text: 'a' }]] }] }),
      '[ERROR] unsupported type: table [json-pointer:/view/blocks/0/type]',
    ],
    [
      'a callback_id of 256',
      view({ callback_id: 'a'.repeat(256) }),
      '[ERROR] must be less than 256 characters [json-pointer:/view/callback_id]',
    ],
  ])('refuses %s', async (_name, wrong, line) => {
    const { error, messages } = await refusal(client.views.open({ trigger_id: await trigger(), view: wrong }));
    expect(error).toBe('invalid_arguments');
    expect(messages).toEqual([line]);
  });
});

describe('the stack', () => {
  test('is three deep', async () => {
    await client.views.open({ trigger_id: await trigger(), view: view() });
    await client.views.push({ trigger_id: await trigger(), view: view() });
    await client.views.push({ trigger_id: await trigger(), view: view() });
    const fourth = client.views.push({ trigger_id: await trigger(), view: view() });
    expect((await refusal(fourth)).error).toBe('push_limit_reached');
  });

  test('a submission can push, close one, and clear all', async () => {
    await client.views.open({ trigger_id: await trigger(), view: view() });
    const [bottom] = await stack();
    const values = { name: { v: { type: 'plain_text_input', value: 'Ada' } } };
    app.answer = () => ({ body: JSON.stringify({ response_action: 'push', view: view({ callback_id: 'second' }) }) });
    await priya().do('submit', { view_id: bottom?.id, values });
    const [, top] = await stack();
    expect(top).toMatchObject({ callback_id: 'second' });
    expect(await priya().do('submit', { view_id: bottom?.id, values })).toMatchObject({ error: 'view_not_found' });
    app.answer = () => ({});
    expect(await priya().do('submit', { view_id: top?.id, values })).toEqual({ ok: true, response: null });
    expect(await stack()).toHaveLength(1);
    app.answer = () => ({ body: JSON.stringify({ response_action: 'clear' }) });
    await priya().do('submit', { view_id: bottom?.id, values });
    expect(await stack()).toEqual([]);
  });

  test('an answer that Slack would not show is an app error, and the modal stays', async () => {
    await client.views.open({ trigger_id: await trigger(), view: view() });
    const [open] = await stack();
    const values = { name: { v: { type: 'plain_text_input', value: 'Ada' } } };
    for (const body of [
      { response_action: 'errors', errors: { nowhere: 'x' } },
      { response_action: 'sing' },
      { response_action: 'update', view: { type: 'modal' } },
    ]) {
      app.answer = () => ({ body: JSON.stringify(body) });
      expect(await priya().do('submit', { view_id: open?.id, values })).toMatchObject({
        ok: false,
        error: 'app_error',
      });
    }
    expect(await stack()).toHaveLength(1);
  });
});

describe('views.update', () => {
  test('with a stale hash is a conflict', async () => {
    const { view: opened } = await client.views.open({ trigger_id: await trigger(), view: view() });
    const args = { view_id: opened?.id ?? '', hash: opened?.hash ?? '', view: view() };
    await client.views.update(args);
    expect((await refusal(client.views.update(args))).error).toBe('hash_conflict');
  });

  test('keeps what was typed where block_id and action_id are the same, and forgets the rest', async () => {
    const blocks: ModalView['blocks'] = [
      {
        type: 'input',
        block_id: 'name',
        label: plain('Name'),
        dispatch_action: true,
        element: { type: 'plain_text_input', action_id: 'v' },
      },
    ];
    const { view: opened } = await client.views.open({ trigger_id: await trigger(), view: view({ blocks }) });
    const [open] = await stack();
    const container = { type: 'view', view_id: open?.id };
    await priya().do('act', {
      container,
      block_id: 'name',
      action_id: 'v',
      value: { type: 'plain_text_input', value: 'Ada' },
    });
    expect(lastOf('block_actions')).toMatchObject({
      container: { type: 'view', view_id: open?.id },
      actions: [{ type: 'plain_text_input', value: 'Ada', action_id: 'v', block_id: 'name' }],
      view: { state: { values: { name: { v: { type: 'plain_text_input', value: 'Ada' } } } } },
    });
    await client.views.update({ view_id: opened?.id ?? '', view: view() });
    expect((await stack())[0]?.state.name?.v?.value).toBe('Ada');
    const renamed: ModalView['blocks'] = [
      { type: 'input', block_id: 'other', label: plain('Name'), element: { type: 'plain_text_input', action_id: 'v' } },
    ];
    await client.views.update({ view_id: opened?.id ?? '', view: view({ blocks: renamed }) });
    expect((await stack())[0]?.state.other?.v?.value).toBeNull();
  });
});

describe('what the client checks before anything is sent', () => {
  test.each<[string, Record<string, unknown>, unknown, boolean]>([
    ['nothing', { type: 'plain_text_input' }, { value: '' }, false],
    ['too short a text', { type: 'plain_text_input', min_length: 3 }, { value: 'ab' }, false],
    ['too long a text', { type: 'plain_text_input', max_length: 3 }, { value: 'abcd' }, false],
    ['no address', { type: 'email_text_input' }, { value: 'nobody' }, false],
    ['an address', { type: 'email_text_input' }, { value: 'a@b.example' }, true],
    ['no link', { type: 'url_text_input' }, { value: 'nowhere' }, false],
    ['a fraction', { type: 'number_input', is_decimal_allowed: false }, { value: '1.5' }, false],
    ['too small a number', { type: 'number_input', is_decimal_allowed: true, min_value: '2' }, { value: '1.5' }, false],
    ['a number', { type: 'number_input', is_decimal_allowed: true }, { value: '-1.5' }, true],
    ['nobody', { type: 'multi_users_select' }, { selected_users: [] }, false],
    ['somebody', { type: 'multi_users_select' }, { selected_users: ['U0YUKI'] }, true],
    ['no date', { type: 'datepicker' }, { selected_date: null }, false],
  ])('%s', async (_name, element, state, passes) => {
    const blocks = [{ type: 'input', block_id: 'b', label: plain('L'), element: { ...element, action_id: 'a' } }];
    await client.apiCall('views.open', { trigger_id: await trigger(), view: { ...view(), blocks } });
    const [open] = await stack();
    const answer = await priya().do('submit', { view_id: open?.id, values: { b: { a: state } } });
    if (passes) expect(answer).toEqual({ ok: true, response: null });
    else expect(answer).toMatchObject({ response: { response_action: 'errors', errors: { b: expect.any(String) } } });
    expect(Boolean(lastOf('view_submission'))).toBe(passes);
  });
});

test('closing a modal tells the app only where it asked to be told', async () => {
  await client.views.open({
    trigger_id: await trigger(),
    view: view({ notify_on_close: true, private_metadata: 'm' }),
  });
  await client.views.push({ trigger_id: await trigger(), view: view() });
  const [, top] = await stack();
  await priya().do('close', { view_id: top?.id });
  expect(lastOf('view_closed')).toBeUndefined();
  const [bottom] = await stack();
  await priya().do('close', { view_id: bottom?.id, is_cleared: true });
  expect(lastOf('view_closed')).toMatchObject({ is_cleared: true, view: { private_metadata: 'm' } });
});

test('a message shortcut carries the message, and options of an external select come from the app', async () => {
  const { ts } = await priya().do('post', { channel: 'C0HANDOFFS', text: 'promise: live by May' });
  await priya().do('shortcut', { callback_id: 'file_it', channel: 'C0HANDOFFS', ts });
  expect(lastOf('message_action')).toMatchObject({
    callback_id: 'file_it',
    message: { text: 'promise: live by May', user: 'U0PRIYA' },
    channel: { id: 'C0HANDOFFS', name: 'handoffs' },
    response_url: expect.any(String),
  });
  const blocks: ModalView['blocks'] = [
    {
      type: 'input',
      block_id: 'b',
      label: plain('Deal'),
      element: { type: 'external_select', action_id: 'a', min_query_length: 0 },
    },
  ];
  await client.views.open({ trigger_id: String(lastOf('message_action')?.trigger_id), view: view({ blocks }) });
  const [open] = await stack();
  const options = [{ text: plain('Acme'), value: 'acme' }];
  app.answer = () => ({ body: JSON.stringify({ options }) });
  const answer = await priya().see('options', { view_id: open?.id ?? '', block_id: 'b', action_id: 'a', value: 'ac' });
  expect(answer).toEqual({ ok: true, options });
  const option_groups = [{ label: plain('Won'), options }];
  app.answer = () => ({ body: JSON.stringify({ option_groups }) });
  const grouped = await priya().see('options', { view_id: open?.id ?? '', block_id: 'b', action_id: 'a', value: 'ac' });
  expect(grouped).toEqual({ ok: true, options, option_groups });
  expect(lastOf('block_suggestion')).toMatchObject({ value: 'ac', action_id: 'a', block_id: 'b' });
});
