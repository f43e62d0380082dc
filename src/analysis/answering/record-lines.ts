import { type Line, packetOf, type Section } from '../../handoff/packet/index.ts';
import { Role, roleTitle } from '../../handoff/roles.ts';
import type { Handoff } from '../../handoff/state.ts';
import type { RecordLine } from './candidate.ts';

/** What is not decided is answered from its source; lists of everything answer nothing. */
const left = new Set(['not_yet_decided', 'sources', 'decision_log', 'contacts', 'skipped']);

const isSaid = (cell: Line): boolean =>
  !(cell.length === 1 && ['–', 'none', 'not stated', ''].includes(String(cell[0])));

/** A row as a line: its first cell, then the others under their column's name. */
const rowLine = (head: readonly string[], [first = [], ...others]: Line[]): Line => [
  ...first,
  ...others.flatMap((cell, at): Line => {
    if (!isSaid(cell)) return [];
    const name = head[at + 1] ?? '';
    return [/^(?:source|value|person|date)$/i.test(name) ? ': ' : ` · ${name.toLowerCase()}: `, ...cell];
  }),
];

/** A question without an answer decides nothing. */
const isOpen = ([cell]: Line): boolean => cell === 'open';

const linesOf = ({ key, title, paragraphs, items, table }: Section): RecordLine[] => [
  ...[...paragraphs, ...items].map((line) => ({ section: title, line, words: textOf(line), decided: true })),
  ...(table?.rows ?? []).map((row) => ({
    section: title,
    line: rowLine(table?.head ?? [], row),
    words: row.map(textOf).join(' '),
    decided: key !== 'questions' || !isOpen(row.at(-1) ?? []),
  })),
];

const roleLines = ({ team }: Handoff): RecordLine[] =>
  Role.options.flatMap((role): RecordLine[] => {
    const user = team[role];
    const line: Line = [`The ${roleTitle[role]} is `, { user: user ?? '' }, '.'];
    return user ? [{ section: 'Roles', line, words: textOf(line), decided: true }] : [];
  });

/** The packet's decided statements, line by line, in the packet's order. */
export const recordLines = (handoff: Handoff): RecordLine[] => [
  ...roleLines(handoff),
  ...packetOf(handoff).sections.flatMap((section) => (left.has(section.key) ? [] : linesOf(section))),
];

/** A line as words alone, for comparing. */
const textOf = (line: Line): string =>
  line.map((part) => (typeof part === 'string' ? part : 'user' in part ? '<@>' : '')).join('');
