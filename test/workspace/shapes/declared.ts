import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { isFields } from './key-paths.ts';

/** A field that a type of Slack's packages asks for: its path, and its type where that is a plain one. */
interface Field {
  path: string[];
  plain: 'string' | 'number' | 'boolean' | null;
}

export interface Declared {
  name: string;
  /** The literal `type` and `subtype`; null where there is none. */
  type: string | null;
  subtype: string | null;
  required: Field[];
  /** What it extends. */
  base: string | undefined;
}

const require = createRequire(import.meta.url);

/** Interfaces in the type declarations of `@slack/types` (events) and `@slack/bolt` (payloads). */
export function declaredIn(packageName: string, folder: string): Declared[] {
  const root = join(dirname(require.resolve(`${packageName}/package.json`)), folder);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.d.ts'));
  const all = files.flatMap((name) => interfacesOf(readFileSync(join(root, name), 'utf8')));
  const bases = new Map(all.map((one) => [one.name, one.required]));
  return all.map((one) => ({ ...one, required: [...(bases.get(one.base ?? '') ?? []), ...one.required] }));
}

const START = /^export interface (\w+)(?:<.*>)?(?: extends (\w+)(?:<'(\w+)'>)?)? \{$/;
const MEMBER = /^\s+(\w+)(\??): (.*?);?$/;

function interfacesOf(source: string): Declared[] {
  const found: Declared[] = [];
  let current: Declared | null = null;
  /** Names of the objects that the line stands in; null for one that may be missing or that stands in a list. */
  let inside: (string | null)[] = [];
  for (const line of source.split('\n')) {
    const start = START.exec(line);
    if (start) {
      current = { name: start[1] ?? '', type: start[3] ?? null, subtype: null, required: [], base: start[2] };
      inside = [];
      found.push(current);
    } else if (current && line === '}') {
      current = null;
    } else if (current && /^\s+\}/.test(line)) {
      inside.pop();
      // The next object of a union.
      if (line.trimEnd().endsWith('{')) inside.push(null);
    } else if (current) {
      member(current, line, inside);
    }
  }
  return found;
}

function member(into: Declared, line: string, inside: (string | null)[]): void {
  const [, name = '', optional, type = ''] = MEMBER.exec(line) ?? [];
  const opens = line.trimEnd().endsWith('{');
  const must = name !== '' && optional === '' && !inside.includes(null);
  if (must) {
    const path = [...inside.filter((one) => one !== null), name];
    if (inside.length === 0 && name === 'type') into.type ??= /^'([\w]+)'$/.exec(type)?.[1] ?? null;
    if (inside.length === 0 && name === 'subtype') into.subtype = /^'([\w]+)'$/.exec(type)?.[1] ?? null;
    if (type !== 'undefined') into.required.push({ path, plain: plainOf(type) });
  }
  // An object in a union, an index or a list is not looked into.
  if (opens) inside.push(must && type === '{' ? name : null);
}

const plainOf = (type: string): Field['plain'] =>
  type === 'string' || type === 'number' || type === 'boolean' ? type : null;

/** What is not as declared, as sentences. */
export function notAsDeclared({ name, required }: Declared, value: unknown): string[] {
  return required.flatMap(({ path, plain }) => {
    const found = path.reduce<unknown>((at, key) => (isFields(at) ? at[key] : undefined), value);
    const at = `${name}.${path.join('.')}`;
    if (found === undefined) return [`${at} is missing`];
    return plain !== null && typeof found !== plain ? [`${at} is ${typeof found}, not ${plain}`] : [];
  });
}
