import { afterEach, beforeEach, expect } from 'vitest';

/** A test that makes something write to the console has found something: it fails. Tests that mean to, spy on the console themselves. */
const written: string[] = [];
const original = { error: console.error, warn: console.warn };

beforeEach(() => {
  written.length = 0;
  console.error = (...args: unknown[]) => void written.push(args.map(String).join(' '));
  console.warn = (...args: unknown[]) => void written.push(args.map(String).join(' '));
});

afterEach(() => {
  console.error = original.error;
  console.warn = original.warn;
  expect(written, 'nothing may be written to the console').toEqual([]);
});
