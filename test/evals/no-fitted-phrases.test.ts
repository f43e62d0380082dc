import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fittedPhrases } from '../../scripts/check-phrases.ts';

const root = join(import.meta.dirname, '../..');

test('no rule and no model holds a name, number or three-word phrase that one sample deal alone has', async () => {
  expect((await fittedPhrases()).offenders).toEqual([]);
}, 60_000);

test('a rule with a name, a number or a phrase of one sample is found, wherever in a pattern it stands', async () => {
  const planted = await checked(`
    export const NAME = /\\b(?:ask|tell) (?:kofi|margaret|oldfield)\\b/u;
    export const NUMBER = /\\b(?:7[,.]?400|7400) pounds\\b/u;
    export const PHRASE = /\\bso that the (?:trustees|board) (?:have|has)\\b/u;
  `);
  expect(planted).toContain('name oldfield');
  expect(planted).toContain('phrase that the trustees');
  expect(planted).toContain('phrase the trustees have');
  expect(planted).toContain('number 7400');
});

test('a phrase of one sample is found in a template, behind a group that another part opened, and in a lookahead', async () => {
  const open = '$' + '{any}';
  const template = `export const IN = (any: string) => new RegExp(\`(?:${open}) (?:quite|rather)) that the trustees|x\`, 'u');`;
  expect(await checked(template)).toContain('phrase that the trustees');
  expect(await checked('export const AHEAD = /x(?=.*that the trustees)/u;')).toContain('phrase that the trustees');
});

test('a class of words hides no phrase of one sample: all its words together must be in more than that one', async () => {
  expect(await checked('export const HID = /\\bthat the (?:trustees|zebras|quokkas)\\b/u;')).toContain(
    'phrase that the trustees|zebras|quokkas',
  );
  expect(await checked('export const FORMS = /\\bthat the (?:trustees|trustee|trusteeship)\\b/u;')).toContain(
    'phrase that the trustees',
  );
});

test('each word of a class is judged as a name or a number for itself', async () => {
  const planted = await checked('export const ANY = /\\b(?:please|oldfield|seven|eight) (?:7400|10|12|14)\\b/u;');
  expect(planted).toEqual(expect.arrayContaining(['name oldfield', 'number 7400']));
});

test('a run across a class of words that several texts use is ordinary', async () => {
  expect(
    await checked('export const FINE = /\\bby the (?:end|start|middle) of (?:may|june|july|august)\\b/u;'),
  ).toEqual([]);
});

test("a model's marks are no words, and a name in it counts unless other texts have it in lower case", async () => {
  const features = ['a:^no_i', 'q:museum', '^what_is', 'q:oldfield', 'that_the_trustees'];
  const planted = await checked('', features.map((feature) => `${feature}\t1\t-1`).join('\n'));
  expect(planted.sort()).toEqual(['name oldfield', 'phrase that the trustees']);
});

test('words that any deal may hold are no offence', async () => {
  expect(await checked(`export const FINE = /\\b(?:out of scope|as soon as possible|in addition to)\\b/u;`)).toEqual(
    [],
  );
});

/** What the check says of a tree with this one rule and model, the real given samples, snippets and public texts. */
async function checked(rule: string, features = ''): Promise<string[]> {
  const dir = mkdtempSync(join(tmpdir(), 'baton-phrases-'));
  try {
    mkdirSync(join(dir, 'src/analysis/offline'), { recursive: true });
    mkdirSync(join(dir, 'models'));
    mkdirSync(join(dir, 'evals/data'), { recursive: true });
    for (const folder of ['deals-given', 'public', 'lines', 'said', 'pairs'])
      symlinkSync(join(root, 'evals/data', folder), join(dir, 'evals/data', folder));
    mkdirSync(join(dir, 'evals/data/deals'));
    writeFileSync(join(dir, 'src/analysis/offline/planted.ts'), rule);
    writeFileSync(join(dir, 'models/planted.tsv'), `classes\tno\tyes\nbias\t0\t0\n${features}`);
    return (await fittedPhrases(dir)).offenders.map(({ kind, text }) => `${kind} ${text}`);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
