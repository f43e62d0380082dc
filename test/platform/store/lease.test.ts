import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openStore, StoreError } from '../../../src/platform/store/index.ts';
import { migrations, start, temporaryFolder, temporaryStore } from '../temporary.ts';

const open = (path: string) => openStore(path, { migrations, now: start });

describe('the lease', () => {
  test('turns a second opening away and says who holds the database', () => {
    const store = temporaryStore();
    const second = () => open(store.path);
    expect(second).toThrow(StoreError);
    expect(second).toThrow(new RegExp(`process ${process.pid} .*is using`));
  });

  test('is free again after close', async () => {
    const store = temporaryStore();
    await store.close();
    await open(store.path).close();
  });

  test('holds against another process, and is taken over at once when that one was killed', async () => {
    const path = join(temporaryFolder(), 'baton.sqlite');
    const child = fork(join(import.meta.dirname, 'hold-store.ts'), [path, migrations]);
    onTestFinished(() => void child.kill('SIGKILL'));
    await once(child, 'message');
    expect(() => open(path)).toThrow(new RegExp(`process ${child.pid} `));
    child.kill('SIGKILL');
    await once(child, 'exit');
    await open(path).close();
  });
});
