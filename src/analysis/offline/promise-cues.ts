import type { Cue } from './cue.ts';
import { GIFTS } from './gift-cues.ts';
import { HEDGES } from './hedge-cues.ts';
import { SERVICE } from './service-cues.ts';
import { WORK } from './work-verbs.ts';

/** We take an action upon us, the buyer receives, it is part of the deal. */
const PLAIN: readonly Cue[] = [
  // “Who owns it?” – “To you, with all files.”
  { id: 'explicit.to_you', weight: 2, strength: 'explicit', pattern: /^(?:to|for) you, /u },
  // British: you'd have me throughout
  { id: 'explicit.you_would_have', weight: 2, strength: 'explicit', pattern: /\byou'd (?:have|get|keep)\b/u },
  // we'll replace it; I'm going to set it up
  {
    id: 'explicit.future',
    weight: 2,
    strength: 'explicit',
    pattern: new RegExp(
      `\\b(?:we|i)(?:'ll| will| shall|'re going to| are going to|'m going to| am going to) (?:[\\w-]+ly |all |both |also |just |then |always |even |have |be )?(?:you (?:live|up)|${WORK})`,
      'u',
    ),
  },
  // any other “we will”: light, since much of it is talk
  {
    id: 'explicit.future_other',
    weight: 1.4,
    strength: 'explicit',
    pattern: /\b(?:we|i)(?:'ll| will| shall) (?!not\b|never\b|see\b)/u,
  },
  // I'm getting you the second one
  {
    id: 'explicit.giving',
    weight: 2,
    strength: 'explicit',
    pattern:
      /\b(?:i'm|we're|i am|we are) (?:getting|giving|sending|putting|throwing in|bringing|including|covering|paying for|waiving) (?:you|your|the|in|it|that)/u,
  },
  // she will set it up; our team will run it
  {
    id: 'explicit.staff_future',
    weight: 1.5,
    strength: 'explicit',
    pattern: new RegExp(
      `\\b(?:he|she|they|our \\w+|the (?:team|studio|crew|engineers?|consultants?))(?:'ll| will) (?:be your|be with you|${WORK})\\b`,
      'u',
    ),
  },
  // somebody from our side comes
  {
    id: 'explicit.somebody_of_ours',
    weight: 2,
    strength: 'explicit',
    pattern:
      /\b(?:somebody|someone|a person|one|two|an engineer|a technician|a consultant) (?:of us|of ours|from us|on our (?:side|team|end)|from our (?:side|team|end|office))\b/u,
  },
  // there's always somebody there
  {
    id: 'explicit.always_somebody',
    weight: 2,
    strength: 'explicit',
    pattern: /\bthere(?:'s| is| will be|'ll be) (?:always |someone |somebody )(?:one |a |an |working |there|on )?/u,
  },
  // you get a named engineer; you'll have it by May
  {
    id: 'explicit.you_get',
    weight: 2,
    strength: 'explicit',
    pattern:
      /\byou(?:'ll| will)? (?:all )?(?:get|receive) |\byou(?:'ll| will) (?:all )?(?:have|own)\b|\byou have it\b|\byou(?:'ve| have) got [^,.]{0,30}\b(?:in the|included)|\byou(?:'re| are) (?:getting|going to (?:get|see|have))\b/u,
  },
  // you can use it as long as you like
  {
    id: 'explicit.you_can_keep',
    weight: 2,
    strength: 'explicit',
    pattern:
      /\byou can (?:keep|use|have|add|call|ring) [^.]{0,60}\b(?:free|as many|as much|whole|through|until|any ?time|unlimited|forever|for good)\b/u,
  },
  // the designs are yours
  {
    id: 'explicit.yours',
    weight: 2,
    strength: 'explicit',
    pattern: /\b(?:is|are|they're|it's|that's) (?:all )?yours\b/u,
  },
  // that's in the price; comes as standard
  {
    id: 'explicit.included',
    weight: 2,
    strength: 'explicit',
    pattern:
      /\b(?:(?:is|are|'s|'re|comes?|stays?|stay|all|already) (?:all )?(?:included|inside|in there|in scope|in the (?:price|package|fee|flat rate|bundle|quote|plan)|part of (?:it|(?:the|your) (?:package|price|fee|plan|service|deal)))|in (?:your|the) (?:\w+ )?(?:package|price|fee|plan|bundle)\b|as standard\b|baked in|(?:it |that |which )?comes with (?:your |the )?\w+|stays in\b|'s in,|(?:is|are) in\.$|^[^,.]{3,60} (?:is|are) in[.,])/u,
  },
  // a list item of a mail answered with yes, or “as agreed”
  {
    id: 'explicit.confirmed',
    weight: 1.5,
    strength: 'explicit',
    pattern: /: yes\b|\bstays? as (?:agreed|discussed)|, as (?:discussed|agreed)\b/u,
  },
  // someone will drive out; my people will finish it
  {
    id: 'explicit.others_will',
    weight: 1.4,
    strength: 'explicit',
    pattern: /\b(?:someone|somebody|(?:my|our) \w+)(?:'ll| will) (?!not\b|never\b|have to\b|need\b)/u,
  },
  // there won't be any downtime
  {
    id: 'explicit.there_will',
    weight: 1.4,
    strength: 'explicit',
    pattern: /\bthere(?:'ll| will| won't) be (?:no |any |always )?/u,
  },
  // you pay nothing; your auditors get access; you're covered
  {
    id: 'explicit.you_benefit',
    weight: 1.4,
    strength: 'explicit',
    pattern:
      /\byou (?:only )?pay (?:nothing|only|just)\b|\byou(?:'re| are) covered\b|\byour [\w ]{2,30} (?:gets?|receives?)\b/u,
  },
];

export const PROMISE_CUES: readonly Cue[] = [...PLAIN, ...GIFTS, ...SERVICE, ...HEDGES];
