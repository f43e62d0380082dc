const UNITS: Record<string, number> = {};
'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
  .split(' ')
  .forEach((word, value) => {
    UNITS[word] = value;
  });
const TENS: Record<string, number> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const ORDINALS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );

const UNIT = Object.keys(UNITS).join('|');
const TEN = Object.keys(TENS).join('|');
const SMALL = `(?:(?:${TEN})(?:[- ](?:${UNIT}))?|${UNIT})`;
/** A pattern for a number in digits (`48.000`, `6,200`, `99.9`) or in words (`three hundred`, `forty-one thousand`). */
export const NUMBER = `(?:\\d{1,3}(?:[.,'’]\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d+)?|${SMALL}(?: (?:hundred|thousand|million|point ${SMALL})(?: (?:and )?${SMALL})?)*|a hundred|a thousand|half a|a couple of|a dozen)`;
/** … and one for an ordinal as a day of the month. */
export const ORDINAL = `(?:\\d{1,2}(?:st|nd|rd|th)?\\.?|(?:${TEN})[- ](?:${ORDINALS.slice(1, 10).join('|')})|${ORDINALS.slice(1).join('|')}|thirtieth)`;

/** The value of what `NUMBER` matched; undefined when it is none. `48.000,00` and `48,000.00` are both forty-eight thousand. */
export function numberOf(text: string): number | undefined {
  const low = text.trim().toLowerCase();
  if (/^\d/u.test(low)) return digits(low);
  if (low === 'half a') return 0.5;
  if (low === 'a couple of') return 2;
  if (low === 'a dozen') return 12;
  let total = 0;
  let part = 0;
  let point: string[] | undefined;
  for (const word of low.split(/[\s-]+/u)) {
    if (point) point.push(word);
    else if (word === 'point') point = [];
    else if (word === 'a') part = 1;
    else if (word === 'hundred') part = (part || 1) * 100;
    else if (word === 'thousand' || word === 'million') {
      total += (part || 1) * (word === 'thousand' ? 1e3 : 1e6);
      part = 0;
    } else if (word !== 'and') {
      const value = UNITS[word] ?? TENS[word];
      if (value === undefined) return undefined;
      part += value;
    }
  }
  const fraction = point?.map((word) => UNITS[word] ?? '').join('');
  return fraction ? Number(`${total + part}.${fraction}`) : total + part;
}

function digits(text: string): number {
  const grouped = /^\d{1,3}(?:[.,'’]\d{3})+/u.exec(text)?.[0];
  if (!grouped) return Number(text.replace(',', '.'));
  return Number(grouped.replace(/\D/gu, '') + text.slice(grouped.length).replace(',', '.'));
}

/** The day that what `ORDINAL` matched names, 1 to 31; undefined when it is none. */
export function ordinalOf(text: string): number | undefined {
  const low = text.trim().toLowerCase();
  const figure = /^\d{1,2}/u.exec(low)?.[0];
  if (figure) return Number(figure);
  if (low === 'thirtieth') return 30;
  const [ten, unit] = low.split(/[\s-]/u);
  if (ten !== undefined && unit !== undefined && TENS[ten] !== undefined)
    return TENS[ten] + Math.max(0, ORDINALS.indexOf(unit));
  const at = ORDINALS.indexOf(low);
  return at > 0 ? at : undefined;
}
