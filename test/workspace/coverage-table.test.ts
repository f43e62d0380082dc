import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { coverageTable, OWN_DOC, readRules, registeredMethods, tablePath } from '../../scripts/coverage-table.ts';

test('docs/local-workspace.md says what the rules say: run node scripts/coverage-table.ts', async () => {
  expect(await readFile(tablePath, 'utf8')).toBe(await coverageTable());
});

test('every method of the workspace keeps at least one rule of Slack’s', async () => {
  const about = new Set((await readRules()).map((rule) => rule.about));
  expect(registeredMethods().filter((name) => !about.has(name))).toEqual([]);
});

test('every rule is about something the workspace has, and names the page that states it', async () => {
  const methods = new Set(registeredMethods());
  const rules = await readRules();
  expect(rules.filter(({ about }) => !about.includes(':') && !methods.has(about))).toEqual([]);
  const isSlacks = (doc: string) => /^(docs\.slack\.dev|api\.slack\.com|slack\.com)\//.test(doc);
  const isOwn = (about: string) => about.startsWith('workspace:');
  expect(rules.filter(({ about, doc }) => (isOwn(about) ? doc !== OWN_DOC : !isSlacks(doc)))).toEqual([]);
});
