import { and, eq, inArray } from 'drizzle-orm';
import { receiptsOf, want } from '../../platform/outbox/index.ts';
import { all, deliveries, outbox, run, type Tx } from '../../platform/store/index.ts';
import { channels } from '../../record/tables.ts';
import { MessageRef } from '../kit/show.ts';

/** What stands in Slack as long as its handoff does. Reminders and digests are said once and not again. */
const standing = [
  'members',
  'desk',
  'desk_marks',
  'intake',
  'evidence',
  'flags',
  'flag',
  'amended',
  'questions',
  'packet',
  'packet_part',
  'packet_link',
  'signoffs',
  'kickoff',
];

const wantAgain = (tx: Tx, keys: readonly string[], now: Date): void => {
  const rows = all(
    tx
      .select()
      .from(outbox)
      .where(and(inArray(outbox.key, [...keys]), inArray(outbox.kind, standing))),
  );
  for (const { key, handoffId, kind, args, lane, needs } of rows) {
    run(tx.delete(deliveries).where(eq(deliveries.key, key)));
    // a row that was written as JSON reads back as JSON
    want(tx, { key, handoffId, kind, args: args as never, lane, needs }, now);
  }
};

/** Law 7: a message of ours that somebody deleted stands again, from the record. Returns how many it was. */
export const rebuildMessage = (tx: Tx, handoff: string, at: MessageRef, now: Date): number => {
  const gone = receiptsOf(tx, handoff).filter(({ remote }) => {
    const ref = MessageRef.safeParse(remote).data;
    return ref?.channel === at.channel && ref.ts === at.ts;
  });
  wantAgain(
    tx,
    gone.map((one) => one.key),
    now,
  );
  return gone.length;
};

/** A handoff whose channel is lost gets a new one, with everything in it. */
export const rebuildHandoff = (tx: Tx, handoff: string, now: Date): void => {
  const rows = all(tx.select({ key: outbox.key }).from(outbox).where(eq(outbox.handoffId, handoff)));
  run(tx.delete(channels).where(eq(channels.handoffId, handoff)));
  run(tx.delete(deliveries).where(eq(deliveries.key, `channel:${handoff}`)));
  // everything else waits until the new channel is done
  run(tx.update(outbox).set({ done: 0 }).where(eq(outbox.handoffId, handoff)));
  wantAgain(
    tx,
    rows.map((row) => row.key),
    now,
  );
};
