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
  const details = richTextBlocks(obj(block.details));
  const output = richTextBlocks(obj(block.output));
  return (
    <div class={`task ${status}`}>
      <span class="task-sign">
        {status === 'in_progress' ? (
          <span class="spinner still" />
        ) : (
          <Icon name={status === 'complete' ? 'check' : status === 'error' ? 'warning' : 'clock'} />
        )}
      </span>
      <div class="task-main text">
        <p>
          <strong>{words(block.title)}</strong> <span class="task-status">{STATUS[status] ?? status}</span>
        </p>
        {details.length > 0 ? (
          <div class="faint small-text">
            <BlocksView blocks={details} />
          </div>
        ) : null}
        {output.length > 0 ? (
          <div class="task-output">
            <BlocksView blocks={output} />
          </div>
        ) : null}
        {sources.length > 0 ? (
          <ul class="task-sources" aria-label="Sources">
            {sources.map((source) => (
              <li key={str(source.url)}>
                <Link url={str(source.url)}>{str(source.text) || str(source.url)}</Link>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </div>
  );
}

export function PlanBlock({ block }: { block: Json }) {
  const tasks = list(block.tasks);
  const done = tasks.filter((task) => task.status === 'complete').length;
  return (
    <section class="container plan" aria-label={words(block.title)}>
      <div class="container-top">
        <span class="container-title">{words(block.title)}</span>
        {tasks.length > 0 ? (
          <span class="faint small-text">
            {done} of {tasks.length} done
          </span>
        ) : null}
      </div>
      <ol class="plan-tasks">
        {tasks.map((task, index) => (
          <li key={str(task.task_id) || index}>
            <TaskCardBlock block={task} />
          </li>
        ))}
      </ol>
    </section>
  );
}
