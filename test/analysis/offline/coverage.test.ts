import { describe, expect, test } from 'vitest';
import { offlineEngine } from '../../../src/analysis/offline/index.ts';
import type { Analysis } from '../../../src/handoff/analysis.ts';
import type { Source } from '../../../src/handoff/source.ts';
import { call, facts, note, signed } from './deal.ts';

const contract = signed(
  'sow',
  'Statement of Work for a rooftop array',
  'In-scope work > Supply and installation of 420 photovoltaic modules on the north barn.',
  'In-scope work > Two training sessions for the maintenance crew, held remotely.',
  'In-scope work > Monthly yield report to the plant manager.',
  'Out of scope > Repair of the roof structure.',
  'Out of scope > Battery storage; quoted separately.',
  'Schedule > Commissioning and grid connection | 30/06/2026',
  'Service > The hotline is staffed Monday to Friday, 8:00 to 17:00.',
  'Service > Faulty inverters are replaced within five working days.',
  'Fees > The service fee is adjusted every January by the price index.',
);

function verdict(line: string, ...more: Source[]) {
  const { commitments } = offlineEngine.analyse([contract, call(line), ...more], facts) as Analysis;
  return commitments[0]?.coverage;
}

describe('coverage against the signed documents', () => {
  test.each([
    ["O: We'll install 420 modules on the north barn.", 'covered', /420/],
    ['O: You get a yield report every month.', 'covered', /yield report/],
    ["O: We'll repair the roof structure while we're up there.", 'contradicted', /Repair of the roof/],
    ["O: I'll throw in the battery storage.", 'contradicted', /Battery storage/],
    ["O: We'll replace faulty inverters within two working days.", 'contradicted', /five working days/],
    [
      'O: The array will be live by the tenth of May, commissioning and grid connection done.',
      'contradicted',
      /30\/06\/2026/,
    ],
    ['O: Somebody from our team answers the hotline at night and on weekends.', 'contradicted', /Monday to Friday/],
    ["O: We'll paint a cow on the gate for you.", 'not_covered', undefined],
  ])('%s is %s', (line, expected, clause) => {
    const found = verdict(line);
    expect(found?.verdict).toBe(expected);
    if (clause) expect(found?.clause?.quote).toMatch(clause);
    else expect(found?.clause).toBeNull();
    expect(found?.why).toMatch(/^[A-Z].*\.$/u);
  });

  test('an approved exception wins over a contradiction and cites the note', () => {
    const found = verdict(
      "O: I'll throw in the battery storage.",
      note('Exception 1: battery storage for the cold room, free. Approved by K. Lind 12 Feb.'),
    );
    expect(found).toMatchObject({ verdict: 'excepted', clause: { source: 'deal_desk' } });
  });

  test('a refused exception is none', () => {
    const found = verdict(
      "O: I'll throw in the battery storage.",
      note('Exception 1: battery storage for the cold room, free. REJECTED by finance.'),
    );
    expect(found?.verdict).toBe('contradicted');
  });

  test('a signed change order replaces the date of the contract', () => {
    const change = signed(
      'change_order',
      'The commissioning and grid connection is moved from 30/06/2026 to 31/07/2026.',
    );
    expect(verdict('O: Commissioning will be done by 30 June, the grid connection too.', change)).toMatchObject({
      verdict: 'contradicted',
      clause: { source: 'change_order' },
    });
  });

  test('with nothing signed, nothing is covered', () => {
    const { commitments, flags } = offlineEngine.analyse(
      [
        { ...contract, signed: false },
        call("O: We'll install 420 modules on the north barn.", "O: I'll throw in the battery storage."),
      ],
      facts,
    ) as Analysis;
    expect(commitments.map(({ coverage }) => [coverage.verdict, coverage.clause])).toEqual([
      ['not_covered', null],
      ['not_covered', null],
    ]);
    expect(commitments[0]?.coverage.why).toMatch(/nothing signed/u);
    expect(flags.some(({ rule }) => rule === 'missing.signed_document')).toBe(true);
  });
});
