import { until } from '../fixture.ts';
import type { Stage } from './stage.ts';

const channel = 'C0HANDOFFS';
const plain = (text: string) => ({ type: 'plain_text', text });
const option = (value: string) => ({ text: plain(value), value });
const elements = [
  { type: 'button', action_id: 'go', text: plain('Go'), value: 'v', style: 'primary' },
  { type: 'external_select', action_id: 'find', placeholder: plain('Find'), min_query_length: 1 },
];
/** Every other element that tells the app at once. */
const choices = [
  { type: 'static_select', action_id: 'one', options: [option('a'), option('b')], initial_option: option('a') },
  { type: 'users_select', action_id: 'user', initial_user: 'U0PRIYA' },
  { type: 'conversations_select', action_id: 'where', initial_conversation: channel },
  { type: 'channels_select', action_id: 'channel', initial_channel: channel },
  { type: 'datepicker', action_id: 'day', initial_date: '2030-01-02' },
  { type: 'timepicker', action_id: 'time', initial_time: '09:30' },
  { type: 'overflow', action_id: 'more', options: [option('a')] },
  { type: 'button', action_id: 'link', text: plain('Open'), url: 'https://app.example/', confirm: confirmation() },
];
const chosen: Record<string, object> = {
  one: { selected_option: option('b') },
  user: { selected_user: 'U0MARCUS' },
  where: { selected_conversation: channel },
  channel: { selected_channel: channel },
  day: { selected_date: '2030-02-03' },
  time: { selected_time: '10:00' },
  more: { selected_option: option('a') },
};

function confirmation() {
  return {
    title: plain('Sure?'),
    text: plain('It opens.'),
    confirm: plain('Yes'),
    deny: plain('No'),
    style: 'primary',
  };
}

const input = (block_id: string, element: object) => ({ type: 'input', block_id, label: plain(block_id), element });
const modal = {
  type: 'modal',
  callback_id: 'intake',
  title: plain('Intake'),
  submit: plain('Send'),
  close: plain('Cancel'),
  notify_on_close: true,
  private_metadata: 'm',
  blocks: [
    input('name', { type: 'plain_text_input', action_id: 'v' }),
    input('files', { type: 'file_input', action_id: 'v' }),
    input('where', { type: 'conversations_select', action_id: 'v', response_url_enabled: true }),
    { type: 'actions', block_id: 'buttons', elements },
    { ...input('rich', { type: 'rich_text_input', action_id: 'v' }), dispatch_action: true, optional: true },
  ],
};

/** Slash command, shortcuts, clicks, menus, modals and Home. */
export async function playInteractions({ app, call, people, workspace }: Stage): Promise<void> {
  const priya = people('U0PRIYA');
  app.answer = ({ body }) =>
    body.type === 'block_suggestion' ? { body: JSON.stringify({ options: [option('a')] }) } : {};
  const trigger = async () => {
    const known = app.got.length;
    await priya.do('slash', { channel, command: '/desk', text: 'new' });
    return String((await until(() => app.got[known]))?.body.trigger_id);
  };
  const { ts } = await call('chat.postMessage', {
    channel,
    text: 'Buttons',
    blocks: [{ type: 'actions', block_id: 'buttons', elements }],
  });
  await priya.do('post', { channel, text: 'In the thread', thread_ts: ts });
  const message = { type: 'message', channel, ts };
  await priya.do('shortcut', { callback_id: 'file_it', channel, ts });
  await priya.do('shortcut', { callback_id: 'start_it' });
  await inContainer(priya, message);
  for (const thread_ts of [undefined, ts]) {
    const { ts: more } = await call('chat.postMessage', {
      channel,
      thread_ts,
      text: 'Choose',
      blocks: [{ type: 'actions', block_id: 'buttons', elements: choices }],
    });
    for (const { action_id } of choices) {
      const at = { container: { type: 'message', channel, ts: more }, block_id: 'buttons', action_id };
      await priya.do('act', { ...at, value: chosen[action_id] });
    }
  }
  const alone = await call('chat.postEphemeral', {
    channel,
    user: 'U0PRIYA',
    text: 'Yours',
    blocks: [{ type: 'actions', block_id: 'buttons', elements }],
  });
  await inContainer(priya, { type: 'message', channel, ts: alone.message_ts });

  const opened = await call('views.open', { trigger_id: await trigger(), view: modal });
  const view = viewOf(opened);
  await inContainer(priya, { type: 'view', view_id: view.id });
  const rich_text_value = { type: 'rich_text', elements: [] };
  const rich = { container: { type: 'view', view_id: view.id }, block_id: 'rich', action_id: 'v' };
  await priya.do('act', { ...rich, value: { rich_text_value } });
  const pushed = viewOf(
    await call('views.push', { trigger_id: app.got.at(-1)?.body.trigger_id ?? (await trigger()), view: modal }),
  );
  await call('views.update', { view_id: pushed.id, view: { ...modal, external_id: 'second' } });
  await priya.do('close', { view_id: pushed.id });
  const uploaded = await priya.upload({ filename: 'contract.txt' }, 'Signed');
  const values = {
    name: { v: { type: 'plain_text_input', value: 'Ada' } },
    files: { v: { type: 'file_input', files: [uploaded.file] } },
    where: { v: { type: 'conversations_select', selected_conversation: channel } },
  };
  await priya.do('submit', { view_id: view.id, values });

  const home = { type: 'home', blocks: [{ type: 'actions', block_id: 'buttons', elements }] };
  await priya.do('open_home');
  const published = viewOf(await call('views.publish', { user_id: 'U0PRIYA', view: home }));
  await priya.do('open_home');
  await inContainer(priya, { type: 'view', view_id: published.id });
  await priya.do('open_dm', { user: workspace.world.app.bot_user.id });
}

async function inContainer(who: ReturnType<Stage['people']>, container: Record<string, unknown>): Promise<void> {
  const at = { container, block_id: 'buttons' };
  await who.do('act', { ...at, action_id: 'go' });
  const place =
    container.type === 'view' ? { view_id: container.view_id } : { channel: container.channel, ts: container.ts };
  await who.see('options', { ...Object(place), block_id: 'buttons', action_id: 'find', value: 'ac' });
  await who.do('act', { ...at, action_id: 'find', value: { selected_option: option('a') } });
}

function viewOf({ view }: Record<string, unknown>): { id: string } {
  return { id: String(Object(view).id) };
}
