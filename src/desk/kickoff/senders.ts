import type { Sender } from '../../platform/outbox/index.ts';
import { type Desk, todayOf } from '../kit/desk.ts';
import { channelOf, handoffOf, showMessage } from '../kit/show.ts';
import { packetLink } from '../packet/receipt.ts';
import { kickoffMessage } from './blocks.ts';

export const kickoffSenders = (desk: Desk): Record<string, Sender> => ({
  kickoff: {
    async send(job) {
      const handoff = handoffOf(desk, job);
      const shown = kickoffMessage(handoff, todayOf(desk), packetLink(desk, handoff.id));
      return shown ? showMessage(desk, job, { channel: channelOf(desk, handoff.id) }, shown) : undefined;
    },
  },
});
