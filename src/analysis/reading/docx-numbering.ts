import { child, type Element, elements, val } from './xml-tree.ts';

type Level = { format: string; text: string; start: number };
type List = { abstract: string; levels: Map<number, Level>; starts: Map<number, number> };
export type NumberOf = (list: string, level: number) => string;

/** Word's automatic numbers, counted in the order in which paragraphs ask: `3.2`, `(a)`; '' for bullets. */
export function numbersOf(numbering: Element | undefined): NumberOf {
  const lists = listsOf(numbering);
  const counts = new Map<string, number[]>();
  const begun = new Set<string>();
  return (id, level) => {
    const list = lists.get(id);
    const own = list?.levels.get(level);
    if (!list || !own || level > 8) return '';
    const count = counts.get(list.abstract) ?? [];
    counts.set(list.abstract, count);
    const restart = begun.has(`${id} ${level}`) ? undefined : list.starts.get(level);
    begun.add(`${id} ${level}`);
    const startOf = (at: number) => list.starts.get(at) ?? list.levels.get(at)?.start ?? 1;
    for (let outer = 0; outer < level; outer += 1) count[outer] ??= startOf(outer);
    const before = count[level];
    count[level] = restart ?? (before === undefined ? startOf(level) : before + 1);
    count.length = level + 1;
    if (own.format === 'bullet' || own.format === 'none') return '';
    return own.text.replace(/%([1-9])/gu, (_all, digit: string) => {
      const at = Number(digit) - 1;
      return written(count[at] ?? startOf(at), list.levels.get(at)?.format ?? 'decimal');
    });
  };
}

function listsOf(numbering: Element | undefined): Map<string, List> {
  const abstracts = new Map(
    elements(numbering, 'w:abstractNum').map((one) => [one.attributes['w:abstractNumId'] ?? '', levelsOf(one)]),
  );
  return new Map(
    elements(numbering, 'w:num').map((one) => {
      const abstract = val(one, 'w:abstractNumId') ?? '';
      const overrides = elements(one, 'w:lvlOverride');
      const starts = overrides.flatMap((override) => {
        const start = val(override, 'w:startOverride');
        return start === undefined ? [] : [[Number(override.attributes['w:ilvl']), Number(start)] as const];
      });
      const changed = overrides.flatMap((override) => [...levelsOf(override)]);
      const levels = new Map([...(abstracts.get(abstract) ?? []), ...changed]);
      return [one.attributes['w:numId'] ?? '', { abstract, levels, starts: new Map(starts) }];
    }),
  );
}

function levelsOf(parent: Element): Map<number, Level> {
  return new Map(
    elements(parent, 'w:lvl').map((level) => [
      Number(level.attributes['w:ilvl'] ?? 0),
      {
        format: val(level, 'w:numFmt') ?? 'decimal',
        text: child(level, 'w:lvlText')?.attributes['w:val'] ?? '',
        start: Number(val(level, 'w:start') ?? 1),
      },
    ]),
  );
}

const ROMAN: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function written(number: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return letter(number);
    case 'upperLetter':
      return letter(number).toUpperCase();
    case 'lowerRoman':
      return roman(number);
    case 'upperRoman':
      return roman(number).toUpperCase();
    case 'decimalZero':
      return String(number).padStart(2, '0');
    default:
      return String(number);
  }
}

/** Word goes on after `z` with `aa`, `bb`. */
function letter(number: number): string {
  return String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.min(9, Math.ceil(number / 26)));
}

function roman(number: number): string {
  let rest = Math.min(number, 4999);
  return ROMAN.map(([value, sign]) => {
    const times = Math.floor(rest / value);
    rest -= times * value;
    return sign.repeat(times);
  }).join('');
}
