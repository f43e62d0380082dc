// A process that sends one entry to the address given and is killed there; run by crash.test.ts.
import { systemClock } from '../../../src/platform/clock/index.ts';
import { silentLog } from '../../../src/platform/log/index.ts';
import { OutboxWorker } from '../../../src/platform/outbox/index.ts';
import { openStore } from '../../../src/platform/store/index.ts';

const [path = '', migrations = '', address = ''] = process.argv.slice(2);
const store = openStore(path, { migrations, now: new Date('2026-03-02T09:00:00.000Z') });
const post = {
  send: async ({ entry }: { entry: { key: string } }) => {
    await fetch(address, { method: 'POST', body: entry.key });
  },
};
const worker = new OutboxWorker({ store, senders: { post }, clock: systemClock, log: silentLog, random: () => 0.5 });
await worker.start();
// Keeps the process alive: the worker's own timers do not.
setInterval(() => store.path, 1_000);
