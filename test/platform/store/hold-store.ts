// A process that holds a store open until it is killed; run by lease.test.ts.
import { openStore } from '../../../src/platform/store/index.ts';

const [path = '', migrations = ''] = process.argv.slice(2);
const store = openStore(path, { migrations, now: new Date('2026-03-02T09:00:00.000Z') });
process.send?.('open');
setInterval(() => store.path, 1_000);
