import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';
import { ANY } from './expand.ts';

/** A text that decides something: a pattern's source or a list of words, with the file it stands in. */
export type Literal = { file: string; pattern: string };

/** The patterns and word lists of the TypeScript files under a folder, and the features of the models beside them. */
export function literalsIn(root: string, folder: string): Literal[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .flatMap((name) => {
      const file = join(folder, name);
      const tree: unknown = parseSync(readFileSync(join(root, file), 'utf8'), { syntax: 'typescript' });
      const found: string[] = [];
      collect(tree, found);
      return found.map((pattern) => ({ file, pattern }));
    });
}

/** Names of the features in `models/*.tsv`: the first cell of each line. Dense ones (`=12`) are numbered, not named. */
export function featuresIn(root: string): Literal[] {
  return readdirSync(join(root, 'models'))
    .filter((name) => name.endsWith('.tsv'))
    .sort()
    .flatMap((name) => {
      const lines = readFileSync(join(root, 'models', name), 'utf8')
        .split('\n')
        .slice(2);
      const names = lines.map((line) => line.split('\t')[0] ?? '').filter((name) => name && !name.startsWith('='));
      return names.map((feature) => ({ file: `models/${name}`, pattern: escaped(feature.replace(MARK, '')) }));
    });
}

/** What a feature says of its place (`a:^` the answer's first words, `q:` a word of what was asked, `b:`, `r:`, `^`) is no word. */
const MARK = /^(?:[a-z]:)?\^?/u;

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/gu, ' ');

function collect(node: unknown, found: string[]): void {
  if (Array.isArray(node)) for (const inner of node) collect(inner, found);
  else if (typeof node === 'object' && node !== null) {
    const fields = new Map<string, unknown>(Object.entries(node));
    const text = (key: string) => String(fields.get(key) ?? '');
    const type = fields.get('type');
    if (type === 'RegExpLiteral') found.push(text('pattern'));
    else if (type === 'StringLiteral' && isList(text('value'))) found.push(...listed(text('value')));
    else if (type === 'TemplateLiteral') found.push(...template(fields.get('quasis')));
    if (type === 'ImportDeclaration') return;
    for (const inner of fields.values()) collect(inner, found);
  }
}

/** A template as one pattern, open where it holds an expression. */
function template(quasis: unknown): string[] {
  const raw = Array.isArray(quasis) ? quasis.map((quasi: unknown) => rawOf(quasi)).join(ANY) : '';
  return isList(raw) ? listed(raw) : [];
}

const rawOf = (quasi: unknown): string =>
  typeof quasi === 'object' && quasi !== null && 'raw' in quasi ? String(quasi.raw) : '';

/** A sentence for a person is none: it starts with a capital or ends with a full stop. Nor is a rule's id: `document.dates_rest_on`. */
const isList = (text: string): boolean =>
  /\p{L}/u.test(text) && !/^\p{Lu}[\p{Ll}\s]|[.:]\s*$|^[a-z]+\.[a-z_]+$/u.test(text);

/** Words parted by spaces are each their own; with bars they are a pattern. */
const listed = (text: string): string[] =>
  text.includes('|') || text.includes('\\') ? [text] : text.split(/\s+/u).length > 6 ? text.split(/\s+/u) : [text];
