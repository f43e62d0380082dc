import { type App, Assistant } from '@slack/bolt';
import { afterEach, expect } from 'vitest';
import type { Workspace } from '../../../src/workspace/server.ts';
import { clientOf, EVENTS, person, SCOPES, seedWith, startBolt, started, until } from '../fixture.ts';
import { rule } from './rule.ts';

let workspace: Workspace;
let bolt: App | undefined;
afterEach(async () => {
  await bolt?.stop();
  bolt = undefined;
  await workspace.close();
});

const TOLD = ['assistant_thread_started', 'assistant_thread_context_changed', 'app_context_changed'];
async function start(assistant: 'assistant_view' | 'agent_view' | null = 'assistant_view', without = '') {
  const scopes = [...SCOPES, 'assistant:write'].filter((one) => one !== without);
  workspace = await started({ seed: seedWith({ scopes, events: [...EVENTS, ...TOLD], assistant }) });
  return { client: clientOf(workspace), priya: person(workspace, 'U0PRIYA') };
}
const threads = async () => (await person(workspace, 'U0PRIYA').see('assistant')).threads as Record<string, unknown>[];
rule(
  'event:assistant_thread_started',
  'names the person, the thread and what they look at; Bolt and its Assistant class answer',
  'docs.slack.dev/reference/events/assistant_thread_started',
  async () => {
    const { priya } = await start();
    const heard: unknown[] = [];
    const assistant = new Assistant({
      threadStarted: async ({ event, say, saveThreadContext, setSuggestedPrompts }) => {
        heard.push(event.assistant_thread);
        await say('How can I help?');
        await saveThreadContext();
        await setSuggestedPrompts({ title: 'Try', prompts: [{ title: 'Sum up', message: 'Sum this up' }] });
      },
      userMessage: async ({ message, say, setStatus, setTitle, getThreadContext }) => {
        await setTitle('text' in message ? (message.text ?? '') : '');
        await setStatus('is thinking...');
        heard.push(await getThreadContext());
        await say('Done');
      },
    });
    bolt = await startBolt(workspace, (app) => app.assistant(assistant));
    const { channel, thread_ts } = await priya.do('open_assistant', { viewing: 'C0SALES' });
    const context = { channel_id: 'C0SALES', team_id: 'T0NORTHWIND', enterprise_id: null };
    await until(async () => (await threads())[0]?.prompts_title);
    expect(heard).toEqual([{ user_id: 'U0PRIYA', context, channel_id: channel, thread_ts }]);
    await priya.do('post', { channel, thread_ts, text: 'Where are we?' });
    const replies = async () =>
      (await priya.see('history', { channel: String(channel), thread_ts: String(thread_ts) })).messages as {
        text: string;
      }[];
    await until(async () => (await replies()).at(-1)?.text === 'Done');
    expect(heard[1]).toEqual(context);
    expect(await threads()).toMatchObject([
      { title: 'Where are we?', status: '', prompts: [{ title: 'Sum up', message: 'Sum this up' }] },
    ]);
  },
);
rule(
  'event:assistant_thread_context_changed',
  'comes when the person looks at another channel',
  'docs.slack.dev/reference/events/assistant_thread_context_changed',
  async () => {
    const { priya } = await start();
    const heard: unknown[] = [];
    bolt = await startBolt(workspace, (app) => {
      app.event('assistant_thread_context_changed', async ({ event }) => void heard.push(event.assistant_thread));
    });
    const { channel, thread_ts } = await priya.do('open_assistant');
    await priya.do('assistant_context', { viewing: 'C0HANDOFFS', thread_ts });
    await until(() => heard.length > 0);
    expect(heard).toMatchObject([
      { user_id: 'U0PRIYA', channel_id: channel, thread_ts, context: { channel_id: 'C0HANDOFFS' } },
    ]);
  },
);
rule(
  'event:app_context_changed',
  'tells an agent what the person looks at, after app_home_opened of the messages tab',
  'docs.slack.dev/reference/events/app_context_changed',
  async () => {
    const { priya } = await start('agent_view');
    const heard: unknown[] = [];
    bolt = await startBolt(workspace, (app) => {
      app.event('app_home_opened', async ({ event }) => void heard.push(event));
      app.event('app_context_changed', async ({ event }) => void heard.push(event));
    });
    const { channel } = await priya.do('open_assistant');
    await until(() => heard.length > 0);
    await priya.do('assistant_context', { viewing: 'C0SALES' });
    await until(() => heard.length > 1);
    const entities = [{ type: 'slack#/types/channel_id', value: 'C0SALES' }];
    expect(heard).toMatchObject([
      { type: 'app_home_opened', tab: 'messages', channel, user: 'U0PRIYA' },
      { type: 'app_context_changed', channel, user: 'U0PRIYA', context: { entities } },
    ]);
  },
);
