import { expect, test } from 'vitest';
import { createRateLimits } from '../../src/workspace/web-api/rate-limits.ts';

test('allowances that are full again are forgotten', () => {
  let real = Date.UTC(2026, 0, 1);
  const limits = createRateLimits(() => real);
  for (let n = 0; n < 20_000; n += 1) {
    expect(limits.webhook(`address ${n}`)).toBeNull();
    real += 100;
  }
  expect(limits.remembered()).toBeLessThan(1000);
  // Those in use are remembered whatever their number.
  for (let n = 0; n < 2000; n += 1) limits.webhook(`at once ${n}`);
  expect(limits.remembered()).toBeGreaterThanOrEqual(2000);
  for (let n = 0; n < 2; n += 1) expect(limits.webhook('at once 7')).toBeNull();
  expect(limits.webhook('at once 7')?.retry_after).toBe(1);
});

test('a wall clock that is set back takes nothing away', () => {
  let real = Date.UTC(2026, 0, 1);
  const limits = createRateLimits(() => real);
  expect(limits.call('users.list', '')).toBeNull();
  real -= 3_600_000;
  expect(limits.call('users.list', '')).toBeNull();
  for (let n = 0; n < 18; n += 1) limits.call('users.list', '');
  expect(limits.call('users.list', '')?.retry_after).toBe(3);
  real += 3000;
  expect(limits.call('users.list', '')).toBeNull();
});
