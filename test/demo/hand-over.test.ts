import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const longest = 90_000;

/** Runs the built demo as its users do. */
const demo = async (...args: string[]): Promise<{ code: number | null; lines: string[] }> => {
  const child = spawn(process.execPath, [fromRoot('dist/demo.js'), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (part: Buffer) => {
    output += part.toString();
  });
  child.stderr.on('data', (part: Buffer) => {
    output += part.toString();
  });
  const [code] = await once(child, 'close');
  return { code: typeof code === 'number' ? code : null, lines: output.trim().split('\n') };
};

const done = (lines: readonly string[]): string[] => lines.filter((line) => line.startsWith('✓'));
const stepTitled = (lines: readonly string[], title: string): string =>
  done(lines).find((line) => line.includes(title)) ?? '';

describe('the main job, handed over by scripted people', () => {
  it('carries the sample deal to its kickoff over Socket Mode', { timeout: longest }, async () => {
    const { code, lines } = await demo('--deal', fromRoot('samples/deals/thornbury-website'));
    expect(code, lines.join('\n')).toBe(0);
    expect(done(lines)).toHaveLength(13);
    expect(stepTitled(lines, 'Kickoff scheduled')).toContain('2026-04-13');
    expect(stepTitled(lines, 'Record checked')).toContain('none twice');
  });

  it('carries the same deal to its kickoff over signed HTTP', { timeout: longest }, async () => {
    const { code, lines } = await demo('--http', '--deal', fromRoot('samples/deals/thornbury-website'));
    expect(code, lines.join('\n')).toBe(0);
    expect(done(lines)).toHaveLength(13);
  });
});

describe('a small deal of an unknown type', () => {
  let dir = '';
  const agreement = [
    '# Statement of work',
    'Between Fenwick Data Ltd ("supplier") and Ostrava Steel a.s. ("customer").',
    '## 1 Scope',
    'The supplier delivers one dashboard with the daily output of three furnaces.',
    'The dashboard is accepted when it shows the figures of seven days without a gap.',
    '## 2 Price and dates',
    'The price is EUR 18,000, payable 30 days after the invoice. Work starts on 11 May 2026 and ends on 30 June 2026.',
    '## 3 Signatures',
    'Signed for the supplier: Lea Horn, 24 April 2026. Signed for the customer: Jan Kral, 24 April 2026.',
  ].join('\n\n');
  const call = [
    'Call of 20 April 2026',
    'Lea Horn: Thank you for the time, Jan.',
    'Jan Kral: Can the dashboard also send alarms by text message?',
    'Lea Horn: Yes, we will add text-message alarms, that is included.',
    'Jan Kral: And the people on the night shift, will you train them?',
    'Lea Horn: We will train the night shift on site, two days, free of charge.',
  ].join('\n');
  const deal = {
    name: 'Furnace dashboard',
    customer: 'Ostrava Steel a.s.',
    dealType: 'industrial_dashboard',
    value: 18_000,
    currency: 'EUR',
    closeDate: '2026-04-24',
    kickoffDate: '2026-05-11',
    vendor: 'Fenwick Data Ltd',
    people: [
      { name: 'Lea Horn', org: 'Fenwick Data', side: 'vendor', title: 'Sales', role: 'account_owner' },
      { name: 'Jan Kral', org: 'Ostrava Steel', side: 'customer', title: 'Plant manager' },
    ],
    files: [
      { path: 'sow.md', kind: 'sow', signed: true },
      { path: 'call.txt', kind: 'call', signed: false },
    ],
  };

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'small-deal-'));
    await writeFile(join(dir, 'deal.json'), JSON.stringify(deal));
    await writeFile(join(dir, 'sow.md'), agreement);
    await writeFile(join(dir, 'call.txt'), call);
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));

  it('is handed over with the general template, and it is said so', { timeout: longest }, async () => {
    const { code, lines } = await demo('--deal', dir);
    expect(code, lines.join('\n')).toBe(0);
    expect(stepTitled(lines, 'Handoff opened')).toContain('no template for “industrial_dashboard”: the general one');
    expect(stepTitled(lines, 'Kickoff scheduled')).not.toBe('');
  });

  it('fails with a sentence and exit code 1 where the folder has no deal.json', { timeout: longest }, async () => {
    const empty = await mkdtemp(join(tmpdir(), 'no-deal-'));
    const { code, lines } = await demo('--deal', empty);
    await rm(empty, { recursive: true, force: true });
    expect(code).toBe(1);
    expect(lines.join('\n')).toContain('There is no deal.json');
  });
});
