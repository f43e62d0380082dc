import { BlocksView } from '../mrkdwn/blocks-view.tsx';
import { Link } from '../mrkdwn/link.tsx';
import { Icon } from '../shell/icon.tsx';
import { type Json, list, obj, str, words } from './read-json.ts';
import { richTextBlocks } from './rich-text.ts';

const STATUS: Record<string, string> = {
  pending: 'Waiting',
  in_progress: 'Working',
  complete: 'Done',
  error: 'Failed',
};

export function TaskCardBlock({ block }: { block: Json }) {
  const status = str(block.status, 'pending');
  const sources = list(block.sources);
  return (
    <div class={`task ${status}`}>
      <span class="task-sign">
        {status === 'in_progress' ? (
          <span class="spinner" />
        ) : (
          <Icon name={status === 'complete' ? 'check' : status === 'error' ? 'warning' : 'clock'} />
        )}
      </span>
      <div class="text">
        <p>
          <strong>{words(block.title)}</strong> <span class="faint">{STATUS[status] ?? status}</span>
        </p>
        <BlocksView blocks={richTextBlocks(obj(block.details))} />
        <BlocksView blocks={richTextBlocks(obj(block.output))} />
        {sources.map((source) => (
          <p key={str(source.url)}>
            <Link url={str(source.url)}>{str(source.text)}</Link>
          </p>
        ))}
      </div>
    </div>
  );
}

export function PlanBlock({ block }: { block: Json }) {
  return (
    <div class="container">
      <div class="container-title">{words(block.title)}</div>
      {list(block.tasks).map((task, index) => (
        <TaskCardBlock key={str(task.task_id) || index} block={task} />
      ))}
    </div>
  );
}
