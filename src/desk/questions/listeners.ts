import type { App } from '@slack/bolt';
import { z } from 'zod';
import { person } from '../../handoff/actor.ts';
import type { Desk } from '../kit/desk.ts';
import { onClick } from '../kit/listen.ts';
import { requirePeople } from '../kit/people.ts';
import { anyWords, loadHandoff, rehearse } from '../kit/rehearse.ts';
import { onSubmit } from '../kit/submit.ts';
import {
  answerCallback,
  answerQuestionModal,
  askCallback,
  askQuestionModal,
  assignCallback,
  assignQuestionModal,
  questionsModal,
} from './views.ts';
import { whenOf } from './when.ts';

const About = z.object({ h: z.string() });
const One = z.object({ h: z.string(), question: z.string() });

const registerClicks = (app: App, desk: Desk): void => {
  onClick(app, desk, 'question.next', About, async ({ h }, asked) =>
    asked.show(questionsModal(loadHandoff(desk, h), whenOf(desk))),
  );

  onClick(app, desk, 'question.answer', One, async ({ h, question }, asked) => {
    const handoff = loadHandoff(desk, h);
    const words = { text: anyWords, source: anyWords };
    rehearse(desk, handoff, asked.user, { type: 'answer_question', id: question, ...words });
    await asked.show(answerQuestionModal(handoff, question));
  });

  onClick(app, desk, 'question.more', One, async ({ h, question }, asked) => {
    const handoff = loadHandoff(desk, h);
    rehearse(desk, handoff, asked.user, { type: 'assign_question', id: question, owner: asked.user });
    await asked.show(assignQuestionModal(handoff, question));
  });

  onClick(app, desk, 'question.ask', About, async ({ h }, asked) => {
    const handoff = loadHandoff(desk, h);
    const when = whenOf(desk);
    const like = { text: anyWords, owner: asked.user, due: when.today, blocking: false };
    rehearse(desk, handoff, asked.user, { type: 'ask_question', ...like });
    await asked.show(askQuestionModal(handoff, when));
  });
};

const Answer = z.object({ text: z.string().nullable(), source: z.string().nullable() });
const Ask = z.object({
  text: z.string().nullable(),
  owner: z.string(),
  due: z.string(),
  blocking: z.enum(['yes', 'no']),
});
const Assign = z.object({ owner: z.string() });

/** Answering, asking and passing on open questions. */
export const registerQuestions = (app: App, desk: Desk): void => {
  registerClicks(app, desk);

  onSubmit(app, desk, answerCallback, { metadata: One, values: Answer }, async ({ metadata, values }, asked) => {
    await desk.record.run(metadata.h, {
      actor: person(asked.user),
      inboxId: asked.inboxId,
      command: {
        type: 'answer_question',
        id: metadata.question,
        text: values.text ?? '',
        source: values.source ?? '',
      },
    });
    return undefined;
  });

  onSubmit(app, desk, askCallback, { metadata: About, values: Ask }, async ({ metadata, values }, asked) => {
    const { owner, due } = values;
    await requirePeople(desk, { owner });
    await desk.record.run(metadata.h, {
      actor: person(asked.user),
      inboxId: asked.inboxId,
      command: { type: 'ask_question', text: values.text ?? '', owner, due, blocking: values.blocking === 'yes' },
    });
    return undefined;
  });

  onSubmit(app, desk, assignCallback, { metadata: One, values: Assign }, async ({ metadata, values }, asked) => {
    const { owner } = values;
    await requirePeople(desk, { owner });
    await desk.record.run(metadata.h, {
      actor: person(asked.user),
      inboxId: asked.inboxId,
      command: { type: 'assign_question', id: metadata.question, owner },
    });
    return undefined;
  });
};
