export { accept, done, fail, pending, prune } from './accept.ts';
export { maskBody } from './mask.ts';
export { InboxWorker } from './worker.ts';
