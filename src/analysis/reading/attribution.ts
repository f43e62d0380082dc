import { parse } from 'chrono-node';

/** Who a quoted text is from and, where its line says so beyond doubt, on which day (`2026-03-23`). */
export type Attribution = { name?: string; at?: string };

const OPENS = [
  /^On\s+(?<rest>.{4,200}?)\s+wrote:?$/iu,
  /^Am\s+(?<date>.{4,80}?)\s+schrieb\s+(?<name>.{2,120}?):?$/iu,
  /^Le\s+(?<rest>.{4,200}?)\s+a écrit\s*:?$/iu,
];
const STOPS =
  /\d|^(?:AM|PM|at|um|à|UTC|GMT|[A-Z]{3,4}T|Jan\w*|Feb\w*|Mar(?:ch)?|Apr\w*|May|June?|July?|Aug\w*|Sep\w*|Oct\w*|Nov\w*|Dec\w*|(?:Mon|Tues?|Wed|Thu\w*|Fri|Satur|Sun)\w*),?$/iu;

const MONTH = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\b/iu;

/** What `On 23/03/2026 Margaret Oldfield wrote:` says, or undefined where the line is no such line. */
export function attributionOf(line: string): Attribution | undefined {
  for (const pattern of OPENS) {
    const parts = pattern.exec(line.trim())?.groups;
    if (!parts) continue;
    const rest = parts.rest ?? '';
    const name = plainName(parts.name ?? lastWords(rest));
    return { ...(name && { name }), ...dayOf(parts.date ?? rest) };
  }
  return undefined;
}

/** `"Oldfield, Margaret" <m@x.example>` as a name, without its address. */
export function plainName(text: string): string {
  const name = text
    .replace(/<[^>]*>|\([^)]*@[^)]*\)|\[mailto:[^\]]*\]/gu, ' ')
    .replace(/["']/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s,:]+|[\s,:]+$/gu, '');
  const turned = /^(\p{Lu}[\p{L}'’-]+), (\p{Lu}[\p{L}'’. -]+)$/u.exec(name);
  return turned ? `${turned[2]} ${turned[1]}` : name;
}

/** A day only where month and year are certain and day and month cannot be swapped. */
export function dayOf(text: string): { at?: string } {
  const found = parse(text.slice(0, 200))[0]?.start;
  if (!found?.isCertain('day') || !found.isCertain('month') || !found.isCertain('year')) return {};
  const day = found.get('day') ?? 0;
  const spelled = MONTH.test(text) || /\d{4}-\d{2}-\d{2}/u.test(text);
  if (!spelled && day <= 12) return {};
  const two = (value: number | null) => String(value ?? 0).padStart(2, '0');
  return { at: `${found.get('year')}-${two(found.get('month'))}-${two(day)}` };
}

/** The words behind the last number, month or time of day. */
function lastWords(text: string): string {
  const words = text
    .replace(/<[^>]*>/gu, ' ')
    .trim()
    .split(/\s+/u);
  let from = words.length;
  while (from > 0 && !STOPS.test(words[from - 1] ?? '')) from -= 1;
  return words.slice(from).join(' ');
}
