import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { contractPdf } from '../../../scripts/bench/reading-contract.ts';
import { build } from '../../../scripts/build.ts';
import { analyseSafely } from '../../../src/analysis/analyse-safely.ts';
import { offlineEngine } from '../../../src/analysis/offline/index.ts';
import { readDocument } from '../../../src/analysis/reading/read-document.ts';
import { readSafely } from '../../../src/analysis/reading/read-safely.ts';
import { Analysis } from '../../../src/handoff/analysis.ts';
import { call, facts } from '../offline/deal.ts';

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const run = promisify(execFile);

describe('the bundle that users start', () => {
  beforeAll(build);

  it('analyses a deal folder: it finds its children and its models', async () => {
    const deal = fromRoot('samples/deals/thornbury-website');
    const { stdout, stderr } = await run(process.execPath, [fromRoot('dist/cli.js'), 'analyse', deal, '--json']);
    const { sources, commitments } = Analysis.parse(JSON.parse(stdout));

    expect(stderr).not.toContain('I could not read');
    expect(sources).toHaveLength(6);
    expect(commitments.length).toBeGreaterThan(0);
  });

  it('has a child that analyses as the source code does', async () => {
    const deal = [
      call('Priya: We will train your staff for two days on site, free of charge.', 'Olga: Good, thank you.'),
    ];
    const entry = fromRoot('dist/analysis-child.js');

    expect(await analyseSafely(deal, facts, { entry })).toEqual(await offlineEngine.analyse(deal, facts));
  });

  it.each([
    ['of two pages', 2, 2],
    ['of 120 pages with one thread', 120, 2],
    ['of 120 pages with two threads', 120, 4],
  ])('reads a PDF %s as the source code does', async (_how, pages, processors) => {
    const bytes = contractPdf(pages);
    const here = await readDocument(bytes, 'contract.pdf');
    const there = await readSafely(bytes, 'contract.pdf', { entry: fromRoot('dist/document-child.js'), processors });

    expect(here.passages.length).toBeGreaterThan(pages);
    expect(there).toEqual(here);
  });
});
