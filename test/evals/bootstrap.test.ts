import { expect, test } from 'vitest';
import { withIntervals } from '../../evals/bootstrap.ts';

const named = [{ id: 'mean', label: 'mean' }];
const mean = (values: readonly number[]) => ({ mean: values.reduce((sum, value) => sum + value, 0) / values.length });

test('an interval holds the figure and is as wide as the groups differ', () => {
  const [wide] = withIntervals([0, 0.2, 0.4, 0.6, 0.8, 1], '6 deals', named, mean);
  const [narrow] = withIntervals([0.49, 0.5, 0.5, 0.5, 0.51], '5 deals', named, mean);
  expect(wide?.low).toBeLessThan(0.35);
  expect(wide?.high).toBeGreaterThan(0.65);
  expect((narrow?.high ?? 1) - (narrow?.low ?? 0)).toBeLessThan(0.02);
  expect(wide?.value).toBeCloseTo(0.5);
});

test('one group alone has no interval', () => {
  const [alone] = withIntervals([0.7], '1 deal', named, mean);
  expect(alone).toEqual({ id: 'mean', label: 'mean', value: 0.7, on: '1 deal' });
});

test('draws in which a figure cannot be measured are left out of its interval', () => {
  const [figure] = withIntervals([1, 2, 3], '3 deals', named, (values) => ({
    mean: values.includes(1) ? mean(values).mean : null,
  }));
  expect(figure?.low).toBeGreaterThanOrEqual(1);
  expect(figure?.high).toBeLessThan(3);
});
