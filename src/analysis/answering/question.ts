import { stemsOf, wordsOf } from './words.ts';

/** What kind of thing would be an answer. */
export type Expected = 'person' | 'time' | 'amount' | 'count' | 'span' | 'scope' | 'any';

export type Question =
  | { kind: 'question'; text: string; terms: string[]; expected: Expected; words: string[] }
  | { kind: 'unclear'; why: 'empty' | 'too_long' | 'no_subject' | 'not_english' };

/** Longer than this it is a text and not a question. In UTF-16 units. */
export const longestQuestion = 500;

const others = new Set(
  (
    'der die das und ist nicht ein eine einen wer wann wo warum wie viel welche welcher wird werden wir ihr mit für von auf sind hat ' +
    'le la les des est une un qui quand où pourquoi combien quel quelle nous vous avec pour dans sont pas ' +
    'el los las es una quién cuándo dónde cuánto cuál por qué con para del son está ' +
    'il lo gli di che chi quando dove perché quanto quale con sono è ' +
    'het een wie wanneer waar waarom hoeveel welke wij met voor zijn niet ' +
    'o os uma quem onde quanto qual com são não ' +
    'kto kiedy gdzie dlaczego ile jest nie czy jaki'
  ).split(' '),
);
const english = new Set(
  'the a an is are was were do does did we who when where why how what which will would can could our their they it of to in on for with and or by at be have has'.split(
    ' ',
  ),
);

const isEnglish = (text: string): boolean => {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters > 0 && latin < letters / 2) return false;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const foreign = words.filter((word) => others.has(word) && !english.has(word)).length;
  return foreign < 2 || words.filter((word) => english.has(word) && !others.has(word)).length >= foreign;
};

const expectations: readonly (readonly [RegExp, Expected])[] = [
  [/\b(?:who|whom|whose|which (?:person|people))\b/, 'person'],
  [/\bhow (?:long|fast|quick(?:ly)?|soon|often)\b/, 'span'],
  [/\b(?:when|what (?:date|day|time)|which (?:date|day|days|month)|by when|deadline|until when)\b/, 'time'],
  [/\b(?:how much|what (?:does|do|did|will|would) .* cost|price|cost|fee|budget|rate|charge)\b/, 'amount'],
  [/\bhow many\b/, 'count'],
  [/\b(?:includ(?:e[sd]?|ing)|cover(?:s|ed)?|part of|in scope|out of scope|in the price)\b/, 'scope'],
];

/** What is asked: its terms, and what would be an answer; or why it cannot be looked for. */
export const readQuestion = (given: string): Question => {
  const text = given.replace(/\s+/g, ' ').trim();
  const unclear = (why: Extract<Question, { kind: 'unclear' }>['why']): Question => ({ kind: 'unclear', why });
  if (!/[\p{L}\p{N}]/u.test(text)) return unclear('empty');
  if (text.length > longestQuestion) return unclear('too_long');
  if (!isEnglish(text)) return unclear('not_english');
  const terms = [...new Set(stemsOf(text))];
  if (terms.length === 0) return unclear('no_subject');
  const low = text.toLowerCase();
  const expected = expectations.find(([pattern]) => pattern.test(low))?.[1] ?? 'any';
  return { kind: 'question', text, terms, expected, words: wordsOf(text) };
};
