import type { Cue } from './cue.ts';
import { WORK } from './work-verbs.ts';

/** Service described as a fact: who comes, what runs, what happens when. Mostly light: they need a measure or a `you` beside them. */
export const SERVICE: readonly Cue[] = [
  // the present tense used as a plan: we build the feed
  {
    id: 'explicit.we_do_for_you',
    weight: 1.5,
    strength: 'explicit',
    pattern: new RegExp(`\\b(?:we|i) (?:\\w+ly |always |simply |also )?(?:${WORK})\\b`, 'u'),
  },
  // we're on your floor every Tuesday
  {
    id: 'explicit.we_on_site',
    weight: 1.5,
    strength: 'explicit',
    pattern: /\b(?:i'm|we're|i am|we are) (?:at|in|with|on|there)\b/u,
  },
  // our desk, somebody: who acts, not yet what they do
  {
    id: 'explicit.team_picks_up',
    weight: 1.5,
    strength: 'explicit',
    pattern: /\b(?:somebody|someone|our (?:team|people|engineers?|consultants?|trainers?|crew|desk))\b/u,
  },
  // the orders go straight into your system
  {
    id: 'explicit.straight_into',
    weight: 1.5,
    strength: 'explicit',
    pattern: /\b(?:goes|go|runs?|comes?|come) (?:straight |directly |right )?(?:into|onto)\b/u,
  },
  // support starts on the first of May
  {
    id: 'explicit.scheduled',
    weight: 1,
    strength: 'explicit',
    pattern:
      /\b(?:starts?|begins?|goes live|go live|finish(?:es)?|ends?|come already|it runs|runs? from|done by|live by|ready by)\b/u,
  },
  // it will be ready, live, in place
  {
    id: 'explicit.ready',
    weight: 2,
    strength: 'explicit',
    pattern:
      /\b(?:will|'ll) be (?:ready|live|running|working|up|done|finished|delivered|available|able|there|in place)\b/u,
  },
  // the old records come over too
  {
    id: 'explicit.comes_over',
    weight: 2,
    strength: 'explicit',
    pattern: /\b(?:comes?|come|gets moved|gets migrated) (?:over|across)(?: too| as well)?\b/u,
  },
  // our installers clear the yard
  {
    id: 'explicit.our_people_do',
    weight: 2,
    strength: 'explicit',
    pattern: new RegExp(
      `\\bour (?:\\w+ ){0,2}(?:team|people|lads|guys|crew|engineers?|installers?|trainers?|consultants?|technicians?|drivers?|fitters?|electricians?|designers?|developers?|staff|desk|office|support|hotline)(?:'ll| will)? (?:also |always )?(?:be|(?:${WORK}|do)(?:e?s)?)\\b`,
      'u',
    ),
  },
  // I'll be there on the Saturday
  {
    id: 'explicit.be_there',
    weight: 2,
    strength: 'explicit',
    pattern: /\b(?:i|we)(?:'ll| will) be (?:there|on[- ]site|with you|at your|available|around|standing by|on hand)\b/u,
  },
  // consider it done; that's taken care of
  {
    id: 'explicit.consider_done',
    weight: 2,
    strength: 'explicit',
    pattern:
      /\bconsider (?:it|that|this|the [^,.]{2,40}) (?:done|covered|handled|sorted|included)\b|\b(?:that's|it's|this is|is all) (?:all )?(?:taken care of|sorted|handled|looked after)\b/u,
  },
  // we take care of the paperwork
  {
    id: 'explicit.take_care',
    weight: 2,
    strength: 'explicit',
    pattern:
      /\b(?:we|i)(?:'ll| will)? (?:take care of|look after|see to|deal with) (?:the|your|all|that|this|it|every)\b/u,
  },
  // if it breaks, we swap it
  {
    id: 'explicit.remedy',
    weight: 2,
    strength: 'explicit',
    pattern:
      /^(?:and |so |but )?(?:if|should|in case|whenever) [^,]{3,60},? (?:we|i|our \w+|somebody|someone)(?:'ll| will)? (?!'d|would|could|might|can't|cannot|don't)\w+/u,
  },
  // the report lands in your inbox
  {
    id: 'explicit.lands_with_you',
    weight: 2,
    strength: 'explicit',
    pattern: /\b(?:lands?|arrives?|turns up|is delivered|gets delivered) (?:in|at|on) your\b/u,
  },
  // every robot gets an inspection
  {
    id: 'explicit.every_one_gets',
    weight: 1.5,
    strength: 'explicit',
    pattern: /\b(?:every|each|all (?:the|your)) [^,.]{2,30} (?:gets?|comes? with|receives?)\b/u,
  },
  // two engineers on your site, without a verb
  {
    id: 'explicit.on_your_site',
    weight: 1,
    strength: 'explicit',
    pattern: /\b(?:on|at|in) your (?:site|premises|plant|office|warehouse|building|floor)\b/u,
  },
  // there's a hotline for you
  {
    id: 'explicit.there_is_for_you',
    weight: 1.5,
    strength: 'explicit',
    pattern: /\bthere(?:'s| is| are|'ll be| will be) (?:a |an |always )?(?:\w+ ){0,3}for you\b/u,
  },
  // you'll see results: a result said as a fact
  {
    id: 'explicit.you_will_see',
    weight: 1.5,
    strength: 'explicit',
    pattern:
      /\byou(?:'ll| will| are going to) (?:see|notice|save|gain|cut|halve|double) (?!here|on the|a (?:green|red|button|list|page))/u,
  },
  // leave the permits to us
  {
    id: 'explicit.leave_to_us',
    weight: 2,
    strength: 'explicit',
    pattern: /\bleave (?:it|that|this|the [^,.]{2,40}|all \w+) to us\b/u,
  },
  // the old system stays available
  {
    id: 'explicit.stays',
    weight: 1.5,
    strength: 'explicit',
    pattern: /\bstays? (?:available|open|in place|online|up)\b/u,
  },
  // you'll be paying staff from it by Easter
  {
    id: 'explicit.you_will_be',
    weight: 2,
    strength: 'explicit',
    pattern: /\byou(?:'ll| will) be (?:able to|live|up|running|\w{3,}ing) /u,
  },
  // figure on eight weeks
  { id: 'explicit.plan_on', weight: 1.5, strength: 'explicit', pattern: /\b(?:figure|plan|count|reckon) on\b/u },
];
