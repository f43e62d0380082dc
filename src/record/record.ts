import { desc, eq } from 'drizzle-orm';
import type { Actor } from '../handoff/actor.ts';
import type { Calendar } from '../handoff/calendar.ts';
import { Command, type CommandOf } from '../handoff/command.ts';
import { decide } from '../handoff/decide/index.ts';
import type { Recorded } from '../handoff/events.ts';
import { apply } from '../handoff/fold.ts';
import type { Policy } from '../handoff/policy.ts';
import { type Readiness, readiness } from '../handoff/readiness.ts';
import type { Passage } from '../handoff/source.ts';
import type { Handoff } from '../handoff/state.ts';
import type { Clock } from '../platform/clock/index.ts';
import { done as inboxDone } from '../platform/inbox/index.ts';
import { type Wanted, want } from '../platform/outbox/index.ts';
import { first, type Read, run, type Store, type Tx } from '../platform/store/index.ts';
import { type Learned, learnedIn } from './learned.ts';
import { dealKey, project } from './project.ts';
import { append, readStream } from './stream.ts';
import { events, handoffs, passages } from './tables.ts';
import { withoutSecrets } from './typed.ts';

/** What has just happened, for those who must show it elsewhere. */
export interface Happened {
  before: Handoff | null;
  after: Handoff;
  recorded: readonly Recorded[];
  /** What the workspace knew of its detectors before and after; left out where nothing can have been learned. */
  learned?: Learned;
}

/** Pure: what must now be seen elsewhere. Registered in `main` by desk and connections. */
export type Reaction = (happened: Happened) => Wanted[];

export interface Request {
  actor: Actor;
  command: Command;
  /** The delivery that asked for it; marked done in the same transaction. */
  inboxId?: string | undefined;
}

export interface RecordOptions {
  store: Store;
  clock: Clock;
  calendar: Calendar;
  policy: Policy;
  zone: string;
  reactions: readonly Reaction[];
  newId: (prefix: string) => string;
  random: () => { ref: string; salt: string };
  /** Told after the commit when something that looks like a password was taken out of what this person typed. Must not throw. */
  onSecret?: (user: string, handoffId: string) => void;
}

/** Rows of one INSERT: a long document has tens of thousands of passages, and a statement each would hold everything up. */
const atOnce = 1_000;

/** The one place where decisions meet the database: load → decide → append, project, want, inbox done, in one transaction. */
export class HandoffRecord {
  readonly #options: RecordOptions;
  readonly #folded = new Map<string, Handoff>();

  constructor(options: RecordOptions) {
    this.#options = options;
  }

  get read(): Read {
    return this.#options.store.read;
  }

  /** The handoff as committed, or null. Throws nothing: an unknown id is an answer. */
  load(id: string): Handoff | null {
    return this.#load(this.read, id);
  }

  readinessOf(handoff: Handoff): Readiness {
    const { calendar, clock, zone, policy } = this.#options;
    return readiness(handoff, policy, calendar.localDate(clock.now(), zone));
  }

  /** Opens a handoff, or hands back the live one that this deal id already has: a cancelled one holds its id no longer. */
  async open(request: Request & { command: CommandOf<'open'> }): Promise<{ handoff: Handoff; existing: boolean }> {
    return this.#options.store.inTx((tx) => {
      const key = dealKey(request.command.dealId);
      const known = first(tx.select({ id: handoffs.id }).from(handoffs).where(eq(handoffs.dealKey, key)));
      const handoff = known && this.#load(tx, known.id);
      if (handoff) {
        this.#finish(tx, request);
        return { handoff, existing: true };
      }
      return { handoff: this.#commit(tx, this.#options.newId('h'), null, request), existing: false };
    });
  }

  /** Throws `Refusal` when the domain says no; nothing is written then. `alongside` writes rows that belong to the same change. */
  async run(id: string, given: Request, alongside?: (tx: Tx, after: Handoff) => void): Promise<Handoff> {
    const { request, secrets } = this.#clean(given);
    const committed = await this.#options.store.inTx((tx) => {
      const after = this.#commit(tx, id, this.#load(tx, id), request);
      alongside?.(tx, after);
      return after;
    });
    if (secrets > 0 && request.actor.kind === 'person') this.#options.onSecret?.(request.actor.user, id);
    return committed;
  }

  /** Adds a source together with its passages; both or neither. */
  addSource(
    id: string,
    request: Request & { command: CommandOf<'add_source'> },
    content: readonly Passage[],
  ): Promise<Handoff> {
    return this.run(id, request, (tx, after) => {
      const source = after.sources.at(-1);
      if (!source) throw new Error('a source was added and is not there');
      const rows = content.map((passage, position) => ({
        handoffId: id,
        sourceId: source.id,
        position,
        id: passage.id,
        body: JSON.stringify(passage),
      }));
      for (let at = 0; at < rows.length; at += atOnce) run(tx.insert(passages).values(rows.slice(at, at + atOnce)));
    });
  }

  /** Law A8: a password is never stored, wherever a person typed it. */
  #clean(request: Request): { request: Request; secrets: number } {
    if (request.actor.kind !== 'person') return { request, secrets: 0 };
    const { command, found } = withoutSecrets(request.command);
    return { request: { ...request, command }, secrets: found };
  }

  #commit(tx: Tx, id: string, before: Handoff | null, request: Request): Handoff {
    const { clock, calendar, policy, zone, newId, random, reactions } = this.#options;
    const now = clock.now();
    const command = Command.parse(request.command);
    const fresh = decide(before, command, { actor: request.actor, now, policy, calendar, zone, newId });
    const recorded = append(tx, {
      handoffId: id,
      expected: before?.revision ?? 0,
      events: fresh,
      actor: request.actor,
      at: now.toISOString(),
      random,
    });
    const after = recorded.reduce<Handoff | null>((state, one) => apply(state, id, one), before);
    if (!after) throw new Error('a command without events on a handoff that does not exist');
    project(tx, after, readiness(after, policy, calendar.localDate(now, zone)), now.toISOString());
    const happened: Happened = { before, after, recorded, learned: learnedIn(tx, before, after) };
    for (const reaction of reactions) for (const wanted of reaction(happened)) want(tx, wanted, now);
    this.#finish(tx, request);
    return after;
  }

  #finish(tx: Tx, request: Request): void {
    if (request.inboxId !== undefined) inboxDone(tx, request.inboxId, this.#options.clock.now());
  }

  /** Folds only what is newer than the remembered state; the remembered state is never of a transaction that failed. */
  #load(read: Read, id: string): Handoff | null {
    const known = this.#folded.get(id);
    const last = first(
      read
        .select({ seq: events.seq, hash: events.hash })
        .from(events)
        .where(eq(events.handoffId, id))
        .orderBy(desc(events.seq))
        .limit(1),
    );
    if (!last) return null;
    if (known?.revision === last.seq) return known;
    const base = known && known.revision < last.seq ? known : null;
    const state = readStream(read, id, base?.revision ?? 0).reduce<Handoff | null>(
      (handoff, one) => apply(handoff, id, one),
      base,
    );
    if (state && read === this.read) this.#remember(state);
    return state;
  }

  #remember(state: Handoff): void {
    this.#folded.set(state.id, state);
    const oldest = this.#folded.keys().next().value;
    if (this.#folded.size > 100 && oldest !== undefined) this.#folded.delete(oldest);
  }
}
