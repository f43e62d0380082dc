const BULLET = /^\s*(?:[-*+•‣▪◦●○–—·]|\p{Co})\s+(?:\[[ xX]\]\s+)?(?=\S)/u;
const NUMBER =
  /^\s*(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]\s+|§+\s*\d|\d{1,3}(?:\.\d{1,3}){1,4}\.?\s+(?=[\p{Lu}"“(*[<]))(?=\S)/u;
const DATE = /^\s*(?:\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?|\d{4}-\d{2}-\d{2})[:,]?\s+(?=[\p{Lu}"“])/u;

export type ListMark = 'bullet' | 'number' | 'date';

/** How a line opens an item of a list, if it does. */
export function listMark(line: string): ListMark | undefined {
  if (BULLET.test(line)) return 'bullet';
  if (NUMBER.test(line)) return 'number';
  return DATE.test(line) ? 'date' : undefined;
}

/** The line without its bullet. Numbers and dates stay: people quote them. */
export function withoutBullet(line: string): string {
  return line.replace(BULLET, '');
}
