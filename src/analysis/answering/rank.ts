import { holds } from './expected.ts';
import type { Question } from './question.ts';
import { isWeak, relativesOf, stemsOf } from './words.ts';

/** A text that may hold the answer, and what lends it meaning without being the answer. */
export interface Text {
  text: string;
  /** The heading it stands under. */
  heading: string;
  /** What somebody else said just before. */
  asked: string;
  /** That was a question, so that this is the reply to it and has its subject. */
  replies: boolean;
  speaker: string;
  /** What makes one text weigh more than another with the same words, from -1 to 1: signed, a question, repeated. */
  weight: number;
}

export interface Ranked<T> {
  item: T;
  /** The part of the question's words that it has, rare words counting more; 0 to 1. */
  share: number;
  /** The same, by words that stand in the text itself or in the question that it answers. */
  own: number;
  score: number;
}

/** How much a word counts by where it was met. */
const worth = { own: 1, relative: 0.5, heading: 0.75, asked: 0.7, speaker: 0.6 };
const rightKind = 0.2;
const wrongKind = -0.14;
const wordy = 0.05;
const weakTerm = 0.25;

interface Prepared {
  own: Set<string>;
  heading: Set<string>;
  asked: Set<string>;
  speaker: Set<string>;
}

const prepare = ({ text, heading, asked, speaker }: Text): Prepared => ({
  own: new Set(stemsOf(text)),
  heading: new Set(stemsOf(heading)),
  asked: new Set(stemsOf(asked)),
  speaker: new Set(stemsOf(speaker)),
});

const met = (term: string, { own, heading, asked, speaker }: Prepared): number => {
  if (own.has(term)) return worth.own;
  const near = relativesOf(term);
  const among = (stems: Set<string>): boolean => near.some((one) => stems.has(one));
  return Math.max(
    among(own) ? worth.relative : 0,
    heading.has(term) ? worth.heading : among(heading) ? worth.heading * worth.relative : 0,
    asked.has(term) ? worth.asked : among(asked) ? worth.asked * worth.relative : 0,
    speaker.has(term) ? worth.speaker : 0,
  );
};

/**
 * The texts by how well they would answer, best first; equals keep their order. `total` is how many texts there are, found or
 * not: a word that few of them have says more. `names` are the stems of the deal's own names: it is all about them.
 */
export const rank = <T extends Text>(
  question: Extract<Question, { kind: 'question' }>,
  texts: readonly T[],
  { total, names }: { total: number; names: ReadonlySet<string> },
): Ranked<T>[] => {
  const prepared = texts.map((item) => ({ item, stems: prepare(item) }));
  const frequency = (term: string): number => prepared.filter(({ stems }) => stems.own.has(term)).length;
  const rarity = new Map(
    question.terms.map((term) => [
      term,
      (isWeak(term) || names.has(term) ? weakTerm : 1) * Math.log(1 + total / (0.5 + frequency(term))),
    ]),
  );
  const all = [...rarity.values()].reduce((sum, one) => sum + one, 0);
  return prepared
    .map(({ item, stems }) => {
      let share = 0;
      let own = 0;
      for (const [term, weight] of rarity) {
        const found = met(term, stems);
        share += found * weight;
        const has = (near: Set<string>): boolean => near.has(term) || relativesOf(term).some((one) => near.has(one));
        if (has(stems.own) || (item.replies && has(stems.asked))) own += weight;
      }
      const kind = holds(question.expected, item.text);
      const fits = kind === null ? 0 : kind ? rightKind : wrongKind;
      return {
        item,
        share: share / all,
        own: own / all,
        score: share / all + fits + 0.1 * item.weight - wordy * Math.min(1, item.text.length / 600),
      };
    })
    .filter((one) => one.share > 0)
    .sort((a, b) => b.score - a.score);
};
