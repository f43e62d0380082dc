import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { shipped } from '../../evals/rows.ts';

const root = join(import.meta.dirname, '../..');
const run = (...args: string[]) => promisify(execFile)(process.execPath, ['evals/run.ts', ...args], { cwd: root });
const Last = z.object({
  tasks: z.record(z.string(), z.record(z.string(), z.object({ value: z.number().nullable(), on: z.string() }))),
  targets: z.number(),
  met: z.number(),
  missed: z.array(z.string()),
});
const lastLine = (out: string) => Last.parse(JSON.parse(out.trim().split('\n').at(-1) ?? ''));

test('one task prints a table for people and ends with one JSON object', async () => {
  const { stdout } = await run('--task', 'acceptance');
  expect(stdout).toMatch(/^task +figure +value +95 % +cross-validated +target +met\? +on$/mu);
  expect(stdout).toMatch(/^acceptance +deliverable with its criteria, F1 +0\.\d+ .* ≥ 0\.80 +yes/mu);
  const { tasks, targets, met, missed } = lastLine(stdout);
  expect(tasks.acceptance?.item_f1?.value).toBeGreaterThan(0.8);
  expect(met + missed.length).toBe(targets);
});

test('the same data give the same figures and intervals, byte for byte', async () => {
  const [one, other] = [await run('--task', 'acceptance'), await run('--task', 'acceptance')];
  expect(one.stdout).toBe(other.stdout);
});

test('other rows in the same format are measured, with the documents that stand beside them', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'baton-eval-'));
  try {
    mkdirSync(join(dir, 'sow'));
    const rows = readFileSync(shipped('public/qasp_acceptance.jsonl'), 'utf8').split('\n').slice(0, 5);
    writeFileSync(join(dir, 'rows.jsonl'), rows.join('\n'));
    cpSync(shipped('public/sow/18f_fedramp_qasp.md.gz'), join(dir, 'sow/18f_fedramp_qasp.md.gz'));
    const { stdout } = await run('--task', 'acceptance', '--data', join(dir, 'rows.jsonl'));
    expect(lastLine(stdout).tasks.acceptance?.item_f1).toMatchObject({ value: 1, on: '1 documents' });
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});

test('a deal folder of one’s own is scored by its gold, and every quote is looked up', async () => {
  const { stdout } = await run('--deals', shipped('deals-given/wandoo-managed-it'));
  const { tasks } = lastLine(stdout);
  expect(Object.keys(tasks)).toEqual(['deals', 'grounding']);
  expect(tasks.deals?.commitments_f1).toMatchObject({ on: '1 deals' });
  expect(tasks.grounding?.found?.value).toBe(1);
});

test('an unknown task is refused with the names of those there are', async () => {
  await expect(run('--task', 'guessing')).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^There is no task guessing\. The tasks are deals, .*speed\./u),
  });
});

test('a data file without its task is refused', async () => {
  await expect(run('--data', 'rows.jsonl')).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining('add --task NAME'),
  });
});
