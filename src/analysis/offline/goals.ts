import type { BuyerIntent, SuccessMetric } from '../../handoff/analysis.ts';
import { cite } from './evidence.ts';
import { strongest } from './learned/lines.ts';
import { quantities } from './quantities.ts';
import type { Utterance } from './utterances.ts';

/** Set by cross-validation over deals. */
const ENOUGH = { metric: 0.5, goal: 0.5 };
const MOST = { metric: 2, goal: 3 };
/** A number, in figures or in words. */
const NUMBER =
  /\d|\b(?:half|halved?|double|zero|one|two|three|four|five|six|seven|eight|nine|ten|third|quarter|fifth|\p{L}+teen|\p{L}+ty|hundred|thousand)\b/u;
const ASKS = /\?["')\]]*$/u;
const buyers = ({ side, low }: Utterance): boolean => side !== 'vendor' && !ASKS.test(low);

/** What the buyer wants to reach, with a number to check it by. Baseline and target are what the words give. */
export function findMetrics(said: Utterance[]): SuccessMetric[] {
  const kept = strongest('metric', said, {
    least: ENOUGH.metric,
    most: MOST.metric,
    keep: (one) => buyers(one) && NUMBER.test(one.low),
  });
  return kept.flatMap((index): SuccessMetric[] => {
    const utterance = said[index];
    if (!utterance) return [];
    const { low, text } = utterance;
    const fromTo = /\bfrom (.{2,30}?) to (.{2,30}?)(?:[,.]|$)/u.exec(low);
    const under =
      /\b(?:under|below|over|above|to|on the|at least|within) ((?:\w+[ -]?){1,4}?)(?= by| until|,|\.|$| a )/u.exec(low);
    const date =
      /\b(?:by|until|latest from|before) ((?:the )?(?:end of |start of )?\p{L}+(?: \d{4})?)/u.exec(low)?.[0] ?? '';
    const before = said[index - 1];
    const base =
      before &&
      before.source === utterance.source &&
      before.turn === utterance.turn &&
      /\b(?:is|are|sitting|at|takes?|currently|today)\b/u.test(before.low) &&
      quantities(before.low).length > 0
        ? before
        : undefined;
    const evidence = [cite(utterance), ...(base ? [cite(base)] : [])];
    return [
      {
        text,
        baseline: fromTo?.[1] ?? base?.text ?? '',
        target: fromTo?.[2] ?? under?.[1]?.trim() ?? '',
        date,
        owner: utterance.speaker,
        evidence,
      },
    ];
  });
}

/** The buyer's reasons, in their own words and in the order in which they were said. */
export function findIntent(said: Utterance[]): BuyerIntent[] {
  return strongest('goal', said, { least: ENOUGH.goal, most: MOST.goal, keep: buyers }).flatMap((index) => {
    const utterance = said[index];
    return utterance ? [{ text: utterance.text, evidence: [cite(utterance)] }] : [];
  });
}
