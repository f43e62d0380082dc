import type { Expected } from './question.ts';

const month =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const number =
  '\\d|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|none|no)\\b';
const unit = '(?:second|minute|hour|day|week|fortnight|month|quarter|year)s?';

const patterns: Record<Exclude<Expected, 'any'>, RegExp> = {
  person: /\b\p{Lu}[\p{Ll}'’-]+(?: (?:van|von|de|der|den|le|la))* \p{Lu}[\p{L}'’-]+|\b(?:Mr|Mrs|Ms|Dr|Sir)\b|<@/u,
  time: new RegExp(
    `\\b(?:${month})\\b|\\b\\d{1,4}[./-]\\d{1,2}(?:[./-]\\d{2,4})?\\b|\\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\\b|\\b(?:christmas|easter|summer|winter|spring|autumn|quarter)\\b|\\bwithin\\b|\\bby the end\\b`,
    'iu',
  ),
  amount:
    /[$€£¥]|\b(?:eur|usd|gbp|aud|chf|percent|per cent|dollars?|euros?|pounds?|grand)\b|free of charge|no charge|\d[.,]\d{3}\b/iu,
  count: new RegExp(number, 'iu'),
  scope:
    /\b(?:includ|exclu|scope|not part|cover|in the price|no charge|free|extra|optional|separate|quoted|package|isn't|don't|not)/iu,
  span: new RegExp(
    `(?:${number})[^.]{0,20}\\b${unit}\\b|\\b(?:daily|weekly|monthly|quarterly|yearly|annual|instant|forever|until|ever[yd]?)\\b|for good`,
    'iu',
  ),
};

/** Whether a text holds something of the kind that was asked for; null where any kind will do. */
export const holds = (expected: Expected, text: string): boolean | null =>
  expected === 'any' ? null : patterns[expected].test(text);
