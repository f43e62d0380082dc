import { BLOCKERS } from './blockers.ts';
import { type Candidate, clauseAround } from './candidates.ts';
import type { People } from './people.ts';
import type { Utterance } from './utterances.ts';

const OFFERED =
  /\b(?:what you(?:'ll| will| would)? (?:get|receive|have)|we (?:will )?(?:offer|deliver|propose|provide)|deliverables?|included|our offer|scope|you(?:'ll| will) receive|package|what's in)\b/u;
const NOT_OFFERED =
  /\b(?:optional|not in (?:the|this) price|not included|excluded?|at extra cost|about us|why us|references?|out of scope|not in scope|available separately)\b/u;
const PROMISED = /\b(?:we(?:'ll| will)|you(?:'ll| will) (?:get|have|receive)|is included|guarantee)\b/u;

/** Promises of a proposal: the items under a heading that offers, and sentences that promise outright. */
export function offeredPromises(said: Utterance[], people: People): Candidate[] {
  return said
    .filter(({ low, heading, passage }) => {
      if (NOT_OFFERED.test(low) || NOT_OFFERED.test(heading) || low === heading || low.split(' ').length < 4)
        return false;
      if (
        BLOCKERS.some(
          ({ id, pattern }) =>
            ['past', 'question', 'elsewhere', 'company_facts', 'declined', 'refusal', 'hypothetical'].includes(id) &&
            pattern.test(low),
        )
      )
        return false;
      if (passage.text.length < 3) return false;
      return OFFERED.test(heading) || PROMISED.test(low);
    })
    .map((utterance) => ({
      said: utterance,
      quote: clauseAround(utterance.text, 0),
      strength: 'explicit' as const,
      rule: 'explicit.offered_item',
      confidence: 0.7,
      context: '',
      speaker: utterance.speaker || people.vendor,
    }));
}

/** Somebody is reported to have promised: `told her we'd …`, `has promised the plant a …`. */
const REPORTED =
  /\b(?:(?:has |have |had |says (?:he|she|they) (?:has |have )?)?(?:told|promised|assured|offered|committed|said to|agreed with)) (?:(?:the |their |our )?[\p{L}.']+ ){0,6}?(?:that |to |we'd|we would|we will|we'll|they'd|the|a|an|us)\b/u;
const REPORT_REFUSED =
  /\b(?:no\b|not\b(?! costed| calculated| priced| in| budgeted| reflected| approved)|refused|rejected|declined|can't|won't|asked (?:whether|if)|expects? us)\b/u;
const PROMISE_START = /\b(?:we'd|we would|we'll|we will|they'd|the \w+ would|a |an )/u;

/** Promises that internal notes report. The quote is the promise with its report; the speaker is whoever is said to have made it. */
export function reportedPromises(said: Utterance[], people: People): Candidate[] {
  const out: Candidate[] = [];
  for (const utterance of said) {
    const m = REPORTED.exec(utterance.low);
    if (!m || /\b(?:they|supplier|competitor|incumbent) (?:has |had )?promised/u.test(utterance.low)) continue;
    if (REPORT_REFUSED.test(utterance.low.slice(m.index))) continue;
    if (!/\b(?:would|'d|will|'ll|promised|offered|committed)\b/u.test(utterance.low.slice(m.index))) continue;
    const start = PROMISE_START.exec(utterance.low.slice(m.index));
    out.push({
      said: utterance,
      quote: clauseAround(utterance.text, m.index + (start?.index ?? 0)),
      strength: 'explicit',
      rule: 'explicit.reported',
      confidence: 0.6,
      context: '',
      speaker: reporter(utterance, m.index, people),
    });
  }
  return out;
}

function reporter(utterance: Utterance, at: number, people: People): string {
  const before = utterance.text.slice(0, at + 1);
  const named = [...before.matchAll(/\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?/gu)]
    .map(([name]) => people.find(name))
    .find((person) => person?.side === 'vendor');
  if (named) return named.name;
  const initials = /\b(\p{Lu}{2})\b/u.exec(before)?.[1];
  const person =
    initials &&
    people.all.find(
      ({ name, side }) =>
        side === 'vendor' &&
        initials ===
          name
            .split(' ')
            .map((part) => part[0])
            .join(''),
    );
  if (person) return person.name;
  const owner =
    people.all.find(({ role }) => role === 'account_owner') ??
    people.all.find(
      ({ side, title }) => side === 'vendor' && /sales|account|client director|business dev/iu.test(title),
    );
  return utterance.speaker || owner?.name || people.vendor;
}
