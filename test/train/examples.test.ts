import { describe, expect, test } from 'vitest';
import type { Talk } from '../../scripts/train/data/said.ts';
import { kindExamples } from '../../scripts/train/kind.ts';
import { orderOf } from '../../scripts/train/lines.ts';
import { f1 } from '../../scripts/train/measure.ts';
import { principalAxes } from '../../scripts/train/principal-axes.ts';
import { promiseExamples } from '../../scripts/train/promise.ts';
import { seeded } from '../../scripts/train/seeded.ts';
import { SECTIONS } from '../../src/analysis/offline/learned/sections.ts';
import { People } from '../../src/analysis/offline/people.ts';
import { utterances } from '../../src/analysis/offline/utterances.ts';
import { call, facts } from '../analysis/offline/deal.ts';

const said = utterances(
  call('H: Who cleans the roof?', "O: We'll clean it. Hm, that might be something.", 'T: It is flat.'),
  new People(facts),
);
const talk: Talk = {
  group: 'birch',
  set: 'deal',
  said,
  labels: [
    { strength: 'none', kind: undefined },
    { strength: 'explicit', kind: 'deliverable' },
    { strength: 'unsure', kind: undefined },
    { strength: 'none', kind: undefined },
  ],
  names: () => undefined,
};

describe('what the promise model is trained on', () => {
  const examples = promiseExamples([talk]);

  test('is what the seller says and people were sure of, in its talk and alone', () => {
    expect(examples.map(({ text, label, set }) => [text, label, set])).toEqual([
      ["We'll clean it.", 'explicit', 'deal'],
      ["We'll clean it.", 'explicit', 'alone'],
      ['It is flat.', 'none', 'deal'],
      ['It is flat.', 'none', 'alone'],
    ]);
    expect(new Set(examples.map(({ group }) => group))).toEqual(new Set(['birch']));
  });

  test('alone a sentence weighs less and knows no neighbour', () => {
    const [within, alone] = examples;
    expect(within?.features).toContain('b:customer?');
    expect(alone?.features).toContain('b:none');
    expect(alone?.weight).toBeLessThan(1);
  });

  test('the kind model sees promises only, each with what it answers', () => {
    const kinds = kindExamples([talk], []);
    expect(kinds.map(({ label }) => label)).toEqual(['deliverable']);
    expect(kinds[0]?.features).toContain('q:cleans');
  });
});

test('the order of sections is learned within documents, as logarithms of shares', () => {
  const line = (label: string, group: string) => ({ features: [], dense: [], label, group });
  const { start, next } = orderOf([
    line('in_scope', 'one'),
    line('in_scope', 'one'),
    line('risk', 'one'),
    line('in_scope', 'two'),
  ]);
  const at = (section: string) => SECTIONS.map(String).indexOf(section);
  const share = (logs: readonly number[] | undefined, section: string) => Math.exp(logs?.[at(section)] ?? Number.NaN);
  expect(share(start, 'in_scope')).toBeCloseTo(2.5 / 4.5, 3);
  expect(share(next[at('in_scope')], 'risk')).toBeCloseTo(1.5 / 4.5, 3);
  expect(share(next[at('risk')], 'in_scope')).toBeCloseTo(0.5 / 2.5, 3);
  for (const logs of [start, ...next]) expect(logs.reduce((sum, log) => sum + Math.exp(log), 0)).toBeCloseTo(1, 3);
});

test('F1 of a class counts what was found, missed and invented', () => {
  expect(f1(['a', 'a', 'a', 'b'], ['a', 'a', 'b', 'a'], 'a')).toBeCloseTo(2 / 3, 12);
  expect(f1(['a'], ['a'], 'a')).toBe(1);
  expect(f1(['a'], ['b'], 'a')).toBe(0);
  expect(f1([], [], 'a')).toBe(0);
});

test('random numbers depend on the seed alone and lie in [0, 1)', () => {
  const numbers = (seed: number) => Array.from({ length: 1000 }, seeded(seed));
  expect(numbers(1)).toEqual(numbers(1));
  expect(numbers(1)).not.toEqual(numbers(2));
  expect(numbers(1).every((value) => value >= 0 && value < 1)).toBe(true);
  const mean = numbers(1).reduce((sum, value) => sum + value, 0) / 1000;
  expect(mean).toBeGreaterThan(0.45);
  expect(mean).toBeLessThan(0.55);
});

test('the principal axes of a long cloud lie along and across it', () => {
  const points = [-3, -1, 1, 3].flatMap((t) => [-0.1, 0.1].map((s) => Float64Array.of(t + s, t - s)));
  const [along = [], across = []] = principalAxes(points, 2).map((axis) => [...axis]);
  expect(Math.abs(along[0] ?? 0)).toBeCloseTo(Math.SQRT1_2, 9);
  expect(along[0]).toBeCloseTo(along[1] ?? 0, 9);
  expect((along[0] ?? 0) * (across[0] ?? 0) + (along[1] ?? 0) * (across[1] ?? 0)).toBeCloseTo(0, 9);
  expect(Math.hypot(...across)).toBeCloseTo(1, 9);
});
