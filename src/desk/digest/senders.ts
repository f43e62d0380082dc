import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { addDays, onWorkday } from '../../handoff/calendar.ts';
import { type DigestRow, digestOf } from '../../handoff/digest.ts';
import type { Missing } from '../../handoff/readiness.ts';
import { openFlags } from '../../handoff/state.ts';
import { templateFor } from '../../handoff/templates.ts';
import { Permanent, type Sender } from '../../platform/outbox/index.ts';
import { run } from '../../platform/store/index.ts';
import { digestScores, type HandoffRow, lastDigestBefore, upcoming } from '../../record/queries.ts';
import { digests } from '../../record/tables.ts';
import { type Desk, todayOf } from '../kit/desk.ts';
import { several } from '../kit/several.ts';
import { knownChannel, showMessage } from '../kit/show.ts';
import { day } from '../kit/text.ts';
import { digestMessage } from './blocks.ts';

const Args = z.object({ slot: z.string() });

/** What holds it up, by kind and number: the digest is read by many, so it quotes nobody. */
const blockerOf = (missing: readonly Missing[]): string => {
  const first = missing.find((one) => one.owners.length > 0);
  if (!first) return '';
  const count = missing.filter((one) => one.code === first.code).length;
  return several(first.code, count) ?? first.text;
};

const rowOf = (desk: Desk, row: HandoffRow, before: ReadonlyMap<string, number>, today: string): DigestRow[] => {
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
      blocker: blockerOf(missing),
      owner: first?.owners[0] ?? row.deliveryLead,
      before: before.get(row.id) ?? null,
      openFlags: openFlags(handoff).length,
      escalation: row.approver ?? row.deliveryLead,
      firstMilestone: milestone
        ? `${milestone.title} by ${day(onWorkday(addDays(row.kickoffDate, milestone.day)), today)}`
        : 'none',
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
        .flatMap((row) => rowOf(desk, row, before, today));
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
