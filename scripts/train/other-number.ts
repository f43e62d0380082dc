import { agree, quantities } from '../../src/analysis/offline/quantities.ts';

const FIGURE =
  /\d+(?:[.,]\d+)*|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundred)\b/iu;
const OTHER: Record<string, string> = {
  two: 'five',
  three: 'six',
  four: 'two',
  five: 'two',
  six: 'three',
  seven: 'ten',
  eight: 'four',
  nine: 'three',
  ten: 'four',
  eleven: 'six',
  twelve: 'six',
  fifteen: 'five',
  twenty: 'ten',
  thirty: 'sixty',
  forty: 'twenty',
  fifty: 'eighty',
  sixty: 'thirty',
  ninety: 'thirty',
  hundred: 'thousand',
};

/** The promise with another number where the clause has the same one: then the clause says otherwise. Undefined where none agrees. */
export function withOtherNumber(promise: string, clause: string): string | undefined {
  const given = quantities(clause);
  for (const value of quantities(promise)) {
    if (value.value <= 1 || !given.some((one) => agree(value, one) && one.noun === value.noun)) continue;
    const at = promise.toLowerCase().indexOf(value.text);
    const figure = at < 0 ? null : FIGURE.exec(value.text);
    if (!figure) continue;
    const other = OTHER[figure[0]] ?? otherFigure(figure[0]);
    const from = at + figure.index;
    return `${promise.slice(0, from)}${other}${promise.slice(from + figure[0].length)}`;
  }
  return undefined;
}

/** Half of it, or twice where half is no whole number. */
const otherFigure = (figure: string): string => {
  const value = Number(figure.replace(/[.,](?=\d{3})/gu, '').replace(',', '.'));
  return String(value % 2 === 0 ? value / 2 : value * 2);
};
