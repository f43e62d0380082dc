import { BLOCKERS } from './blockers.ts';
import { type Candidate, clauseAround } from './candidates.ts';
import type { Cue } from './cue.ts';
import type { People } from './people.ts';
import { PROMISE_CUES } from './promise-cues.ts';
import { quantities } from './quantities.ts';
import type { Utterance } from './utterances.ts';
import { concepts } from './words.ts';

/** A sentence is a promise from here on. Who cannot be placed needs a plainer one. */
const ENOUGH = 2;
const ENOUGH_UNPLACED = 3.5;

const BENEFICIARY = /\b(?:you|your|yours|you're|you'll|your's)\b/u;
const MEASURED: ReadonlySet<string> = new Set(['date', 'duration', 'percent', 'money', 'rate']);
const QUESTION = /\?["')\]]*$/u;
/** A figure about something else than the service, or one that is not stood by. */
const NO_ANSWER =
  /^(?:yeah,? |well,? |oh,? )*(?:they|it is|it's|it would|it took|those|these|anything)\b|\b(?:might|maybe|perhaps)\b/u;
/** Condition after which a plain `would` answers a deal that nobody ordered. */
const UNORDERED =
  /\bif (?:we|it|you|the \w+) (?:\w+ ){0,2}(?:ever|went|had|got|came|did|comes off)\b|\bnext (?:year|phase)\b/u;

/** Promises in what people say and write to each other: calls, mails, threads. */
export function spokenPromises(said: Utterance[], people: People): Candidate[] {
  const staff = staffPattern(people);
  const out: Candidate[] = [];
  said.forEach((utterance, index) => {
    if (utterance.side === 'customer' || utterance.side === 'third') return;
    const asked = askedBefore(said, index);
    const verdict = weigh(utterance, asked, staff);
    if (!verdict || verdict.score < (utterance.side === 'vendor' ? ENOUGH : ENOUGH_UNPLACED)) return;
    out.push({
      said: utterance,
      quote: clauseAround(utterance.text, verdict.at),
      strength: verdict.lead.strength,
      rule: verdict.lead.id,
      confidence: Math.min(0.95, 0.4 + 0.12 * verdict.score),
      context: around(said, index),
    });
  });
  return out;
}

type Weighed = { score: number; lead: Cue; at: number };

/** How much of a promise a sentence is, and its leading cue; undefined when a blocker stands or no cue does. */
function weigh(utterance: Utterance, asked: Utterance | undefined, staff: RegExp | undefined): Weighed | undefined {
  const { low } = utterance;
  const hits: { cue: Cue; at: number }[] = [];
  for (const cue of PROMISE_CUES) {
    const m = cue.pattern.exec(low);
    if (m) hits.push({ cue, at: m.index });
  }
  const measured = quantities(low).filter((quantity) => MEASURED.has(quantity.dimension));
  const answers = asked !== undefined && utterance.side === 'vendor';
  const owns = staff?.exec(low);
  if (owns) hits.push({ cue: STAFF, at: owns.index });
  if (answers && measured.length > 0 && low.split(' ').length <= 22 && !NO_ANSWER.test(low))
    hits.push({ cue: ANSWERED, at: 0 });
  if (hits.length === 0) return undefined;
  const firm = hits.some(({ cue }) => cue.firm);
  if (BLOCKERS.some((blocker) => !(firm && blocker.soft) && blocker.pattern.test(low))) return undefined;
  if (/\b(?:'d|would)\b/u.test(low) && asked && UNORDERED.test(asked.low)) return undefined;
  hits.sort((a, b) => b.cue.weight - a.cue.weight || a.at - b.at);
  const [lead] = hits;
  if (!lead) return undefined;
  let score = hits.reduce((sum, { cue }) => sum + cue.weight, 0) * 0.3 + lead.cue.weight * 0.7;
  if (/\bfor (?:you|your)\b/u.test(low)) score += 1;
  else if (BENEFICIARY.test(low)) score += 0.6;
  if (measured.length > 0) score += 0.6;
  if (concepts(low).length > 0) score += 0.3;
  if (answers) score += 0.5;
  const hedged = hits.find(({ cue }) => cue.strength === 'implied' && cue.weight >= 1);
  const plain = hits.some(({ cue }) => cue.strength === 'explicit' && cue.weight >= 2);
  const voice = hedged && !(plain && hedged.cue.weight < 1.5) ? hedged : lead;
  return { score, lead: firm && !hedged ? lead.cue : voice.cue, at: lead.at };
}

const STAFF: Cue = { id: 'explicit.staff_named', weight: 1.5, strength: 'explicit', pattern: /./u };
const ANSWERED: Cue = { id: 'explicit.measured_answer', weight: 1.2, strength: 'explicit', pattern: /./u };

/** `Bek'll hang`, `bram comes himself`: one of the seller's people as the subject. */
function staffPattern(people: People): RegExp | undefined {
  const names = people.names('vendor').map((name) => name.replace(/[^\p{L}]/gu, '.'));
  return names.length
    ? new RegExp(
        `\\b(?:${names.join('|')})(?:'ll|'s (?:team|people) |(?: will)? (?:comes?|stays?|visits?|runs|handles|takes|does|builds|joins|be)\\b)`,
        'u',
      )
    : undefined;
}

/** What was said just before and in the same turn: the question that a short answer takes its meaning from. */
function around(said: Utterance[], index: number): string {
  const here = said[index];
  const near = said.slice(Math.max(0, index - 4), index + 3);
  return near
    .filter((one) => one !== here && one.source === here?.source && one.turn <= here.turn && one.turn >= here.turn - 2)
    .map(({ text }) => text)
    .join(' ');
}

/** The customer's question or wish that this sentence's turn answers: in the turn before, or two before across a colleague. */
function askedBefore(said: Utterance[], index: number): Utterance | undefined {
  const here = said[index];
  if (!here) return undefined;
  let turns = 0;
  let turn = here.turn;
  for (let i = index - 1; i >= 0 && turns <= 2; i -= 1) {
    const before = said[i];
    if (!before || before.source !== here.source) return undefined;
    if (before.turn !== turn) {
      turn = before.turn;
      turns += 1;
    }
    if (turns === 0 || before.side !== 'customer') continue;
    if (turns > 2) return undefined;
    return QUESTION.test(before.low) || WISH.test(before.low)
      ? before
      : turns === 1 && before.low.split(' ').length <= 6
        ? before
        : undefined;
  }
  return undefined;
}

const WISH =
  /\b(?:i(?:'d| would)? (?:want|need|like|love|hate|assume|take it|understand)|we(?:'d| would|'ll)? (?:want|need|like|assume)|(?:so )?you(?:'d|'ll| would| will)|what about|how about|who|and (?:if|when|afterwards)|would be (?:great|nice|good))\b/u;
