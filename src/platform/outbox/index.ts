export type { Wanted } from './entry.ts';
export { Permanent, RateLimited, SendFailure, Transient, Unauthorized } from './failures.ts';
export { receiptOf, receiptsOf } from './pick.ts';
export { pruneOutbox } from './prune.ts';
export type { Job, Sender, Sent } from './sender.ts';
export { withdraw } from './settle.ts';
export { want } from './want.ts';
export { OutboxWorker } from './worker.ts';
