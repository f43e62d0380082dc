import { SlackError } from '../slack-error.ts';
import type { AssistantThread } from './interaction.ts';
import { messageAt } from './messages.ts';
import type { Channel } from './model.ts';
import type { World } from './world.ts';

/** docs.slack.dev/reference/methods/assistant.threads.setStatus: without a message a status stays for two minutes. */
const STATUS_LIFE_MS = 120_000;

/** The thread as the app set it so far; made on first use. `thread_ts` null stands for the whole conversation. */
export function assistantThread(world: World, channel: Channel, thread_ts: string | null): AssistantThread {
  const key = `${channel.id}:${thread_ts ?? ''}`;
  const known = world.assistant_threads.get(key);
  if (known) return known;
  const thread: AssistantThread = {
    channel: channel.id,
    thread_ts,
    title: '',
    status: '',
    status_until: 0,
    loading_messages: [],
    prompts_title: '',
    prompts: [],
    viewing: null,
  };
  world.assistant_threads.set(key, thread);
  return thread;
}

/** Throws `invalid_thread_ts` when there is no such message. */
export function checkThread(channel: Channel, thread_ts: string): void {
  if (!messageAt(channel, thread_ts)) throw new SlackError('invalid_thread_ts');
}

export function changeThread(world: World, thread: AssistantThread, change: Partial<AssistantThread>): void {
  Object.assign(thread, change);
  world.changes.tell({ type: 'assistant', thread });
}

/** An empty status takes the old one away. It also goes after two minutes of workspace time. */
export function setStatus(world: World, thread: AssistantThread, status: string, loading_messages: string[]): void {
  const status_until = world.clock.now() + STATUS_LIFE_MS;
  changeThread(world, thread, { status, loading_messages, status_until });
  if (status !== '') endStatusLater(world, thread);
}

export function endStatusLater(world: World, thread: AssistantThread): void {
  const { status_until } = thread;
  world.clock.at(
    status_until,
    () => {
      if (thread.status_until === status_until) clear(world, thread);
    },
    `The status of ${world.app.name} ends`,
  );
}

/** A message of the app's in the thread takes its status away. */
export function watchAssistant(world: World): void {
  world.changes.listen((change) => {
    if (change.type !== 'message_posted' || change.message.user !== world.app.bot_user.id) return;
    const thread = world.assistant_threads.get(`${change.channel.id}:${change.message.thread_ts ?? ''}`);
    if (thread) clear(world, thread);
  });
}

function clear(world: World, thread: AssistantThread): void {
  if (thread.status !== '') changeThread(world, thread, { status: '', loading_messages: [], status_until: 0 });
}
