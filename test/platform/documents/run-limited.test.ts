import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Limits, runLimited } from '../../../src/platform/documents/run-limited.ts';

const child = (name: string) => join(import.meta.dirname, 'children', `${name}.ts`);
const run = (name: string, input: unknown = null, limits: Partial<Limits> = {}) =>
  runLimited({ entry: child(name), input, limits: { timeoutMs: 10_000, memoryMb: 256, ...limits } });

describe('a module run in a child process', () => {
  it('gets its input and answers past what it prints', async () => {
    expect(await run('echo', { bytes: new Uint8Array([1, 2]), name: 'ä' })).toMatchObject({
      input: { bytes: { 0: 1, 1: 2 }, name: 'ä' },
    });
  });

  it('sees nothing of the environment, so no token', async () => {
    process.env.BATON_TEST_TOKEN = 'secret';
    expect(await run('echo')).toMatchObject({ environment: [] });
    delete process.env.BATON_TEST_TOKEN;
  });

  it('may neither write a file nor start a program', async () => {
    expect(await run('reaches-out', join(tmpdir(), 'never'))).toEqual({
      write: 'ERR_ACCESS_DENIED',
      start: 'ERR_ACCESS_DENIED',
    });
  });

  it.each([
    ['timeout', 'spins', { timeoutMs: 600 }],
    ['out_of_memory', 'fills-heap', {}],
    ['out_of_memory', 'fills-buffers', {}],
    ['too_large', 'floods', { memoryMb: 1024 }],
    ['crashed', 'throws', {}],
    ['crashed', 'says-nothing', {}],
    ['crashed', 'no-such-module', {}],
  ])('fails with %s when it %s', async (code, name, limits) => {
    await expect(run(name, null, limits)).rejects.toMatchObject({ name: 'DocumentFailure', code });
  });
});

describe('the process that started it', () => {
  let worst = 0;
  let timer: NodeJS.Timeout;
  beforeEach(() => {
    worst = 0;
    let last = performance.now();
    timer = setInterval(() => {
      worst = Math.max(worst, performance.now() - last);
      last = performance.now();
    }, 5);
  });
  afterEach(() => clearInterval(timer));

  it('goes on with its work while the child spins and fills the memory', async () => {
    await Promise.allSettled([run('spins', null, { timeoutMs: 1500 }), run('fills-buffers')]);
    expect(worst).toBeGreaterThan(0);
    expect(worst).toBeLessThan(1_000);
  });
});
