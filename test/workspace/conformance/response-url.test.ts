import { afterEach, beforeEach, expect } from 'vitest';
import { modal, type Played, plain, play } from './app.ts';
import { rule } from './rule.ts';

let played: Played;
const channel = 'C0HANDOFFS';
beforeEach(async () => {
  played = await play();
});
afterEach(() => played.close());

async function address(): Promise<string> {
  await played.priya.do('slash', { channel, command: '/desk', text: '' });
  return String(played.app.got.at(-1)?.body.response_url);
}
const post = async (url: string, body: Record<string, unknown>) =>
  (await fetch(url, { method: 'POST', body: JSON.stringify(body) })).status;
/** What Priya sees in the channel. */
const shown = async () =>
  (await played.priya.see('history', { channel })).messages as {
    text: string;
    ts: string;
    ephemeral?: boolean;
    blocks?: { block_id: string }[];
  }[];
const button = {
  type: 'actions' as const,
  elements: [{ type: 'button' as const, action_id: 'go', text: plain('Go') }],
};
/** Clicks a message's button, and answers the address that came with the click. */
async function clicked(ts: string): Promise<string> {
  const message = (await shown()).find((one) => one.ts === ts);
  const container = { type: 'message', channel, ts };
  await played.priya.do('act', { container, block_id: message?.blocks?.[0]?.block_id, action_id: 'go' });
  return String(played.last('block_actions')?.response_url);
}

rule(
  'delivery:response_url',
  'is good for five posts',
  'docs.slack.dev/interactivity/handling-user-interaction',
  async () => {
    const url = await address();
    for (let n = 0; n < 5; n += 1) expect(await post(url, { text: String(n) })).toBe(200);
    expect(await post(url, { text: 'six' })).toBe(404);
    expect((await shown()).map((one) => one.text)).toEqual(['0', '1', '2', '3', '4']);
  },
);
rule(
  'delivery:response_url',
  'is good for thirty minutes',
  'docs.slack.dev/interactivity/handling-user-interaction',
  async () => {
    const url = await address();
    played.workspace.world.clock.advance(30 * 60_000 - 1000);
    expect(await post(url, { text: 'in time' })).toBe(200);
    played.workspace.world.clock.advance(2000);
    expect(await post(url, { text: 'late' })).toBe(404);
  },
);
rule(
  'delivery:response_url',
  'answers the person alone unless told to answer in the channel',
  'docs.slack.dev/interactivity/handling-user-interaction',
  async () => {
    const url = await address();
    await post(url, { text: 'for you' });
    await post(url, { text: 'for all', response_type: 'in_channel' });
    expect(await shown()).toMatchObject([{ text: 'for you', ephemeral: true }, { text: 'for all' }]);
    const { messages } = await played.client.conversations.history({ channel });
    expect(messages?.map((one) => one.text)).toEqual(['for all']);
  },
);
rule(
  'delivery:response_url',
  'posts where the app is not a member',
  'docs.slack.dev/interactivity/handling-user-interaction',
  async () => {
    await played.priya.do('slash', { channel: 'C0SALES', command: '/desk', text: '' });
    const url = String(played.app.got.at(-1)?.body.response_url);
    expect(await post(url, { text: 'here', response_type: 'in_channel' })).toBe(200);
    expect((await played.priya.see('history', { channel: 'C0SALES' })).messages).toMatchObject([{ text: 'here' }]);
  },
);
rule(
  'delivery:response_url',
  'replaces the message that was clicked, and deletes it',
  'docs.slack.dev/interactivity/handling-user-interaction',
  async () => {
    const { ts = '' } = await played.client.chat.postMessage({ channel, text: 'old', blocks: [button] });
    const url = await clicked(ts);
    await post(url, { text: 'new', replace_original: true });
    expect(await shown()).toMatchObject([{ ts, text: 'new' }]);
    await post(url, { delete_original: true });
    expect(await shown()).toEqual([]);
  },
);
rule(
  'delivery:response_url',
  'without replace_original posts beside the message that was clicked',
  'docs.slack.dev/interactivity/handling-user-interaction',
  async () => {
    const { ts = '' } = await played.client.chat.postMessage({ channel, text: 'old', blocks: [button] });
    await post(await clicked(ts), { text: 'also', response_type: 'in_channel' });
    expect((await shown()).map((one) => one.text)).toEqual(['old', 'also']);
  },
);
rule(
  'delivery:response_url',
  'replaces an ephemeral message in its place, more than once',
  'docs.slack.dev/interactivity/handling-user-interaction',
  async () => {
    await post(await address(), { text: 'old', blocks: [button] });
    await played.priya.do('post', { channel, text: 'later' });
    const [{ ts } = { ts: '' }] = await shown();
    const url = await clicked(ts);
    await post(url, { text: 'new', replace_original: true });
    await post(url, { text: 'newer', replace_original: true });
    expect(await shown()).toMatchObject([{ ts, text: 'newer', ephemeral: true }, { text: 'later' }]);
    await post(url, { delete_original: true });
    expect(await shown()).toMatchObject([{ text: 'later' }]);
  },
);
rule(
  'delivery:response_url',
  'refuses a message that says nothing, and one of wrong blocks, without using the address up',
  'docs.slack.dev/interactivity/handling-user-interaction',
  async () => {
    const url = await address();
    expect(await post(url, { text: '' })).toBe(400);
    expect(await post(url, { blocks: [{ type: 'nonsense' }] })).toBe(400);
    for (let n = 0; n < 5; n += 1) expect(await post(url, { text: String(n) })).toBe(200);
  },
);
rule(
  'delivery:response_url',
  'comes with a submission for menus that ask for it',
  'docs.slack.dev/interactivity/handling-user-interaction',
  async () => {
    const conversations = { type: 'conversations_select' as const, action_id: 'c', response_url_enabled: true };
    const blocks = [{ type: 'input' as const, block_id: 'where', label: plain('Where'), element: conversations }];
    await played.client.views.open({ trigger_id: await played.trigger(), view: modal({ blocks }) });
    const [view] = await played.stack();
    await played.priya.do('submit', {
      view_id: view?.id,
      values: { where: { c: { selected_conversation: channel } } },
    });
    const { response_urls } = played.last('view_submission') ?? {};
    expect(response_urls).toMatchObject([{ block_id: 'where', action_id: 'c', channel_id: channel }]);
    const [{ response_url }] = response_urls as [{ response_url: string }];
    await post(response_url, { text: 'told', response_type: 'in_channel' });
    expect(await shown()).toMatchObject([{ text: 'told' }]);
  },
);
