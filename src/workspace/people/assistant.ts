import { homeOpened, sendEvent } from '../deliveries/events.ts';
import type { Scene } from '../deliveries/scene.ts';
import { SlackError } from '../slack-error.ts';
import { assistantThread } from '../state/assistant.ts';
import { openDm, visibleChannel } from '../state/channels.ts';
import { functionExecuted, startFunction } from '../state/functions.ts';
import type { AssistantThread, FunctionExecution } from '../state/interaction.ts';
import { postMessage } from '../state/messages.ts';
import type { Channel, Json } from '../state/model.ts';
import type { World } from '../state/world.ts';
import type { PeopleAssistantThread, PeopleExecution } from './shapes.ts';

/** What people do with the app as an assistant, and with its custom steps. */
export const assistantVerbs = {
  open_assistant: ({ world, courier }: Scene, { as, viewing }: { as: string; viewing?: string | undefined }) => {
    const { channel } = openAssistant(world, as);
    if (viewing) visibleChannel(world, viewing, as);
    if (world.app.assistant === 'agent_view') {
      const context = viewing ? { context: entities(world, viewing) } : {};
      sendEvent(world, courier, { ...homeOpened(world, as, channel.id, 'messages'), ...context });
      return { channel: channel.id, thread_ts: null };
    }
    const root = postMessage(world, channel, {
      user: world.app.bot_user.id,
      bot_id: world.app.bot_id,
      app_id: world.app.id,
      subtype: 'assistant_app_thread',
      text: 'New Assistant Thread',
    });
    const thread = assistantThread(world, channel, root.ts);
    thread.viewing = viewing ?? null;
    sendEvent(world, courier, threadEvent(world, 'assistant_thread_started', as, thread));
    return { channel: channel.id, thread_ts: root.ts };
  },
  assistant_context: (
    { world, courier }: Scene,
    { as, viewing, thread_ts }: { as: string; viewing: string; thread_ts?: string | undefined },
  ) => {
    const { channel } = openAssistant(world, as);
    visibleChannel(world, viewing, as);
    if (world.app.assistant === 'agent_view') {
      const context = entities(world, viewing);
      sendEvent(world, courier, { type: 'app_context_changed', channel: channel.id, user: as, context });
      return {};
    }
    const thread = world.assistant_threads.get(`${channel.id}:${thread_ts ?? ''}`);
    if (!thread) throw new SlackError('thread_not_found');
    thread.viewing = viewing;
    sendEvent(world, courier, threadEvent(world, 'assistant_thread_context_changed', as, thread));
    return {};
  },
  run_function: (
    { world, courier }: Scene,
    { as, callback_id, inputs }: { as: string; callback_id: string; inputs: Json },
  ) => {
    const execution = startFunction(world, as, callback_id, inputs);
    sendEvent(world, courier, functionExecuted(world, execution));
    return { function_execution_id: execution.id };
  },
};

export function peopleThread(thread: AssistantThread): PeopleAssistantThread {
  const { viewing: _viewing, status_until: _until, ...shown } = thread;
  return shown;
}

export function peopleAssistant(world: World, as: string) {
  const mine = [...world.assistant_threads.values()].filter((one) => world.channels.get(one.channel)?.members.has(as));
  return { view: world.app.assistant, threads: mine.map(peopleThread) };
}

export function peopleExecution(execution: FunctionExecution): PeopleExecution {
  const { token: _token, user: _user, ...shown } = execution;
  return shown;
}

export function peopleFunctions(world: World, as: string) {
  return {
    functions: Object.entries(world.app.functions).map(([callback_id, made]) => ({
      callback_id,
      title: made.title,
      description: made.description,
      input_parameters: made.input_parameters,
    })),
    executions: [...world.executions.values()].filter((one) => one.user === as).map(peopleExecution),
  };
}

function openAssistant(world: World, as: string): { channel: Channel } {
  if (!world.app.assistant) throw new SlackError('no_assistant', { message: 'This app is not an assistant.' });
  return openDm(world, as, world.app.bot_user.id);
}

/** Events of the legacy view (docs.slack.dev/reference/events/assistant_thread_started, …_context_changed). */
function threadEvent(world: World, type: string, user_id: string, thread: AssistantThread): Json {
  const context = thread.viewing ? { channel_id: thread.viewing, team_id: world.team.id, enterprise_id: null } : {};
  return { type, assistant_thread: { user_id, context, channel_id: thread.channel, thread_ts: thread.thread_ts } };
}

/** What an agent is told that the person looks at (docs.slack.dev/reference/events/app_context_changed). */
function entities(world: World, viewing: string): Json {
  return { entities: [{ type: 'slack#/types/channel_id', value: viewing, team_id: world.team.id }] };
}
