import { NUMBER, numberOf, ORDINAL, ordinalOf } from './numbers.ts';
import { lowered, stem } from './words.ts';

/**
 * A value that can be compared. `duration` in minutes (a month is 30 days), `percent` in percent, `money` in the main unit,
 * `rate` as times per 28 days, `date` as `MM-DD` or `MM`, `clock` in hours, `count` with the stem of what is counted.
 */
export type Quantity = {
  dimension: 'date' | 'duration' | 'percent' | 'money' | 'rate' | 'count';
  value: number;
  noun: string;
  text: string;
};

const MONTHS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const MONTH_KEYS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MINUTES: Record<string, number> = {
  second: 1 / 60,
  minute: 1,
  hour: 60,
  day: 1440,
  night: 1440,
  week: 10080,
  fortnight: 20160,
  month: 43200,
  quarter: 129600,
  year: 525600,
};
const RATES: Record<string, number> = {
  day: 28,
  night: 28,
  week: 4,
  fortnight: 2,
  month: 1,
  quarter: 1 / 3,
  year: 1 / 12,
};
const SPAN = 'seconds?|minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|quarters?|years?';

const date = (month: string, day?: number): number => (MONTH_KEYS.indexOf(month.slice(0, 3)) + 1) * 100 + (day ?? 0);
const span = (word: string): string => word.replace(/s$/u, '');

type Reader = { pattern: RegExp; read: (m: RegExpMatchArray) => Omit<Quantity, 'text'> | undefined };
const of = (dimension: Quantity['dimension'], value: number | undefined, noun = '') =>
  value === undefined || Number.isNaN(value) ? undefined : { dimension, value, noun };

/** In order: what an earlier reader took, a later one does not see. */
const READERS: Reader[] = [
  { pattern: /\b(\d{4})-(\d{2})-(\d{2})\b/gu, read: (m) => of('date', Number(m[2]) * 100 + Number(m[3])) },
  {
    pattern: /\b(\d{1,2})\.(\d{1,2})\.(?:\d{4}|\d{2})?(?!\d)/gu,
    read: (m) => of('date', Number(m[2]) * 100 + Number(m[1])),
  },
  { pattern: /\b(\d{1,2})\/(\d{1,2})(?:\/\d{2,4})?\b/gu, read: (m) => of('date', slashed(Number(m[1]), Number(m[2]))) },
  {
    pattern: new RegExp(`\\b(${ORDINAL})(?: of)? (${MONTHS})\\b(?! be\\b)`, 'gu'),
    read: (m) => of('date', date(m[2] ?? '', ordinalOf(m[1] ?? ''))),
  },
  {
    pattern: new RegExp(`\\b(${MONTHS}) (?:the )?(${ORDINAL})\\b(?! (?:be|have)\\b)`, 'gu'),
    read: (m) => of('date', date(m[1] ?? '', ordinalOf(m[2] ?? ''))),
  },
  {
    pattern: new RegExp(
      `(?:\\b(?:in|by|until|till|from|before|since|during|end of|start of|mid|for the|early|late|already in|the) )(${MONTHS})\\b`,
      'gu',
    ),
    read: (m) => of('date', date(m[1] ?? '')),
  },
  { pattern: /\b(?:by|before|at|until) christmas\b/gu, read: () => of('date', 1225) },
  {
    pattern: /\b(three|four|five) nines\b/gu,
    read: (m) => of('percent', { three: 99.9, four: 99.99, five: 99.999 }[m[1] ?? '']),
  },
  { pattern: new RegExp(`(${NUMBER}) ?(?:%|per ?cent\\b)`, 'gu'), read: (m) => of('percent', numberOf(m[1] ?? '')) },
  { pattern: /\b(ninety-\w+ point \w+)/gu, read: (m) => of('percent', numberOf(m[1] ?? '')) },
  {
    pattern: new RegExp(`(?:[$£€]|\\b(?:usd|eur|gbp|aud|chf|a\\$)) ?(${NUMBER})(k?)`, 'gu'),
    read: (m) => of('money', (numberOf(m[1] ?? '') ?? Number.NaN) * (m[2] ? 1000 : 1)),
  },
  {
    pattern: new RegExp(`\\b(${NUMBER}) (?:dollars|pounds|euros?|grand|bucks|francs|eur|usd|gbp)\\b`, 'gu'),
    read: (m) => of('money', numberOf(m[1] ?? '')),
  },
  { pattern: /\bnet (\w+(?:-\w+)?)\b/gu, read: (m) => of('duration', scaled(numberOf(m[1] ?? ''), 'day'), 'net') },
  {
    pattern: /\b(?:every|each|per) (day|night|week|fortnight|month|quarter|year)\b/gu,
    read: (m) => of('rate', RATES[m[1] ?? '']),
  },
  {
    pattern: /\b(daily|nightly|weekly|fortnightly|monthly|quarterly|yearly|annually)\b/gu,
    read: (m) =>
      of(
        'rate',
        {
          daily: 28,
          nightly: 28,
          weekly: 4,
          fortnightly: 2,
          monthly: 1,
          quarterly: 1 / 3,
          yearly: 1 / 12,
          annually: 1 / 12,
        }[m[1] ?? ''],
      ),
  },
  {
    pattern: new RegExp(`\\b(${NUMBER})[- ](?:full |business |working |calendar )?(${SPAN})(?! old|-old)\\b`, 'gu'),
    read: (m) => of('duration', scaled(numberOf(m[1] ?? ''), span(m[2] ?? ''))),
  },
  {
    pattern:
      /\b(?:a|an|the first|first|full|whole) (second|minute|hour|day|week|fortnight|month|quarter|year)\b(?! or two)/gu,
    read: (m) => of('duration', scaled(1, m[1] ?? '')),
  },
  {
    pattern: new RegExp(`\\b(level|phase|tier|grade|category|class|stage|version) (${NUMBER})\\b`, 'gu'),
    read: (m) => of('count', numberOf(m[2] ?? ''), stem(m[1] ?? '')),
  },
  {
    pattern:
      /\b(third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth) ([\p{L}]{3,})/gu,
    read: (m) => of('count', ordinalOf(m[1] ?? ''), stem(m[2] ?? '')),
  },
  {
    pattern: new RegExp(`\\b(${NUMBER}) (?:[\\p{L}-]+ )?([\\p{L}]{3,})`, 'gu'),
    read: (m) => of('count', numberOf(m[1] ?? ''), stem(m[2] ?? '')),
  },
];

const scaled = (value: number | undefined, unit: string): number | undefined =>
  value === undefined ? undefined : value * (MINUTES[unit] ?? 1);
/** 06/15 can only be June; 05/06 is read month first, and compared leniently by `sameDate`. */
const slashed = (a: number, b: number): number => (a > 12 ? b * 100 + a : a * 100 + b);

/** Most sentences measure nothing, and no reader fits without one of these. */
const MEASURES = new RegExp(
  `[\\d$£€%]|\\b(?:${NUMBER}|${ORDINAL}|${MONTHS}|every|each|per|daily|nightly|weekly|fortnightly|monthly|quarterly|yearly|annually|nines|christmas|(?:a|an|first|full|whole) (?:${SPAN}))\\b`,
  'u',
);

/** The quantities of a text, in the order of the readers. Spelled-out numbers count like figures. */
export function quantities(text: string): Quantity[] {
  let low = lowered(text);
  const out: Quantity[] = [];
  if (!MEASURES.test(low)) return out;
  for (const { pattern, read } of READERS) {
    for (const m of low.matchAll(pattern)) {
      const quantity = read(m);
      if (!quantity) continue;
      out.push({ ...quantity, text: m[0].trim() });
      if (quantity.dimension !== 'count')
        low = low.slice(0, m.index) + '#'.repeat(m[0].length) + low.slice(m.index + m[0].length);
    }
  }
  return out;
}

/** Whether two quantities of one dimension agree; dates agree when the less exact one holds the other. */
export function agree(a: Quantity, b: Quantity): boolean {
  if (a.dimension !== b.dimension) return false;
  if (a.dimension === 'date') return sameDate(a.value, b.value);
  return Math.abs(a.value - b.value) <= 1e-6 * Math.max(1, Math.abs(a.value));
}

function sameDate(a: number, b: number): boolean {
  const [monthA, dayA, monthB, dayB] = [Math.floor(a / 100), a % 100, Math.floor(b / 100), b % 100];
  if (monthA === monthB) return dayA === dayB || dayA === 0 || dayB === 0;
  return monthA === dayB && dayA === monthB;
}
