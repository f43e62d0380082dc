import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { analyseFolder } from '../../src/analysis/analyse-folder.ts';
import { offlineEngine } from '../../src/analysis/offline/index.ts';
import { readDocument } from '../../src/analysis/reading/read-document.ts';
import { facts } from './offline/deal.ts';

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'baton-folder-'));
});
afterEach(() => rm(dir, { recursive: true }));

test('a deal folder becomes one analysis with its keys in the agreed order; what cannot be read is told', async () => {
  const files = [
    { path: 'sow.md', kind: 'sow', signed: true },
    { path: 'call.txt', kind: 'call', signed: false },
    { path: 'photo.bin', kind: 'call', signed: false },
  ];
  await writeFile(join(dir, 'deal.json'), JSON.stringify({ ...facts, files }));
  await writeFile(
    join(dir, 'sow.md'),
    '# Statement of Work\n\n## Out of scope\n\n- Battery storage; quoted separately.\n',
  );
  await writeFile(
    join(dir, 'call.txt'),
    '00:01 Olga Brandt: Good morning.\n00:05 Olga Brandt: Battery storage is included in the price.\n00:09 Harriet Moss: Lovely, thank you.\n',
  );
  await writeFile(join(dir, 'photo.bin'), Buffer.from([0, 1, 2, 255, 0, 3]));

  const { analysis, notices, refused } = await analyseFolder(dir, offlineEngine, { read: readDocument });

  expect(Object.keys(analysis)).toEqual([
    'sources',
    'commitments',
    'flags',
    'scope',
    'questions',
    'stakeholders',
    'dependencies',
    'risks',
    'successMetrics',
    'buyerIntent',
    'dropped',
  ]);
  expect(analysis.commitments.map(({ text, speaker, coverage }) => [text, speaker, coverage.verdict])).toEqual([
    ['Battery storage is included in the price.', 'Olga Brandt', 'contradicted'],
  ]);
  expect(analysis.sources.map(({ name }) => name)).toEqual(['sow.md', 'call.txt']);
  expect(refused.map(({ path }) => path)).toEqual(['photo.bin']);
  expect(notices).toEqual([]);
});
