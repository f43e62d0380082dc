import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/analysis/reading/read-document.ts';
import { readSafely } from '../../../src/analysis/reading/read-safely.ts';
import { pdf } from './made/pdf.ts';

const entry = join(import.meta.dirname, '../../../src/analysis/reading/child.ts');
const page = [{ text: 'The vendor delivers.', y: 700 }];

describe('a file read in the child process', () => {
  it('gives what reading it here gives', async () => {
    const bytes = pdf([page]);
    expect(await readSafely(bytes, 'a.pdf', { entry })).toEqual(await readDocument(bytes, 'a.pdf'));
  });

  it('is refused there with the same code and sentence', async () => {
    await expect(readSafely(new Uint8Array(0), 'a.pdf', { entry })).rejects.toMatchObject({
      name: 'ReadRefusal',
      code: 'empty',
      message: 'I could not read a.pdf: the file is empty. Check it and drop it again.',
    });
  });

  it('is refused as too hard when its reader crashes', async () => {
    await expect(readSafely(pdf([page]), 'a.pdf', { entry: 'no-such-entry.js' })).rejects.toMatchObject({
      code: 'too_hard',
    });
  });
});

describe('a hostile PDF', () => {
  let worst = 0;
  let last = 0;
  const limits = { timeoutMs: 3000, memoryMb: 300 };
  const operators = Buffer.from('BT /F1 9 Tf 1 0 0 1 9 9 Tm (x) Tj ET\n'.repeat(1_500_000));
  const bombs: Record<string, Uint8Array> = {};
  beforeAll(() => {
    bombs['a stream of 400 MB of spaces'] = pdf([page], { content: deflateSync(Buffer.alloc(400 * 1024 * 1024, ' ')) });
    bombs['a page of 1.5 million operators'] = pdf([page], { content: deflateSync(operators) });
  });

  it.each(['a stream of 400 MB of spaces', 'a page of 1.5 million operators'])(
    'with %s ends in a refusal and never holds this process up',
    async (name) => {
      worst = 0;
      last = performance.now();
      const timer = setInterval(() => {
        worst = Math.max(worst, performance.now() - last);
        last = performance.now();
      }, 5);
      const started = performance.now();
      await expect(readSafely(bombs[name] ?? new Uint8Array(), 'bomb.pdf', { entry, limits })).rejects.toMatchObject({
        name: 'ReadRefusal',
      });
      clearInterval(timer);
      expect(performance.now() - started).toBeLessThan(limits.timeoutMs + 5_000);
      expect(worst).toBeLessThan(1_000);
    },
  );
});
