export { Json, type OutboxEntry, type Receipt, type Wanted } from './entry.ts';
export { Permanent, RateLimited, SendFailure, Transient, Unauthorized } from './failures.ts';
export type { OutboxHealth } from './health.ts';
export { receiptOf, receiptsOf } from './pick.ts';
export type { Job, Sender, Sent } from './sender.ts';
export { withdraw } from './settle.ts';
export { want } from './want.ts';
export { type OutboxOptions, OutboxWorker } from './worker.ts';
