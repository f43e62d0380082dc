import { and, asc, desc, eq, gt, inArray } from 'drizzle-orm';
import { Actor } from '../handoff/actor.ts';
import { HandoffEvent, type Recorded } from '../handoff/events.ts';
import { all, first, type Read, run, type Tx } from '../platform/store/index.ts';
import { genesis, hashOf } from './chain.ts';
import { refsOf, seal, unseal } from './seal.ts';
import { events, sealed } from './tables.ts';

/** The events of a handoff after `after`, oldest first, with their texts put back. */
export const readStream = (read: Read, handoffId: string, after = 0): Recorded[] => {
  const rows = all(
    read
      .select()
      .from(events)
      .where(and(eq(events.handoffId, handoffId), gt(events.seq, after)))
      .orderBy(asc(events.seq)),
  );
  const found = rows.map((row) => ({ row, data: JSON.parse(row.data) as unknown }));
  const bodies = textsOf(
    read,
    found.flatMap(({ data }) => refsOf(data)).map(({ ref }) => ref),
  );
  return found.map(({ row, data }) => ({
    seq: row.seq,
    at: row.at,
    actor: Actor.parse(JSON.parse(row.actor)),
    event: HandoffEvent.parse(unseal(data, bodies)),
  }));
};

/** Of these texts only: a handoff's earlier analyses may be megabytes that nobody asked for. 500 at a time, below any limit of parameters. */
const textsOf = (read: Read, refs: readonly string[]): Map<string, string> => {
  const bodies = new Map<string, string>();
  for (let from = 0; from < refs.length; from += 500) {
    const rows = all(
      read
        .select({ ref: sealed.ref, body: sealed.body })
        .from(sealed)
        .where(inArray(sealed.ref, refs.slice(from, from + 500))),
    );
    for (const { ref, body } of rows) bodies.set(ref, body);
  }
  return bodies;
};

export interface Appending {
  handoffId: string;
  /** The stream's length that the decision was made on; the unique index refuses a second append on the same one. */
  expected: number;
  events: readonly HandoffEvent[];
  actor: Actor;
  at: string;
  random: () => { ref: string; salt: string };
}

export const append = (tx: Tx, { handoffId, expected, events: fresh, actor, at, random }: Appending): Recorded[] => {
  const last = first(
    tx.select({ position: events.position, hash: events.hash }).from(events).orderBy(desc(events.position)).limit(1),
  );
  let position = last?.position ?? 0;
  let prevHash = last?.hash ?? genesis;
  return fresh.map((event, index) => {
    const { data, rows } = seal(event, random);
    position += 1;
    const link = {
      position,
      handoffId,
      seq: expected + index + 1,
      at,
      actor: JSON.stringify(actor),
      type: event.type,
      data: JSON.stringify(data),
      prevHash,
    };
    prevHash = hashOf(link);
    run(tx.insert(events).values({ ...link, hash: prevHash }));
    for (const row of rows) run(tx.insert(sealed).values({ ...row, handoffId }));
    return { seq: link.seq, at, actor, event };
  });
};
