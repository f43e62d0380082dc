const BULLET = /^\s*(?:[-*+•‣▪◦●○–—·]|\p{Co})\s+(?:\[[ xX]\]\s+)?(?=\S)/u;
const NUMBER =
  /^\s*(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]\s+|§+\s*\d|\d{1,3}(?:\.\d{1,3}){1,4}\.?\s+(?=[\p{Lu}"“(*[<]))(?=\S)/u;
const DATE = /^\s*(?:\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?|\d{4}-\d{2}-\d{2})[:,]?\s+(?=[\p{Lu}"“])/u;

/** A word opens most lines, and no mark is one: looked for first, it spares three searches. */
const WORD = /^(?:[A-Za-z]{6}|[A-Za-z]+ )/u;

export type ListMark = 'bullet' | 'number' | 'date' | 'status';

/** How a line opens an item of a list, if it does. */
export function listMark(line: string): ListMark | undefined {
  if (WORD.test(line)) return undefined;
  if (BULLET.test(line)) return 'bullet';
  if (NUMBER.test(line)) return 'number';
  return DATE.test(line) ? 'date' : undefined;
}

/** `OK  - extra panels, free` and `TODO - call her`: a word or two in capitals and a dash, as people keep lists in notes. A wrapped line may begin so too. */
export function opensWithStatus(line: string): boolean {
  return /^\s*\p{Lu}{2,10}(?: \p{Lu}{2,10})?\s+[-–—]+\s+(?=\S)/u.test(line);
}

/** The line without its bullet. Numbers and dates stay: people quote them. */
export function withoutBullet(line: string): string {
  return line.replace(BULLET, '');
}

/** A number or bullet with nothing behind it, as a page sets it apart from its text: `3.2`, `(a)`, `•`. */
export function isMarkAlone(text: string): boolean {
  return /^(?:[-*+•‣▪◦●○–—·]|\p{Co}|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]|\(?\d{1,3}(?:\.\d{1,3}){1,4}[.)]?|§+\s*[\d.]+|(?:Article|Section|Clause)\s+\d{1,3}\.?)$/u.test(
    text,
  );
}
