import { changeMessage } from './messages.ts';
import type { Channel, Json, Message, MessageStream, StreamPart, StreamTask } from './model.ts';
import type { World } from './world.ts';

/** Slack ends a stream by itself some five minutes after it was started; apps meet `message_not_in_streaming_state` then. Not documented. */
const LIFE_MS = 5 * 60_000;

/** What an app adds to a message that it is streaming. */
export type Chunk =
  | { type: 'markdown_text'; text: string }
  | {
      type: 'task_update';
      id: string;
      title: string;
      status: StreamTask['status'];
      details?: string | undefined;
      output?: string | undefined;
      sources?: Json[] | undefined;
    }
  | { type: 'plan_update'; title: string }
  | { type: 'blocks'; blocks: Json[] };

export const newStream = (task_display_mode: MessageStream['task_display_mode']): MessageStream => ({
  task_display_mode,
  plan: null,
  parts: [],
});

/** The stream with the chunks added. Text continues the text before it; a task is told by its `id` and stays where it first appeared. */
export function withChunks(world: World, stream: MessageStream, chunks: Chunk[]): MessageStream {
  const grown: MessageStream = { ...stream, parts: [...stream.parts] };
  for (const chunk of chunks) {
    if (chunk.type === 'plan_update') grown.plan = chunk.title;
    else if (chunk.type === 'blocks') grown.parts.push({ is: 'blocks', blocks: chunk.blocks });
    else if (chunk.type === 'markdown_text') addText(world, grown.parts, chunk.text);
    else addTask(world, grown.parts, chunk);
  }
  return grown;
}

function addText(world: World, parts: StreamPart[], text: string): void {
  const last = parts.at(-1);
  if (last?.is === 'markdown') parts[parts.length - 1] = { ...last, text: last.text + text };
  else parts.push({ is: 'markdown', block_id: world.ids.short(), text });
}

function addTask(world: World, parts: StreamPart[], chunk: Extract<Chunk, { type: 'task_update' }>): void {
  const at = parts.findIndex((part) => part.is === 'task' && part.task.id === chunk.id);
  const known = parts[at];
  const old = known?.is === 'task' ? known.task : undefined;
  const task: StreamTask = {
    id: chunk.id,
    title: chunk.title,
    status: chunk.status,
    // Title and status replace, details are added to (seen by users of the method; Slack's page is silent).
    details: (old?.details ?? '') + (chunk.details ?? ''),
    output: chunk.output ?? old?.output ?? '',
    sources: chunk.sources ?? old?.sources ?? [],
  };
  if (known?.is === 'task') parts[at] = { ...known, task };
  else parts.push({ is: 'task', block_id: world.ids.short(), task });
}

/** What the message shows. A plan stands where its first task appeared. */
export function blocksOf({ task_display_mode, plan, parts }: MessageStream): Json[] {
  const tasks = parts.filter((part) => part.is === 'task');
  const [first] = tasks;
  return parts.flatMap((part): Json[] => {
    if (part.is === 'blocks') return part.blocks;
    if (part.is === 'markdown') return [{ type: 'markdown', block_id: part.block_id, text: part.text }];
    if (task_display_mode !== 'plan')
      return [{ type: 'task_card', block_id: part.block_id, ...describeTask(part.task) }];
    if (part !== first) return [];
    const title = plan ?? part.task.title;
    return [{ type: 'plan', block_id: part.block_id, title, tasks: tasks.map(({ task }) => describeTask(task)) }];
  });
}

export const textOf = ({ parts }: MessageStream): string =>
  parts.map((part) => (part.is === 'markdown' ? part.text : '')).join('');

function describeTask({ id, title, status, details, output, sources }: StreamTask): Json {
  return {
    task_id: id,
    title,
    status,
    ...(details ? { details: richText(details) } : {}),
    ...(output ? { output: richText(output) } : {}),
    ...(sources.length > 0 ? { sources } : {}),
  };
}

const richText = (text: string): Json => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
});

/** People see it grow; the app hears of the message when it begins and when it is whole. */
export function grow(world: World, channel: Channel, message: Message, stream: MessageStream, text: string): void {
  Object.assign(message, { stream, text, blocks: blocksOf(stream) });
  world.changes.tell({ type: 'message_touched', channel, message });
}

export function endLater(world: World, channel: Channel, message: Message): void {
  world.clock.at(
    world.clock.now() + LIFE_MS,
    () => {
      if (message.stream) changeMessage(world, channel, message, { stream: undefined }, message.user);
    },
    `A message that ${world.app.name} is writing ends`,
  );
}
