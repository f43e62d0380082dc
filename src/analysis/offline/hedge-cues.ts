import type { Cue } from './cue.ts';
import { WORK } from './work-verbs.ts';

/** Hedged offers: not said as a promise, but the buyer hears a yes. */
export const HEDGES: readonly Cue[] = [
  // we'd be happy to; I'd include that
  {
    id: 'implied.hedged_offer',
    weight: 2,
    strength: 'implied',
    pattern:
      /\b(?:i|we)(?:'d| would| should) (?:\w+ly )?(?:be (?:\w+ )?(?:happy|glad|delighted|pleased|inclined|on hand|there|around|available)|absorb|cover|wear|throw|include|pay|pick up the|do (?:that|it|the|your)|fix|add|handle)\b|\b(?:i|we)(?:'m| am|'re| are) (?:\w+ )?(?:happy|relaxed|glad) (?:to (?!hear|see|know|say)|about\b)/u,
  },
  // I'd expect us to; I reckon we can
  {
    id: 'implied.expectation',
    weight: 1.5,
    strength: 'implied',
    pattern:
      /\bi(?:'d| would)(?: \w+ly)? (?:expect|imagine|reckon|hope|assume|think|say|suppose)\b|\bi(?: \w+ly)? (?:expect|imagine|reckon|assume) (?:we|it|that|you|on)\b|\bi think (?:we can|we'll|we could)\b|\bi'd have thought\b|\bi'm (?:pretty |fairly |quite )?(?:sure|confident) (?:we|it|that)/u,
  },
  // I don't see why not; I shouldn't think we'd charge
  {
    id: 'implied.no_reason_not',
    weight: 2,
    strength: 'implied',
    pattern:
      /\b(?:don't|can't|cannot) see (?:why|any reason|a problem)|\bno reason (?:why )?(?:we|it|you)\b|\bshouldn't be (?:a|any) (?:problem|issue|trouble)|\b(?:shouldn't|don't|wouldn't) (?:think|imagine|expect) (?:we'd|we would|that'd|you'd|there'd|it'd|anyone)|\bwouldn't (?:dream|think) of\b|\bi'd be (?:\w+ )?surprised if (?:we|it|you)\b/u,
  },
  // it should be a day
  {
    id: 'implied.should_be',
    weight: 1,
    strength: 'implied',
    pattern: /\b(?:should|ought to) (?:be|feel|take|come|cover|have|go|land|see)\b/u,
  },
  // we normally do; we always leave a spare
  {
    id: 'implied.as_usual',
    weight: 1.7,
    strength: 'implied',
    pattern: /\b(?:we|i)(?:'d| would)? (?:normally|usually|typically|generally|tend to|always)\b/u,
  },
  // I can build you one
  {
    id: 'implied.can_do',
    weight: 2,
    strength: 'implied',
    pattern: new RegExp(`\\b(?:i|we) (?:can|could) (?:\\w+ly |always |also |easily )?(?:${WORK})\\b`, 'u'),
  },
  // that'd be on us
  {
    id: 'implied.our_job',
    weight: 2,
    strength: 'implied',
    pattern:
      /\b(?:that'd|that would|that'll|that's|that is|it's) (?:be )?(?:on us|our (?:job|problem|side|responsibility|part))\b/u,
  },
  // she'd be looking after you
  {
    id: 'implied.staff_would',
    weight: 2,
    strength: 'implied',
    pattern: /\b(?:he|she|they)'d be (?:looking after|with|running|supporting|your)\b/u,
  },
  // small thing, no problem
  {
    id: 'implied.easy',
    weight: 1,
    strength: 'implied',
    pattern: /\b(?:small thing|no problem|not a problem|no drama|easy|no big deal|piece of cake)\b/u,
  },
  // happy to include it
  {
    id: 'implied.glad_to',
    weight: 2,
    strength: 'implied',
    pattern: new RegExp(`^(?:and |but |well, )*(?:more than )?(?:happy|glad|delighted) to (?:${WORK})\\b`, 'u'),
  },
  // I suppose we could do it in the same visit
  {
    id: 'implied.could',
    weight: 2,
    strength: 'implied',
    pattern: new RegExp(`\\bi (?:suppose|guess|reckon|think) we(?:'d| could| can) (?:\\w+ly )?(?:${WORK})\\b`, 'u'),
  },
  // I'm certain
  {
    id: 'implied.confident',
    weight: 1.5,
    strength: 'implied',
    pattern: /\bi(?:'m| am) (?:\w+ )?(?:certain|confident|positive)\b/u,
  },
  // we'd swing by every quarter
  {
    id: 'implied.would',
    weight: 1.3,
    strength: 'implied',
    pattern: /\b(?:we|i)(?:'d| would) (?!not\b|need|have to|love|like|want|rather|say|suggest|only|prefer|be\b)\w+/u,
  },
];
