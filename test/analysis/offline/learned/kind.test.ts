import { expect, test } from 'vitest';
import { kindOf } from '../../../../src/analysis/offline/learned/kind.ts';
import { kindFeatures } from '../../../../src/analysis/offline/learned/kind-features.ts';
import { CommitmentKind } from '../../../../src/handoff/vocabulary.ts';

test.each([
  ["We'll connect the scale to your stock system.", 'integration'],
  ['You get two days of training for your staff.', 'training'],
  ["We'll move all your old records into the new system.", 'data_migration'],
  ['Tomasz will be your project manager for the whole project.', 'staffing'],
  ["We'll waive the monthly fee.", 'price_payment'],
  ['The line will be live by the tenth of May.', 'timeline'],
  ['We respond to every incident within two hours.', 'service_level'],
  ['I guarantee you thirty percent lower bills.', 'performance_guarantee'],
  ['You get a warranty of five years on the panels.', 'legal_warranty'],
  ['We will build a second display for the canteen.', 'deliverable'],
])('%s is of the kind %s', (text, kind) => {
  expect(kindOf(text)).toBe(kind);
});

test('a yes has the kind of what it answers', () => {
  expect(kindOf('Can you train our staff for two days? Yes, of course.')).toBe('training');
});

test('even nothing has a kind', () => {
  expect(CommitmentKind.options).toContain(kindOf(''));
});

test('the model sees words, pairs, what is measured and, marked, what was asked', () => {
  const { features } = kindFeatures('Within two hours.', 'How fast?');
  expect(features).toEqual(expect.arrayContaining(['within', 'within_#', '%duration', 'q:how', 'q:fast']));
  expect(features).not.toContain('how');
});
