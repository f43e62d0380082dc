import type { BuyerIntent, SuccessMetric } from '../../handoff/analysis.ts';
import { cite } from './evidence.ts';
import { quantities } from './quantities.ts';
import type { Utterance } from './utterances.ts';

const AIM =
  /\b(?:wants? (?:it|to|this|the)|want to (?:have|get|see|be)|i'd (?:settle for|be (?:thrilled|happy|delighted))|(?:our|the) (?:target|goal|aim)|aim (?:is|for)|needs? to (?:be|drop|go|fall|rise|get)|has to (?:be|drop|go|fall)|if (?:we|it)(?:'re| are|'s| is|) (?:under|over|below|above|got)|if we (?:got|get|hit|reach)|success (?:is|would|means|looks)|measured by)\b/u;
const DIRECTION =
  /\b(?:under|below|over|above|from|to|by|within|latest|less than|more than|at least|half|on the|down|up)\b/u;
const MEASURE =
  /\b(?:percent|per cent|rate|calls?|days?|hours?|visitors?|orders?|list|closing|tickets?|errors?|cost|overdue|turnover|time|sign-?ups?|users?|output|accuracy|in (?:two|three|four|five|ten)|year-?end|end of year|christmas|easter|quarter|eight|ten)\b/u;
const NOT_AIM = /\b(?:net (?:\d+|\w+ty)|discount|price|off the|contract|meeting|call you|money back|hard stop)\b/u;

/** What the buyer wants to reach, with a number to check it by. Baseline and target are what the words give. */
export function findMetrics(said: Utterance[]): SuccessMetric[] {
  return said.flatMap((utterance, index): SuccessMetric[] => {
    const { low, side, text } = utterance;
    if (
      side !== 'customer' ||
      !AIM.test(low) ||
      !DIRECTION.test(low) ||
      !MEASURE.test(low) ||
      NOT_AIM.test(low) ||
      /\?$/u.test(low)
    )
      return [];
    if (
      !/\d|\b(?:half|double|one|two|three|four|five|six|seven|eight|nine|ten|fifth|\w+teen|\w+ty|hundred|thousand)\b/u.test(
        low,
      )
    )
      return [];
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

/** Cues of why somebody buys, with weights: a wish, a pain, an outside pressure. */
const WHY: readonly { weight: number; pattern: RegExp }[] = [
  {
    weight: 1.2,
    pattern:
      /\b(?:i|we)(?:'d| would)? (?:want|need|like|have) to\b|\bi'd like\b|\bwe're trying to\b|\breally cares? about\b|\bthe (?:brief|headline|goal|reason|point|idea)\b|\bi need\b/u,
  },
  {
    weight: 1,
    pattern:
      /\b(?:stop (?:being|having)|without|tired of|sick of|not getting|instead of|nobody (?:knows|can|in)|by hand|takes? (?:us )?\w+ (?:days|weeks|hours)|after \w+ days|losing|pain|broken|mess|end of life|runs out|costs us|embarrass\w*|in excel|spreadsheets?|manually)\b/u,
  },
  {
    weight: 0.8,
    pattern:
      /\b(?:coming back|audit\w*|inspect\w*|regulat\w*|deadline|before the|in the (?:fall|spring|autumn|summer)|the board|funding|growth|exist)\b/u,
  },
  { weight: 0.8, pattern: /\b(?:that's (?:it|why|the)|why we|because of)\b/u },
];
const SMALL = /\?$|\b(?:hard stop|another meeting|the screen|coffee|money back|the paper|one more thing|see you)\b/u;

/** The buyer's reasons, in their own words: the three strongest, in the order in which they were said. */
export function findIntent(said: Utterance[]): BuyerIntent[] {
  const scored = said.flatMap((utterance, index) => {
    if (utterance.side !== 'customer' || SMALL.test(utterance.low) || utterance.low.split(' ').length < 8) return [];
    const score =
      WHY.reduce((sum, { weight, pattern }) => sum + (pattern.test(utterance.low) ? weight : 0), 0) +
      Math.max(0, 0.6 - utterance.turn / 60);
    return score >= 1.7 ? [{ utterance, score, index }] : [];
  });
  const best = scored
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, 3)
    .sort((a, b) => a.index - b.index);
  return best.map(({ utterance }) => ({ text: utterance.text, evidence: [cite(utterance)] }));
}
