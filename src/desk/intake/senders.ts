import type { Sender } from '../../platform/outbox/index.ts';
import type { Desk } from '../kit/desk.ts';
import { channelOf, handoffOf, showMessage } from '../kit/show.ts';
import { intakeMessage } from './blocks.ts';

export const intakeSenders = (desk: Desk): Record<string, Sender> => ({
  intake: {
    async send(job) {
      const handoff = handoffOf(desk, job);
      return showMessage(desk, job, { channel: channelOf(desk, handoff.id) }, intakeMessage(handoff));
    },
  },
});
