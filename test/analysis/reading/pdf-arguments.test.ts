import { describe, expect, it } from 'vitest';
import { PDF, pdfArguments, TWO_THREADS } from '../../../src/analysis/reading/pdf-arguments.ts';

const pdfOf = (size: number) => new Uint8Array(Buffer.from('%PDF-1.7'.padEnd(size)));

describe('the threads that a PDF is read with', () => {
  it.each([
    ['a long one on two processors: one, the other is for those who wait', pdfOf(500_000), 2, [PDF]],
    ['a long one on four processors: two', pdfOf(500_000), 4, [PDF, TWO_THREADS]],
    ['a short one: one', pdfOf(5_000), 4, [PDF]],
    ['what is no PDF: its code is not even loaded', new Uint8Array(500_000), 4, []],
  ])('%s', (_case, bytes, processors, expected) => expect(pdfArguments(bytes, processors)).toEqual(expected));
});
