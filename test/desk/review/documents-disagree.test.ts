import { expect, test } from 'vitest';
import type { Flag } from '../../../src/handoff/analysis.ts';
import { card, withFlags } from './flags.ts';
import { expectSound, readable } from './read.ts';

const flag: Flag = {
  id: 'raw-1',
  type: 'contradiction',
  severity: 'high',
  text: 'contract.pdf says 30 days, sow.pdf says 14 days. No clause says which document prevails.',
  why: 'Delivery would be held to both.',
  rule: 'document.contracts_disagree',
  commitment: null,
  evidence: [
    { source: 's1', quote: 'Backups are kept for 30 days.', locator: 'page 4 § 6' },
    { source: 's2', quote: 'The provider keeps backups for 14 days.', locator: 'page 2 § 3' },
  ],
};

test('two signed documents that disagree stand side by side, and it is nobody’s promise', () => {
  const one = withFlags([flag]);
  const shown = card(one.state(), one.flag('contradiction').flag.id);
  expectSound(shown);
  const words = readable(shown.blocks);
  expect(words).toContain('*Signed documents disagree · high*');
  expect(words).toContain('“Backups are kept for 30 days.”');
  expect(words).toContain('“The provider keeps backups for 14 days.”');
  expect(words).toContain('Found by: comparison of the signed documents');
  expect(words).not.toContain('Promise against the contract');
});
