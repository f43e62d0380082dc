import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readSafely } from '../../src/analysis/reading/read-safely.ts';
import { splitSentences } from '../../src/analysis/reading/sentences.ts';
import { build } from '../build.ts';
import { contractPdf } from './reading-contract.ts';

/** Medians in ms; `ratio` is ours over pdftotext, which is null where this machine has none (Debian: poppler-utils). */
export type PdfFigures = {
  pages: number;
  sentences: number;
  oursMs: number;
  pdftotextMs: number | null;
  ratio: number | null;
};

export const documentChild = fileURLToPath(new URL('../../dist/document-child.js', import.meta.url));

/** From call to cited sentences through the child process as it is shipped, in turns with pdftotext alone on the same file. */
export async function measurePdf(file?: string, runs = 5): Promise<PdfFigures> {
  await build();
  const dir = await mkdtemp(join(tmpdir(), 'bench-reading-'));
  try {
    const path = file ?? join(dir, 'contract.pdf');
    if (!file) await writeFile(path, contractPdf(300));
    const bytes = new Uint8Array(await readFile(path));
    const floor: number[] = [];
    const ours: number[] = [];
    let sentences = 0;
    let pages = 0;
    for (let run = 0; run < runs; run += 1) {
      const before = performance.now();
      const { error } = spawnSync('pdftotext', [path, join(dir, 'out.txt')]);
      if (!error) floor.push(performance.now() - before);
      const started = performance.now();
      const { passages } = await readSafely(bytes, 'contract.pdf', { entry: documentChild });
      const cited = passages.flatMap(({ text, locator }) => splitSentences(text).map((one) => ({ ...one, locator })));
      ours.push(performance.now() - started);
      sentences = cited.length;
      pages = Math.max(...passages.map(({ locator }) => Number(/^page (\d+)/u.exec(locator)?.[1] ?? 0)));
    }
    const oursMs = median(ours);
    const pdftotextMs = floor.length > 0 ? median(floor) : null;
    return { pages, sentences, oursMs, pdftotextMs, ratio: pdftotextMs === null ? null : oursMs / pdftotextMs };
  } finally {
    await rm(dir, { recursive: true });
  }
}

export const median = (numbers: number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  console.log(JSON.stringify(await measurePdf(process.argv[2])));
