import { Mrkdwn } from '../mrkdwn/blocks-view.tsx';
import type { Question } from '../store/state.ts';
import { Dialog } from './dialog.tsx';

/** "Are you sure?", as an element's `confirm` words it. */
export function QuestionDialog({ question }: { question: Question }) {
  return (
    <Dialog title={question.title} onEscape={() => question.answer(false)} class="question">
      <div class="dialog-main">
        <Mrkdwn text={question.text} />
      </div>
      <footer class="dialog-foot">
        <button type="button" class="button" onClick={() => question.answer(false)}>
          {question.deny}
        </button>
        <button
          type="button"
          class={`button ${question.danger ? 'danger' : 'primary'}`}
          data-first-focus
          onClick={() => question.answer(true)}
        >
          {question.confirm}
        </button>
      </footer>
    </Dialog>
  );
}
