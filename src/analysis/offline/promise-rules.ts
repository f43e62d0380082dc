import type { Strength } from '../../handoff/vocabulary.ts';
import type { Candidate } from './candidates.ts';
import { quantities } from './quantities.ts';
import { isNote } from './utterances.ts';

/**
 * What a promise is told to be found by: the ways in which sellers promise. The learned model decides whether a sentence is a
 * promise; the first pattern that fits names the way, so that people can accept or reject a way of finding.
 */
const WAYS: readonly { rule: string; pattern: RegExp }[] = [
  {
    rule: 'promise.free',
    pattern:
      /\b(?:free|complimentary|waive\w*|on us|on the house|no (?:extra )?(?:charge|cost|fee)|(?:won't|never|don't|not|no) (?:\w+ )?(?:bill|charge|invoice|pay)\w*|for nothing|absorb\w*)\b/u,
  },
  {
    rule: 'promise.included',
    pattern:
      /\b(?:included?|includes|comes? with|part of|in the (?:price|fee|package)|as standard|covered|thrown in)\b/u,
  },
  {
    rule: 'promise.receives',
    pattern:
      /\b(?:you(?:'ll| will|'d| would)? (?:get|have|receive|keep|own)|yours?\b.* (?:is|are)|is yours|are yours)\b/u,
  },
  {
    rule: 'promise.reassurance',
    pattern:
      /\b(?:no (?:problem|trouble|worries|drama)|don't worry|not a problem|rest assured|easy|nothing to (?:worry|fear)|won't (?:lose|miss|notice|have to))\b/u,
  },
  {
    rule: 'promise.offer',
    pattern: /\b(?:(?:i|we)(?:'d| would| could| can)|happy to|glad to|i suppose|i don't see why)\b/u,
  },
  {
    rule: 'promise.habit',
    pattern: /\b(?:always|usually|normally|typically|generally|every (?:time|day|week|month)|we never)\b/u,
  },
  { rule: 'promise.future', pattern: /\b(?:(?:i|we)(?:'ll| will| shall|'re going| are going|'m going| am going))\b/u },
  {
    rule: 'promise.staff',
    pattern: /\b(?:(?:he|she|they|team|people|engineer|colleague|crew|one of ours)(?:'ll| will)?)\b/u,
  },
];

/** The rule that a promise is filed under. */
export function ruleOf({ said, asked, strength }: Pick<Candidate, 'said' | 'asked'> & { strength: Strength }): string {
  if (said.source.kind === 'proposal') return 'promise.offered_item';
  if (isNote(said.source)) return 'promise.reported';
  if (asked && strength === 'implied') return 'promise.assent';
  const way = WAYS.find(({ pattern }) => pattern.test(said.low));
  if (way) return way.rule;
  return quantities(said.low).some(({ dimension }) => dimension !== 'count') ? 'promise.measured' : 'promise.other';
}
