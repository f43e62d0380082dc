import type { FoundQuestion } from '../../handoff/analysis.ts';
import { cite } from './evidence.ts';
import type { Utterance } from './utterances.ts';

const ASKS = /\?["')]*$/u;
/** A question without its mark, as people type: `who does that`, `did Ann talk with the union`. */
const ASKS_BARE =
  /^(?:who|did|does|which|whose) (?:\p{L}+ ){2,}\p{L}+$|, who (?:does|is doing|has|owns) (?:that|it|this)$/u;
/** Talk about the talk, courtesies, echoes. */
const IDLE =
  /\b(?:can (?:you|everybody|everyone) (?:hear|see)|how(?:'s| are| is) (?:the|you|everyone|it going)|do you want|mind me asking|shall (?:we|i)|can i (?:ask|jump|just)|are we good|what else|anything else|any questions|ready\?|right\?$|okay\?$|make sense|did (?:it|what)|how so|for real|what'?s next|what about you|might i)\b/u;
/** The answer is put off, or nobody knows it. */
const PUT_OFF =
  /\b(?:(?:i|we)(?:'d| would|'ll| will) (?:have|need) to (?:ask|check|look|go|find|think|see|clear|get)|(?:don't|do not|didn't|not) (?:honestly )?(?:know|sure)|no idea|let me (?:chase|check|ask|see|find|get|look)|(?:find|figure|work) (?:it |that )?out|i(?:'ll)? (?:must|need to) (?:\w+ )?(?:clear|ask|check)|must (?:\w+ ){0,2}(?:clear|ask|check)|get back to you|come back to you|take (?:that|this|it) offline|leave it with|hard to say|good question|to be (?:confirmed|decided)|tbd|tbc|have to think about|nobody (?:knows|answers)|couldn't find|hopefully|somebody is)\b/u;

/** Questions that were asked and not answered in the turns that follow. */
export function findQuestions(said: Utterance[]): FoundQuestion[] {
  const out: FoundQuestion[] = [];
  said.forEach((utterance, index) => {
    if (!isQuestion(utterance) || utterance.low.split(' ').length < 5) return;
    if (isOpen(said, index)) out.push({ text: utterance.text, evidence: [cite(utterance)] });
  });
  return out;
}

export function isQuestion({ low, side }: Utterance): boolean {
  return side !== undefined && (ASKS.test(low) || ASKS_BARE.test(low)) && !IDLE.test(low);
}

/** True when what follows, in the same turn or the next two, puts the answer off; in a mail, when no answer follows at all. */
export function isOpen(said: Utterance[], index: number): boolean {
  const asked = said[index];
  if (!asked) return false;
  let turn = asked.turn;
  let hops = 0;
  let heard = false;
  for (let i = index + 1; i < said.length && i <= index + 6; i += 1) {
    const reply = said[i];
    if (!reply || reply.source !== asked.source) break;
    if (reply.turn !== turn) {
      turn = reply.turn;
      hops += 1;
    }
    if (hops > 3 || (hops > 0 && isQuestion(reply) && reply.low.split(' ').length > 6)) break;
    if (PUT_OFF.test(reply.low)) return true;
    if (hops > 0) {
      heard = true;
      if (reply.side !== asked.side && reply.low.split(' ').length > 3) return false;
    }
  }
  return asked.source.kind === 'email' && !heard && MAILED.test(asked.low);
}

const MAILED = /^(?:do|does|did|is|are|can|could|will|would|who|when|where|which|what|how|and is|and do|\W*who)\b/u;
