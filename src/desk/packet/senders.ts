import { packetOf } from '../../handoff/packet/index.ts';
import type { Handoff } from '../../handoff/state.ts';
import { Permanent, type Sender, Transient } from '../../platform/outbox/index.ts';
import type { Desk } from '../kit/desk.ts';
import { handoffOf, messageAt, showMessage } from '../kit/show.ts';
import { handEditMessage, packetLinkMessage } from './blocks.ts';
import { EditArgs, PartArgs } from './entries.ts';
import { marksOf } from './inline.ts';
import { packetMessages, spare } from './messages.ts';
import { packetAt, packetLink } from './receipt.ts';
import { packetSender } from './send-packet.ts';

const threadOf = (desk: Desk, handoff: Handoff): { channel: string; thread_ts: string } => {
  const at = messageAt(desk, `desk:${handoff.id}`);
  if (!at) throw new Transient('no_desk_yet', { maybeSent: false });
  return { channel: at.channel, thread_ts: at.ts };
};

const parsed = <T>(found: { success: boolean; data?: T }): T => {
  if (!found.success || found.data === undefined) throw new Permanent('bad_args');
  return found.data;
};

export const packetSenders = (desk: Desk): Record<string, Sender> => ({
  packet: packetSender(desk),
  packet_link: {
    async send(job) {
      const handoff = handoffOf(desk, job);
      const at = packetAt(desk, handoff.id);
      if (!at) throw new Permanent('no_packet');
      return showMessage(desk, job, threadOf(desk, handoff), packetLinkMessage(at, packetLink(desk, handoff.id)));
    },
  },
  packet_part: {
    async send(job) {
      const handoff = handoffOf(desk, job);
      const { part } = parsed(PartArgs.safeParse(job.entry.args));
      const found = packetMessages(packetOf(handoff), marksOf(handoff)).find((one) => one.key === part);
      if (!found && !job.receipt) return undefined;
      return showMessage(desk, job, threadOf(desk, handoff), found?.shown ?? spare);
    },
  },
  packet_edit: {
    async send(job) {
      const { theirs } = parsed(EditArgs.safeParse(job.entry.args));
      return showMessage(desk, job, threadOf(desk, handoffOf(desk, job)), handEditMessage(theirs));
    },
  },
});
