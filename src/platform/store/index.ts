export { all, first, type Read, raw, run, type Tx } from '#cols';
export { backupDatabase, restoreDatabase } from './backup.ts';
export { isStorageTrouble, StoreError } from './error.ts';
export { openReadOnly, openStore, type Store } from './open.ts';
export { deliveries, type InboxKind, inbox, type OutboxStatus, outbox } from './platform-tables.ts';
