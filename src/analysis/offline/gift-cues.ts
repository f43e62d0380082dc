import type { Cue } from './cue.ts';

const FREE =
  "no (?:extra |additional |further )?(?:charge|cost|fee|invoice|bill)\\b|(?:is|are|'s|be) (?:completely |all )?free\\b(?! (?:to|of|on|at|for|tomorrow|next|after|now))|free of charge|for free|for nothing|at no (?:extra |additional )?(?:charge|cost)|on the house|on us\\b|at our (?:own )?(?:expense|cost)|my treat|our treat|our contribution|with our compliments|cost(?:s|ing)? you nothing|on your (?:bill|invoice)|same (?:monthly |annual )?(?:fee|price|rate)|without (?:extra |any )?(?:charge|cost)";

/** Money and effort given away, and a word given. */
export const GIFTS: readonly Cue[] = [
  // free of charge, on the house, my treat
  { id: 'concession.free', weight: 2, strength: 'explicit', firm: true, pattern: new RegExp(`\\b(?:${FREE})`, 'u') },
  // I'll throw in a second one
  {
    id: 'concession.thrown_in',
    weight: 2,
    strength: 'explicit',
    firm: true,
    pattern: /\b(?:throw|throwing|chuck|toss|lob) (?:\w+ )?in\b|\bwaive\b/u,
  },
  // you won't pay for it; we'd never charge that
  {
    id: 'concession.not_billed',
    weight: 2,
    strength: 'explicit',
    firm: true,
    pattern:
      /\b(?:won't|will not|never|not going to|don't|wouldn't) (?:\w+ )?(?:pay|be (?:billed|charged|invoiced)|bill|charge|invoice|cost|count (?:against|towards?))\b|\b(?:won't|will not) be on your (?:bill|invoice)/u,
  },
  // that price is locked
  {
    id: 'concession.price_held',
    weight: 2,
    strength: 'explicit',
    firm: true,
    pattern:
      /\b(?:is|are|stays?|that's|it's) (?:\w+ )?(?:locked|frozen|capped)\b|\bthat's your (?:number|price|fee|rate)\b|\b(?:ceiling|cap) on\b|\b(?:can't|won't|will not) (?:move|go up|rise|increase)\b/u,
  },
  // finance is fine with your terms; you get five percent back
  {
    id: 'concession.agreed_terms',
    weight: 2,
    strength: 'explicit',
    firm: true,
    pattern:
      /\b(?:is|are|'s) (?:fine|okay|ok|good|happy) with (?:net|the|your|that)\b[^?]*|\byou (?:keep|get) [^,.]{0,20}(?:per ?cent|%)|\b(?:per ?cent|%) (?:of the \w+ )?back\b/u,
  },
  // I guarantee, we commit to, you have my word
  {
    id: 'guarantee.word',
    weight: 2.5,
    strength: 'explicit',
    firm: true,
    pattern:
      /\b(?:(?:i|we)(?:'ll| will| can| do)? (?:(?!not\b|cannot\b|never\b)\w+ )?(?:guarantee|promise|warrant)\b(?! (?:you )?(?:it's|not to))|(?:you(?:'ve| have)|got) my word|my word (?:on|for)|give you (?:this|that) in writing|we commit to|count on it|you can (?:rely|count|bank) on|no matter what|i'll make sure of (?:it|that))/u,
  },
  // your data never leave the country; we would not leave you without
  {
    id: 'guarantee.never',
    weight: 2,
    strength: 'explicit',
    firm: true,
    pattern:
      /\byour \w+(?: \w+)? (?:will |shall )?never (?:leaves?|goes?|go|be|moves?)\b|\b(?:won't|will not|would never|wouldn't) (?:pull it|let you|leave you|be left|drop you|take it away)|\byou wouldn't be (?:left|without)|\bwe(?:'d| would) never (?:leave|let)\b|\bdo(?:es)?n't? (?:not )?have to (?:accept|pay)|\bdo not have to (?:accept|pay)/u,
  },
  // the freight's ours
  {
    id: 'concession.ours',
    weight: 2,
    strength: 'explicit',
    firm: true,
    pattern: /\b(?:is|are|'s) (?:ours|on our (?:tab|account|bill|dime))\b/u,
  },
  // we can knock ten percent off
  {
    id: 'concession.knock_off',
    weight: 2,
    strength: 'explicit',
    firm: true,
    pattern: /\b(?:knock|take|shave|drop) (?:[\w-]+ ){1,4}off\b/u,
  },
  // your people won't have to touch it
  {
    id: 'concession.relief',
    weight: 2,
    strength: 'explicit',
    firm: true,
    pattern:
      /\b(?:won't|don't|needn't|will not|doesn't|never) (?:have to|need to) (?:lift a finger|worry about|pay|touch|buy|do|bring|build|write|handle)\b|\bnobody (?:on your side|of yours|in your team) (?:needs|has) to\b/u,
  },
  // rest assured; that goes without saying
  {
    id: 'guarantee.assured',
    weight: 2.5,
    strength: 'explicit',
    firm: true,
    pattern:
      /\b(?:my|our) assurance\b|\bis a given\b|\b(?:goes|go) without saying\b|\bno question\.$|\brest assured\b|\bi(?:'ll| can)? assure you\b|\bwe (?:sign up to|stand behind|stand by|undertake)\b|\bhold us to\b/u,
  },
];
