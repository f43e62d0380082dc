import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import type { Clock } from '../clock/index.ts';
import { accept, done, fail } from '../inbox/index.ts';
import { errorName, type Log } from '../log/index.ts';
import type { InboxKind, Store } from '../store/index.ts';
import { identify } from './delivery.ts';

/** What Bolt merges into `context` of every listener; `inboxId` goes into `done` within the command's transaction. */
export interface DeliveryContext {
  inboxId: string;
}

/**
 * Stands between a Bolt receiver and the app: every delivery is in the inbox before it is acknowledged, and none twice.
 * Events are acknowledged once stored and reach the app through `handle`, which the inbox worker calls; commands and
 * interactions go on at once, and their listeners acknowledge them.
 */
export class InboxReceiver implements Receiver {
  readonly #options: { inner: Receiver; store: Store; clock: Clock; log: Log; stored: () => void };
  #app: App | undefined;

  /** `stored` is called after an event has been stored: wake the inbox worker there. */
  constructor(options: { inner: Receiver; store: Store; clock: Clock; log: Log; stored: () => void }) {
    this.#options = options;
  }

  init(app: App): void {
    this.#app = app;
    // The inner receiver sees the app with one method replaced: all it ever calls is processEvent.
    const front: App = Object.create(app, { processEvent: { value: (event: ReceiverEvent) => this.#receive(event) } });
    this.#options.inner.init(front);
  }

  start(...args: unknown[]): Promise<unknown> {
    return this.#options.inner.start(...args);
  }

  stop(...args: unknown[]): Promise<unknown> {
    return this.#options.inner.stop(...args);
  }

  /** Gives a stored event to the app. Rejects when a listener failed, provided that `app.error` throws the error on. */
  readonly handle = async (body: unknown, inboxId: string): Promise<void> => {
    const event = {
      body: asBody(body),
      ack: async () => undefined,
      customProperties: { inboxId } satisfies DeliveryContext,
    };
    await this.#app?.processEvent(event);
  };

  async #receive(event: ReceiverEvent): Promise<void> {
    const { store, clock, log } = this.#options;
    const { kind, id } = identify(event.body);
    if (kind === 'options') return this.#app?.processEvent(event);
    if (kind === 'notice') {
      log.warn('Slack sent something that no listener takes.', { type: event.body.type });
      return event.ack();
    }
    const outcome = await store.inTx((tx) => accept(tx, { id, kind, body: event.body, at: clock.now() }));
    if (outcome === 'duplicate') {
      log.info('A delivery came again and was dropped.', { id, kind, retry: event.retryNum });
      return event.ack();
    }
    if (kind !== 'event') return this.#interact(event, id, kind);
    await event.ack();
    this.#options.stored();
  }

  async #interact(event: ReceiverEvent, inboxId: string, kind: InboxKind): Promise<void> {
    const { store, clock } = this.#options;
    try {
      await this.#app?.processEvent({ ...event, customProperties: { ...event.customProperties, inboxId } });
    } catch (error) {
      await store.inTx((tx) => fail(tx, inboxId, `${kind}_${errorName(error)}`, clock.now(), false));
      throw error;
    }
    await store.inTx((tx) => done(tx, inboxId, clock.now()));
  }
}

// SAFETY: Bolt types a body as an object with any fields; what comes out of the inbox is the JSON object that went in.
const asBody = (body: unknown): ReceiverEvent['body'] => body as ReceiverEvent['body'];
