import { BLOCKERS } from './blockers.ts';
import type { Candidate } from './candidates.ts';
import type { Utterance } from './utterances.ts';

/** A yes that is not said as a promise. `full` ones fill the whole sentence; the others may carry a few words more. */
const ASSENT =
  /^(?:oh,? |well,? |um,? |uh,? |yeah,? |sure,? |right,? )*(?:yes|yep|yeah|yup|sure(?: thing)?|of course|absolutely|definitely|certainly|naturally|exactly|correct|agreed|indeed|no problem|no worries|not a problem|will do|can do|consider it done|that's (?:right|correct|fine|fair|the (?:idea|plan))|that works|that is (?:right|correct|so)|works for (?:us|me)|makes sense(?: to .+)?|sounds (?:good|right|fair)|fair (?:enough|assumption)|that(?:'d| would) be (?:a )?(?:fair|safe|right|reasonable) (?:assumption|guess|expectation)(?:, \w+)?|(?:one|i|we)(?:'d| would) (?:rather |certainly )?(?:assume|hope|think|expect|imagine) so(?:, .+)?|i(?:'d| would)? (?:think|assume|imagine|expect|see it) (?:so|also|that way)|you(?:'ve| have) (?:read|got|understood) (?:that|it)(?: one)? (?:right|correctly)(?:, \w+)?|you(?:'re| are) right|i don't see why not|why not|we(?:'ll| will)(?: do)?|it is|it does|it will|they (?:do|will|would)|always|all|done|that's how (?:we|i) (?:see|read) it|goes without saying|we(?:'ll| will| would)n?(?:'t| not)? (?:not )?(?:let|leave) you .+|you (?:wouldn't|won't) be (?:left|stuck) .+)(?:[,.!]|$)/u;
/** What takes the yes back. */
const RETREAT =
  /\b(?:but|depends|ask|check|later|maybe|perhaps|not sure|although|though|unless|however|we'd want|talk about|separate|extra)\b/u;
/** The customer supposes or asks for something that the seller would have to do. */
const SUPPOSES =
  /\b(?:i(?:'m| am)? (?:assum\w+|take it|gather|understand|presume|trust|expect|suppose|guess)|we(?:'re| are)? (?:assum\w+|expect\w*)|(?:so|and|then)\b[^?]{0,60}\b(?:you|you'd|you'll|your|they'd|they'll|somebody|someone|it'd|it'll|that'd|we'd|we get|comes?|gets?|includes?)|they'd|you'd|you'll|(?:can|could|will|would) you|(?:do|will|would|can) we (?:get|have|keep|see)|(?:does|is|are|do) (?:that|it|this|they|the \w+)[^?]* (?:include\w*|covered|part of|come with)|somebody (?:from you|of yours|else))\b/u;
const ABOUT_NOW =
  /\b(?:can you (?:hear|see)|do you want|are you|did you|have you|how are|is that a|see my|remember)\b/u;

/**
 * Assent: the seller's short yes right after the buyer supposed something. The buyer's words are the promise's content,
 * so they stand as its second evidence.
 */
export function assents(said: Utterance[]): Candidate[] {
  const out: Candidate[] = [];
  said.forEach((utterance, index) => {
    if (utterance.side !== 'vendor' || !utterance.first) return;
    if (utterance.low.split(' ').length > 12 || !ASSENT.test(utterance.low) || RETREAT.test(utterance.low)) return;
    if (/\?["')]*$/u.test(utterance.low)) return;
    const asked = supposition(said, index);
    if (!asked) return;
    const next = said[index + 1];
    if (
      next &&
      next.turn === utterance.turn &&
      (RETREAT.test(next.low) ||
        BLOCKERS.some(({ id, pattern }) => (id === 'refusal' || id === 'declined') && pattern.test(next.low)))
    )
      return;
    out.push({
      said: utterance,
      quote: utterance.text,
      strength: 'implied',
      rule: 'implied.assent',
      confidence: 0.55,
      context: asked.text,
      asked,
    });
  });
  return out;
}

function supposition(said: Utterance[], index: number): Utterance | undefined {
  const here = said[index];
  if (!here) return undefined;
  let turn: number | undefined;
  let hops = 0;
  for (let i = index - 1; i >= 0 && i >= index - 8; i -= 1) {
    const before = said[i];
    if (!before || before.source !== here.source) return undefined;
    if (before.side !== 'customer') {
      // A colleague's murmur may stand between the question and the yes.
      if (before.low.split(' ').length > 3 || ++hops > 1) return undefined;
      continue;
    }
    turn ??= before.turn;
    if (before.turn !== turn) return undefined;
    if (/\b(?:send|e-?mail|share|forward|show|resend|call) /u.test(before.low)) continue;
    if (SUPPOSES.test(before.low) && !ABOUT_NOW.test(before.low) && before.low.split(' ').length >= 5) return before;
  }
  return undefined;
}
