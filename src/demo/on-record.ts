import { asc, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { EventOf, HandoffEventType, Recorded } from '../handoff/events.ts';
import { apply } from '../handoff/fold.ts';
import type { Source } from '../handoff/source.ts';
import type { Handoff } from '../handoff/state.ts';
import { all, deliveries, first, inbox, openReadOnly, outbox } from '../platform/store/index.ts';
import { learnedSoFar } from '../record/learned.ts';
import { findByDeal, loadSources } from '../record/queries.ts';
import { readStream } from '../record/stream.ts';
import { channels, digests, flags, handoffs, openItems, openQuestions, signoffs, sources } from '../record/tables.ts';
import { type LogVerdict, verifyLog } from '../record/verify-log.ts';
import { found } from './step-failed.ts';

const Remote = z.looseObject({ channel: z.string(), ts: z.string().optional() });

/** What Baton has on record, read beside it: rows as somebody with a SQL prompt sees them, and the stream they come from. */
export class OnRecord {
  readonly #store: ReturnType<typeof openReadOnly>;
  #folded: { handoff: Handoff; events: Recorded[] } | null = null;

  constructor(database: string) {
    this.#store = openReadOnly(database);
  }

  close = (): void => this.#store.close();

  get #read() {
    return this.#store.read;
  }

  count = (): number => all(this.#read.select({ id: handoffs.id }).from(handoffs)).length;
  handoffOfDeal = (dealId: string): string | null => findByDeal(this.#read, dealId);

  row(id: string) {
    return found(
      first(this.#read.select().from(handoffs).where(eq(handoffs.id, id))),
      `There is no row of handoff ${id}.`,
    );
  }

  channel = (id: string): string | null =>
    first(this.#read.select().from(channels).where(eq(channels.handoffId, id)))?.channel ?? null;
  sources = (id: string) => all(this.#read.select().from(sources).where(eq(sources.handoffId, id)));
  flags = (id: string) => all(this.#read.select().from(flags).where(eq(flags.handoffId, id)));
  questions = (id: string) => all(this.#read.select().from(openQuestions).where(eq(openQuestions.handoffId, id)));
  signoffs = (id: string) => all(this.#read.select().from(signoffs).where(eq(signoffs.handoffId, id)));
  digests = (slot: string) => all(this.#read.select().from(digests).where(eq(digests.slot, slot)));
  openItems = (id: string) =>
    all(this.#read.select().from(openItems).where(eq(openItems.handoffId, id)).orderBy(asc(openItems.id)));

  /** What the workspace has learned of its detectors. */
  learned = () => learnedSoFar(this.#read);

  /** Where something was delivered, by its outbox key, or null. */
  delivered(key: string): { channel: string; ts: string | null } | null {
    const receipt = first(this.#read.select().from(deliveries).where(eq(deliveries.key, key)));
    const remote = Remote.safeParse(receipt?.remote).data;
    return remote ? { channel: remote.channel, ts: remote.ts ?? null } : null;
  }

  /** The stream and its fold; what was folded before is not folded again. */
  stream(id: string): { handoff: Handoff; events: Recorded[] } {
    const known = this.#folded?.handoff.id === id ? this.#folded : null;
    if (known && this.row(id).revision === known.handoff.revision) return known;
    const fresh = readStream(this.#read, id, known?.handoff.revision ?? 0);
    const handoff = fresh.reduce<Handoff | null>((state, one) => apply(state, id, one), known?.handoff ?? null);
    this.#folded = {
      handoff: found(handoff, `The stream of handoff ${id} is empty.`),
      events: [...(known?.events ?? []), ...fresh],
    };
    return this.#folded;
  }

  handoff = (id: string): Handoff => this.stream(id).handoff;

  eventsOf<T extends HandoffEventType>(id: string, type: T): EventOf<T>[] {
    return this.stream(id).events.flatMap(({ event }) => (event.type === type ? [event as EventOf<T>] : [])); // the type was just compared
  }

  /** What the outbox still has to do, and what it gave up. */
  outbox() {
    const rows = all(this.#read.select().from(outbox));
    return {
      busy: rows.filter((row) => row.status !== 'idle' && row.status !== 'failed'),
      failed: rows.filter((row) => row.status === 'failed'),
    };
  }

  inbox() {
    const rows = all(
      this.#read
        .select({ id: inbox.id, kind: inbox.kind, status: inbox.status, lastError: inbox.lastError })
        .from(inbox)
        .where(inArray(inbox.status, ['new', 'failed'])),
    );
    return {
      busy: rows.filter((row) => row.status === 'new'),
      failed: rows.filter((row) => row.status === 'failed'),
    };
  }

  loadSources = (handoff: Handoff): Source[] => loadSources(this.#read, handoff);

  verify = (): LogVerdict => verifyLog(this.#read);
}
