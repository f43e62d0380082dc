import type { Sender } from '../../platform/outbox/index.ts';
import type { Desk } from '../kit/desk.ts';
import { channelOf, handoffOf, showMessage } from '../kit/show.ts';
import { questionsMessage } from './blocks.ts';
import { whenOf } from './when.ts';

export const questionSenders = (desk: Desk): Record<string, Sender> => ({
  questions: {
    async send(job) {
      const handoff = handoffOf(desk, job);
      const shown = questionsMessage(handoff, whenOf(desk));
      return showMessage(desk, job, { channel: channelOf(desk, handoff.id) }, shown);
    },
  },
});
