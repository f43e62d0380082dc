import { expect, it } from 'vitest';
import type { Desk } from '../../src/desk/kit/desk.ts';
import { createTick } from '../../src/desk/tick.ts';
import { defaultPolicy } from '../../src/handoff/policy.ts';
import { calendar } from '../../src/platform/calendar/index.ts';
import { want } from '../../src/platform/outbox/index.ts';
import { all, outbox, run } from '../../src/platform/store/index.ts';
import { RecordingLog } from '../platform/recording-log.ts';
import { HandClock, temporaryStore } from '../platform/temporary.ts';
import { recordOn } from '../record/support/a-record.ts';

it('a new day forgets what was done once, thirty days after', async () => {
  const store = temporaryStore();
  const clock = new HandClock();
  const record = recordOn(store, clock);
  const log = new RecordingLog();
  const desk = { store, clock, record, log, calendar, policy: defaultPolicy, zone: 'UTC' } as unknown as Desk; // all that an empty desk uses
  await store.inTx((tx) => {
    want(tx, { key: 'a', handoffId: null, kind: 'read', args: {}, lane: 'l', once: true }, clock.now());
    run(tx.update(outbox).set({ status: 'idle', done: 1 }));
  });
  const tick = createTick(desk);
  const kept = () => all(store.read.select().from(outbox)).length;

  clock.forward(30 * 86_400_000);
  await tick(clock.now());
  expect(kept()).toBe(1);
  clock.forward(86_400_000);
  await tick(clock.now());
  expect(kept()).toBe(0);
});
