import { describe, expect, test } from 'vitest';
import { ClauseBook } from '../../../../src/analysis/offline/learned/clause-book.ts';
import { PAIR_FEATURES } from '../../../../src/analysis/offline/learned/pair-features.ts';
import { prepare } from '../../../../src/analysis/offline/learned/prepared.ts';

const CLAUSES = [
  { text: 'The Supplier trains both shifts on site.', heading: 'services', excluded: false },
  { text: 'Faults are answered within eight hours.', heading: 'services', excluded: false },
  { text: 'Invoices are payable within 30 days.', heading: 'fees', excluded: false },
  { text: 'Storage of spare parts.', heading: 'out of scope', excluded: true },
  { text: 'This is the entire agreement of the parties.', heading: '', excluded: false },
];
const book = new ClauseBook(CLAUSES);
const rows = (said: string, context = '', limit = CLAUSES.length) =>
  book.rows(prepare(said), context ? prepare(context) : undefined, limit);
type Name = (typeof PAIR_FEATURES)[number];
/** The named features of the clause at `at` beside a promise. */
function features(said: string, at: number, ...names: Name[]): (number | undefined)[] {
  const row = rows(said).find((one) => one.at === at);
  return names.map((name) => row?.features[PAIR_FEATURES.indexOf(name)]);
}

describe('the clauses of a document, asked about a promise', () => {
  test.each([
    ["We'll train both of your shifts.", 0],
    ['Your shift workers get training.', 0],
    ['We answer every fault the same day.', 1],
    ['You may pay the invoices in 90 days.', 2],
    ['We keep your spare parts in storage.', 3],
  ])('“%s” has the clause on its subject first', (said, at) => {
    expect(rows(said)[0]?.at).toBe(at);
  });

  test('what the buyer asked leads to the clause where the answer does not', () => {
    expect(rows('Yes, of course.', 'Would you train both shifts?')[0]?.at).toBe(0);
  });

  test('a clause that only says that nothing else holds stands behind another on its subject', () => {
    const texts = ['The entire agreement of the parties.', 'The agreement of the parties.'];
    const closing = new ClauseBook(texts.map((text) => ({ text, heading: '', excluded: false })));
    const found = closing.rows(prepare('This is the agreement of the parties.'), undefined, 2);
    expect(found.map(({ at }) => at)).toEqual([1, 0]);
  });

  test('only so many are looked at, and those asked for by number', () => {
    expect(rows("We'll train both of your shifts.", '', 1).map(({ at }) => at)).toEqual([0]);
    const kept = book.rows(prepare("We'll train both of your shifts."), undefined, 1, [3]).map(({ at }) => at);
    expect([...kept].sort()).toEqual([0, 3]);
  });

  test('all rows are equally long, all numbers are finite, and the same question has the same answer', () => {
    const found = rows("We'll train both of your shifts within 4 hours.", 'Who pays?');
    expect(new Set(found.map((row) => row.features.length)).size).toBe(1);
    expect(found[0]?.features.length).toBeGreaterThan(PAIR_FEATURES.length);
    expect(found.flatMap((row) => row.features).every(Number.isFinite)).toBe(true);
    expect(rows("We'll train both of your shifts within 4 hours.", 'Who pays?')).toEqual(found);
  });

  test('no clauses, no rows', () => {
    expect(new ClauseBook([]).rows(prepare('We train you.'), undefined, 5)).toEqual([]);
  });
});

describe('numbers of a promise beside those of a clause', () => {
  const NUMBERS = ['agreeing', 'differing', 'smaller', 'larger', 'agrees_duration', 'differs_duration'] as const;
  test.each([
    ['the same in other words', 'We answer faults within 8 hours.', [1, 0, 0, 0, 1, 0]],
    ['the clause says more', 'We answer faults within four hours.', [0, 1, 0, 1, 0, 1]],
    ['the clause says less', 'We answer faults within two days.', [0, 1, 1, 0, 0, 1]],
    ['another dimension', 'We answer 90 percent of the faults.', [0, 0, 0, 0, 0, 0]],
    ['none said', 'We answer faults.', [0, 0, 0, 0, 0, 0]],
  ])('%s', (_what, said, expected) => {
    expect(features(said, 1, ...NUMBERS)).toEqual(expected);
  });
});

test('what a document leaves out and what only closes it are marked', () => {
  const marks = (at: number) => features('We keep your spare parts.', at, 'excluded', 'general');
  expect([marks(0), marks(3), marks(4)]).toEqual([
    [0, 0],
    [1, 0],
    [0, 1],
  ]);
});

test('a word shared with the heading alone counts there alone', () => {
  const [text = 0, heading = 0] = features('Which services do you have?', 0, 'said_share', 'said_share_heading');
  expect(text).toBe(0);
  expect(heading).toBeGreaterThan(0);
});
