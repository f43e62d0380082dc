import { describe, expect, test } from 'vitest';
import {
  inOrder,
  type Order,
  SECTIONS,
  type Section,
  sectionsOf,
} from '../../../../src/analysis/offline/learned/sections.ts';

const each = (value: (a: number, b: number) => number) => SECTIONS.map((_, a) => SECTIONS.map((_, b) => value(a, b)));
const none = SECTIONS.map(() => 0);
const sure = (section: Section, share: number) =>
  SECTIONS.map((one) => (one === section ? share : (1 - share) / (SECTIONS.length - 1)));
const lines = [sure('in_scope', 0.9), sure('risk', 0.4), sure('in_scope', 0.9)];

describe('the likeliest order of sections', () => {
  test('is that of the single lines where any may follow any', () => {
    const free: Order = { start: none, prior: none, next: each(() => 0) };
    expect(inOrder(lines, free)).toEqual(['in_scope', 'risk', 'in_scope']);
  });

  test('keeps a doubtful line in the section of its neighbours where sections seldom change', () => {
    const steady: Order = { start: none, prior: none, next: each((a, b) => (a === b ? 0 : -2)) };
    expect(inOrder(lines, steady)).toEqual(['in_scope', 'in_scope', 'in_scope']);
  });

  test('lets a sure line change the section all the same', () => {
    const steady: Order = { start: none, prior: none, next: each((a, b) => (a === b ? 0 : -2)) };
    const turned = [sure('in_scope', 0.9), sure('risk', 0.999), sure('risk', 0.999)];
    expect(inOrder(turned, steady)).toEqual(['in_scope', 'risk', 'risk']);
  });

  test('a later line can change what an earlier one is', () => {
    const onlyRiskBeforeRisk: Order = {
      start: none,
      prior: none,
      next: each((a, b) => (SECTIONS[b] === 'risk' && a !== b ? -20 : 0)),
    };
    const late = [sure('in_scope', 0.5), sure('risk', 0.99), sure('risk', 0.99)];
    expect(inOrder(late, onlyRiskBeforeRisk)).toEqual(['risk', 'risk', 'risk']);
  });

  test('the first line counts how documents begin', () => {
    const start = SECTIONS.map((section) => (section === 'acceptance' ? 0 : -3));
    expect(inOrder([sure('risk', 0.4)], { start, prior: none, next: each(() => 0) })).toEqual(['acceptance']);
  });

  test('a section that is common everywhere needs more of a line', () => {
    const prior = SECTIONS.map((section) => (section === 'in_scope' ? 0 : -3));
    expect(inOrder([[0.2, 0.4, 0.2, 0.1, 0.1]], { start: none, prior, next: each(() => 0) })).not.toEqual(['in_scope']);
  });

  test('of nothing is nothing', () => {
    expect(inOrder([], { start: none, prior: none, next: each(() => 0) })).toEqual([]);
  });
});

test('the shipped model gives every line a section, the same each time', () => {
  const document = ['Support of three node types.', 'Rewriting the scheduler.', 'What happens when a node fails?', ''];
  const found = sectionsOf(document);
  expect(found).toHaveLength(document.length);
  expect(found.every((section) => SECTIONS.includes(section))).toBe(true);
  expect(sectionsOf(document)).toEqual(found);
});
