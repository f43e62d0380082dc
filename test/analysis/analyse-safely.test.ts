import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyseSafely, inChild } from '../../src/analysis/analyse-safely.ts';
import { offlineEngine } from '../../src/analysis/offline/index.ts';
import { call, facts, signed, source } from './offline/deal.ts';

const entry = join(import.meta.dirname, '../../src/analysis/analysis-child.ts');
const deal = [
  call('O: We will train your staff on site, free of charge.', 'H: Good. Who owns the roof survey?'),
  signed('contract', '1. Panels > The supplier installs forty panels.', '2. Training > Training is not included.'),
];

/** `count` sentences of a meeting, in sources of 4000 each. */
const meeting = (count: number) =>
  Array.from({ length: count / 4_000 }, (_, part) => ({
    ...source(
      'call',
      Array.from({ length: 4_000 }, (_, line) => ({
        speaker: 'Olga Brandt',
        text: `Well, in week ${line} the dairy had a quiet time, and Harriet said that the weather on the roof was nice.`,
      })),
    ),
    id: `call-${part}`,
  }));

describe('an analysis in the child process', () => {
  it('is the one that the engine makes here', async () => {
    const here = await offlineEngine.analyse(deal, facts);

    expect(here.commitments).not.toHaveLength(0);
    expect(await analyseSafely(deal, facts, { entry })).toEqual(here);
  });

  it('goes on record under the name and version of the engine that made it', async () => {
    const engine = inChild(offlineEngine, { entry });

    expect(engine).toMatchObject({ name: offlineEngine.name, version: offlineEngine.version });
    expect(await engine.analyse(deal, facts)).toEqual(await offlineEngine.analyse(deal, facts));
  });

  it('of two megabytes leaves this process free', async () => {
    const sources = meeting(20_000);
    let worst = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      worst = Math.max(worst, performance.now() - last);
      last = performance.now();
    }, 5);

    const { sources: read } = await analyseSafely(sources, facts, { entry });
    clearInterval(timer);

    expect(read).toHaveLength(5);
    expect(worst).toBeGreaterThan(0);
    expect(worst).toBeLessThan(500);
  });

  it.each([
    ['timeout', { timeoutMs: 50, memoryMb: 1_024 }],
    ['out_of_memory', { timeoutMs: 60_000, memoryMb: 110 }],
  ])('that meets its limit fails with %s', async (code, limits) => {
    await expect(analyseSafely(meeting(40_000), facts, { entry, limits })).rejects.toMatchObject({
      name: 'DocumentFailure',
      code,
    });
  });

  it('is refused when the child answers with something else', async () => {
    const echo = join(import.meta.dirname, '../platform/documents/children/echo.ts');

    await expect(analyseSafely(deal, facts, { entry: echo })).rejects.toMatchObject({ name: 'ZodError' });
  });
});
