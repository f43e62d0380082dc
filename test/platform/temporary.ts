import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore, type Store } from '../../src/platform/store/index.ts';

export const migrations = join(import.meta.dirname, '../../migrations/sqlite');
export const start = new Date('2026-03-02T09:00:00.000Z');

/** A folder that goes with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'baton-platform-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A store on a real file, closed with the test. */
export function temporaryStore(path = join(temporaryFolder(), 'baton.sqlite')): Store {
  const store = openStore(path, { migrations, now: start });
  onTestFinished(() => store.close());
  return store;
}

/** A clock that stands until it is moved. */
export class HandClock {
  #now = start;
  now(): Date {
    return this.#now;
  }
  forward(milliseconds: number): void {
    this.#now = new Date(this.#now.getTime() + milliseconds);
  }
}
