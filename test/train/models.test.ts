import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { labelledDeals } from '../../scripts/train/data/deals.ts';
import { modelFile } from '../../src/analysis/offline/learned/model-file.ts';
import { People } from '../../src/analysis/offline/people.ts';

const files = readdirSync(modelFile('')).filter((name) => name.endsWith('.tsv'));
const featuresOf = (name: string) =>
  readFileSync(modelFile(name), 'utf8')
    .split('\n')
    .slice(2)
    .flatMap((line) => line.split('\t')[0] || [])
    .filter((feature) => !feature.startsWith('='));
/** First or last names of the deals' people that are ordinary words too: a van, a dev environment. */
const ORDINARY = new Set(['van', 'dev']);
/** Trained on what was written for this project, where names are those of made-up people. */
const OWN = ['promise.tsv', 'kind.tsv'];

describe.each(files)('models/%s', (file) => {
  const features = featuresOf(file);

  test('rests on no number: figures are one word to it', () => {
    expect(features.length).toBeGreaterThan(100);
    expect(features.filter((feature) => /\d/u.test(feature.replace(/(?:^|:)length:\d+$/u, '')))).toEqual([]);
  });

  test('rests on no three words in a row', () => {
    const words = (feature: string) =>
      feature
        .replace(/^(?:\w:)?[\^$]?/u, '')
        .replace('_*_', '_')
        .split('_');
    expect(features.filter((feature) => words(feature).length > 2)).toEqual([]);
  });
});

test('no model of our own data rests on the name of a person of a labelled deal', async () => {
  const deals = await labelledDeals('deals-given', 'deals');
  const people = deals.flatMap(({ folder: { facts } }) => {
    const known = new People(facts);
    return (['vendor', 'customer', 'third'] as const).flatMap((side) => known.names(side));
  });
  const names = new Set(people.filter((name) => !ORDINARY.has(name)));
  expect(names.size).toBeGreaterThan(50);
  const named = OWN.flatMap(featuresOf).filter((feature) =>
    feature.split(/[^\p{L}'-]+/u).some((word) => names.has(word)),
  );
  expect(named).toEqual([]);
});
