import type { Task } from '../task.ts';
import { run } from './questions.ts';

/** Questions of people who take a deal over; `--data` names a folder of rows. */
export const questions: Task = {
  name: 'questions',
  about: 'questions about deals, answered by quotes from the record, and questions that the record does not answer',
  async run({ data }) {
    const { all, heldOut } = await run(data);
    const answerable = `${all.questions} questions`;
    return [
      { id: 'hit_at_1', label: 'first quote answers', value: all.hit1, on: answerable },
      { id: 'hit_at_3', label: 'one of three quotes answers', value: all.hit3, on: answerable },
      {
        id: 'false_answers',
        label: 'answered though the record is silent',
        value: all.falseAnswers,
        on: `${all.unanswerable} questions`,
      },
      {
        id: 'hit_at_1_unseen',
        label: 'first quote answers, deals the bar was not set on',
        value: heldOut.hit1,
        on: `${heldOut.questions} questions`,
      },
    ];
  },
};
