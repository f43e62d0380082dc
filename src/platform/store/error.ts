export type StoreErrorCode =
  | 'in_use'
  | 'exists'
  | 'corrupt'
  | 'newer_database'
  | 'foreign_database'
  | 'migration_changed'
  | 'migration_failed'
  | 'async_transaction'
  | 'closed';

/** Why the database cannot be used; the message is a sentence for the operator. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  constructor(code: StoreErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'StoreError';
    this.code = code;
  }
}

/** True when the disk or another process stood in the way (full, I/O, busy), so that the same write may work later. */
export function isStorageTrouble(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return /^SQLITE_(FULL|IOERR|BUSY|READONLY|CANTOPEN)/.test(code) || isStorageTrouble(error.cause);
}
