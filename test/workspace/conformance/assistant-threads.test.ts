import { afterEach, expect } from 'vitest';
import type { Workspace } from '../../../src/workspace/server.ts';
import { clientOf, EVENTS, person, refusal, SCOPES, seedWith, started } from '../fixture.ts';
import { call } from './call.ts';
import { rule } from './rule.ts';

let workspace: Workspace;
afterEach(() => workspace.close());

const TOLD = ['assistant_thread_started', 'assistant_thread_context_changed', 'app_context_changed'];
async function start(assistant: 'assistant_view' | 'agent_view' | null = 'assistant_view', without = '') {
  const scopes = [...SCOPES, 'assistant:write'].filter((one) => one !== without);
  workspace = await started({ seed: seedWith({ scopes, events: [...EVENTS, ...TOLD], assistant }) });
  return { client: clientOf(workspace), priya: person(workspace, 'U0PRIYA') };
}
const threads = async () => (await person(workspace, 'U0PRIYA').see('assistant')).threads as Record<string, unknown>[];
const error = async (asked: Promise<unknown>) => (await refusal(asked)).error;
async function opened() {
  const { client, priya } = await start();
  const { channel, thread_ts } = await priya.do('open_assistant', { viewing: 'C0SALES' });
  return { client, priya, at: { channel_id: String(channel), thread_ts: String(thread_ts) } };
}
const set = (name: string, args: Record<string, unknown>) =>
  call(clientOf(workspace), `assistant.threads.${name}`, args);

rule(
  'assistant.threads.setStatus',
  'shows a status with up to ten loading messages',
  'docs.slack.dev/reference/methods/assistant.threads.setStatus',
  async () => {
    const { at } = await opened();
    const loading_messages = Array.from({ length: 10 }, (_, n) => `step ${n}`);
    expect(await set('setStatus', { ...at, status: 'is thinking...', loading_messages })).toMatchObject({ ok: true });
    expect(await threads()).toMatchObject([{ status: 'is thinking...', loading_messages }]);
    const eleven = set('setStatus', { ...at, status: 'x', loading_messages: [...loading_messages, 'more'] });
    expect(await error(eleven)).toBe('invalid_arguments');
  },
);
rule(
  'assistant.threads.setStatus',
  'goes after two minutes, with an empty status, and when the app answers',
  'docs.slack.dev/reference/methods/assistant.threads.setStatus',
  async () => {
    const { client, at } = await opened();
    const think = () => set('setStatus', { ...at, status: 'is thinking...' });
    const status = async () => (await threads())[0]?.status;
    await think();
    workspace.world.clock.advance(119_000);
    expect(await status()).toBe('is thinking...');
    workspace.world.clock.advance(2_000);
    expect(await status()).toBe('');
    await think();
    await set('setStatus', { ...at, status: '' });
    expect(await status()).toBe('');
    await think();
    await client.chat.postMessage({ channel: at.channel_id, thread_ts: at.thread_ts, text: 'Here' });
    expect(await status()).toBe('');
  },
);
rule(
  'assistant.threads.setStatus',
  'starts its two minutes anew when it is set again',
  'docs.slack.dev/reference/methods/assistant.threads.setStatus',
  async () => {
    const { at } = await opened();
    await set('setStatus', { ...at, status: 'one' });
    workspace.world.clock.advance(100_000);
    await set('setStatus', { ...at, status: 'two' });
    workspace.world.clock.advance(100_000);
    expect(await threads()).toMatchObject([{ status: 'two' }]);
  },
);
rule(
  'assistant.threads.setStatus',
  'works in a thread of a channel, with chat:write',
  'docs.slack.dev/reference/methods/assistant.threads.setStatus',
  async () => {
    const { client } = await start(null, 'assistant:write');
    const { ts } = await client.chat.postMessage({ channel: 'C0HANDOFFS', text: 'root' });
    expect(await set('setStatus', { channel_id: 'C0HANDOFFS', thread_ts: ts, status: 'x' })).toMatchObject({
      ok: true,
    });
  },
);
rule(
  'assistant.threads.setStatus',
  'names what it does not find',
  'docs.slack.dev/reference/methods/assistant.threads.setStatus',
  async () => {
    const { at } = await opened();
    expect(await error(set('setStatus', { ...at, channel_id: 'C0NOWHERE', status: 'x' }))).toBe('channel_not_found');
    expect(await error(set('setStatus', { ...at, thread_ts: '1.2', status: 'x' }))).toBe('invalid_thread_ts');
    expect(await error(set('setStatus', at))).toBe('invalid_arguments');
  },
);
rule(
  'assistant.threads.setTitle',
  'names the thread',
  'docs.slack.dev/reference/methods/assistant.threads.setTitle',
  async () => {
    const { at } = await opened();
    expect(await set('setTitle', { ...at, title: 'Handover of Acme' })).toMatchObject({ ok: true });
    expect(await threads()).toMatchObject([{ title: 'Handover of Acme' }]);
    expect(await error(set('setTitle', { ...at, thread_ts: '1.2', title: 'x' }))).toBe('invalid_thread_ts');
    expect(await error(set('setTitle', { ...at, channel_id: 'C0NOWHERE', title: 'x' }))).toBe('channel_not_found');
  },
);
rule(
  'assistant.threads.setTitle',
  'needs assistant:write',
  'docs.slack.dev/reference/methods/assistant.threads.setTitle',
  async () => {
    await start('assistant_view', 'assistant:write');
    const where = { channel_id: 'C0HANDOFFS', thread_ts: '1.2' };
    expect(await error(set('setTitle', { ...where, title: 'x' }))).toBe('missing_scope');
    expect(await error(set('setSuggestedPrompts', { ...where, prompts: [] }))).toBe('missing_scope');
  },
);
rule(
  'assistant.threads.setSuggestedPrompts',
  'takes four prompts, each with a title and a message',
  'docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts',
  async () => {
    const { at } = await opened();
    const prompts = Array.from({ length: 4 }, (_, n) => ({ title: `t${n}`, message: `m${n}` }));
    expect(await set('setSuggestedPrompts', { ...at, title: 'Try', prompts })).toMatchObject({ ok: true });
    expect(await threads()).toMatchObject([{ prompts_title: 'Try', prompts }]);
    for (const wrong of [[...prompts, { title: 't', message: 'm' }], [{ title: 'alone' }]]) {
      expect(await error(set('setSuggestedPrompts', { ...at, prompts: wrong }))).toBe('invalid_arguments');
    }
  },
);
rule(
  'assistant.threads.setSuggestedPrompts',
  'without thread_ts is for agents, and with it does nothing for them',
  'docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts',
  async () => {
    const { at } = await opened();
    const prompts = [{ title: 't', message: 'm' }];
    expect(await error(set('setSuggestedPrompts', { channel_id: at.channel_id, prompts }))).toBe('not_agent_app');
    await workspace.close();
    const { priya } = await start('agent_view');
    const { channel } = await priya.do('open_assistant');
    const { ts } = await priya.do('post', { channel, text: 'Hello' });
    expect(await set('setSuggestedPrompts', { channel_id: channel, thread_ts: ts, prompts })).toMatchObject({
      ok: true,
    });
    expect(await threads()).toEqual([]);
    await set('setSuggestedPrompts', { channel_id: channel, prompts });
    expect(await threads()).toMatchObject([{ thread_ts: null, prompts }]);
  },
);
