import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { addDays } from '../../handoff/calendar.ts';
import { type DigestRow, digestOf } from '../../handoff/digest.ts';
import { openFlags } from '../../handoff/state.ts';
import { templateFor } from '../../handoff/templates.ts';
import { Permanent, type Sender } from '../../platform/outbox/index.ts';
import { run } from '../../platform/store/index.ts';
import { digestScores, type HandoffRow, lastDigestBefore, upcoming } from '../../record/queries.ts';
import { digests } from '../../record/tables.ts';
import { type Desk, todayOf } from '../kit/desk.ts';
import { knownChannel, showMessage } from '../kit/show.ts';
import { digestMessage } from './blocks.ts';

const Args = z.object({ slot: z.string() });

const rowOf = (desk: Desk, row: HandoffRow, before: ReadonlyMap<string, number>): DigestRow[] => {
  const handoff = desk.record.load(row.id);
  if (!handoff) return [];
  const { missing, score, ready } = desk.record.readinessOf(handoff);
  const first = missing.find((one) => one.owners.length > 0);
  const milestone = templateFor(handoff.deal.type).template.milestones.find((one) => one.day > 0);
  return [
    {
      handoff: row.id,
      name: row.name,
      customer: row.customer,
      kickoffDate: row.kickoffDate,
      scheduled: row.kickoffScheduled,
      score,
      ready,
      blocker: first?.text ?? '',
      owner: first?.owners[0] ?? row.deliveryLead,
      before: before.get(row.id) ?? null,
      openFlags: openFlags(handoff).length,
      escalation: row.approver ?? row.deliveryLead,
      firstMilestone: milestone ? `${milestone.title} by ${addDays(row.kickoffDate, milestone.day)}` : 'none',
    },
  ];
};

export const digestSenders = (desk: Desk): Record<string, Sender> => ({
  digest: {
    async send(job) {
      const { slot } = Args.parse(job.entry.args);
      const today = todayOf(desk);
      const channel = desk.digestChannel;
      if (channel === undefined) throw new Permanent('no_digest_channel');
      const earlier = lastDigestBefore(desk.store.read, slot);
      const before = earlier === null ? new Map<string, number>() : digestScores(desk.store.read, earlier);
      const rows = upcoming(desk.store.read)
        .filter((row) => row.kickoffDate >= today)
        .flatMap((row) => rowOf(desk, row, before));
      const channels = new Map(
        rows.flatMap((row) => ((id) => (id ? [[row.handoff, id] as const] : []))(knownChannel(desk, row.handoff))),
      );
      const sent = await showMessage(
        desk,
        job,
        { channel },
        digestMessage(digestOf(slot, rows, today), channels, today),
      );
      return {
        ...sent,
        commit: (tx) => {
          run(tx.delete(digests).where(eq(digests.slot, slot)));
          for (const row of rows) run(tx.insert(digests).values({ slot, handoffId: row.handoff, score: row.score }));
        },
      };
    },
  },
});
