import { z } from 'zod';
import { SlackError } from '../slack-error.ts';
import { assistantThread, changeThread, checkThread, setStatus } from '../state/assistant.ts';
import type { Channel } from '../state/model.ts';
import { type Call, json, type Methods, method, seen, text } from './method.ts';

/** docs.slack.dev/reference/methods/assistant.threads.*. */
const LOADING_MESSAGES = 10;
const PROMPTS = 4;

const Prompt = z.object({ title: z.string().min(1), message: z.string().min(1) });

export const assistant: Methods = {
  'assistant.threads.setStatus': method(
    z.object({
      channel_id: text,
      thread_ts: text,
      status: z.string(),
      loading_messages: json(z.array(z.string()).max(LOADING_MESSAGES)).optional(),
    }),
    ['chat:write', 'assistant:write'],
    (call, args) => {
      const channel = seen(call, args.channel_id);
      checkThread(channel, args.thread_ts);
      const thread = assistantThread(call.world, channel, args.thread_ts);
      setStatus(call.world, thread, args.status, args.loading_messages ?? []);
      return {};
    },
  ),
  'assistant.threads.setTitle': method(
    z.object({ channel_id: text, thread_ts: text, title: text }),
    ['assistant:write'],
    (call, args) => {
      const channel = seen(call, args.channel_id);
      checkThread(channel, args.thread_ts);
      changeThread(call.world, assistantThread(call.world, channel, args.thread_ts), { title: args.title });
      return {};
    },
  ),
  'assistant.threads.setSuggestedPrompts': method(
    z.object({
      channel_id: text,
      thread_ts: text.optional(),
      title: z.string().optional(),
      prompts: json(z.array(Prompt).max(PROMPTS)),
    }),
    ['assistant:write'],
    (call, args) => {
      const channel = seen(call, args.channel_id);
      if (args.thread_ts === undefined && call.world.app.assistant !== 'agent_view') {
        throw new SlackError('not_agent_app');
      }
      // With a thread_ts the call of an agent app "silently fails".
      if (args.thread_ts !== undefined && call.world.app.assistant === 'agent_view') return {};
      const { title: prompts_title = '', prompts } = args;
      changeThread(call.world, threadFor(call, channel, args.thread_ts), { prompts_title, prompts });
      return {};
    },
  ),
};

function threadFor(call: Call, channel: Channel, thread_ts: string | undefined) {
  if (thread_ts !== undefined) checkThread(channel, thread_ts);
  return assistantThread(call.world, channel, thread_ts ?? null);
}
