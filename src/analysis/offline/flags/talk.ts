import type { Commitment } from '../../../handoff/analysis.ts';
import { cite } from '../evidence.ts';
import type { NoteLine } from '../notes.ts';
import { isOpen, isQuestion } from '../questions.ts';
import type { Utterance } from '../utterances.ts';
import { draft, type FlagDraft } from './draft.ts';

const SECRET =
  /\b(?:passwords?|admin(?:istrator)? (?:log-?in|account|password|user)|log-?ins?|credentials?|root account|pin code|api key|secret key|master key)\b/u;
const SHARED =
  /(?:\[secret removed\]|\b(?:is|are|=|:)\s*["']?[\p{L}\d._-]+\s*\/\s*\S+|\bread you\b|\b(?:take|use|share|borrow) (?:my|our|his|her|the same|one)\b|\bsame (?:on|for|as|password)\b|\ball (?:\w+ )?(?:of (?:you|us)|use)\b|\bsend (?:you )?(?:the|my|our) (?:\w+ )?(?:password|log-?in|credentials)\b|\bpassword is\b|\bpost-?it\b|\bspreadsheet\b)/iu;
const REFUSES = /\b(?:please don't|please delete|not by mail|don't (?:post|send|share))\b/u;

/** Passwords said aloud, written down or shared. The quote names the place; the secret itself is cut off. */
export function accessFlags(said: Utterance[]): FlagDraft[] {
  return said
    .filter(({ low }) => SECRET.test(low) && SHARED.test(low) && !REFUSES.test(low))
    .map((utterance) =>
      draft('access_risk', 'high', 'talk.shared_credentials', 'Credentials are shared or about to be.', [
        cite(utterance, withoutSecret(utterance.text)),
      ]),
    );
}

/** From the sentence that names the credential up to where its value would stand. */
const withoutSecret = (text: string): string => {
  const from = Math.max(0, text.lastIndexOf('. ', text.toLowerCase().search(SECRET)) + 2);
  const start = from > 1 ? from : 0;
  const m = /(?:\bis|=|:)(?=\s+(?:\S+\s*\/\s*\S+|\[secret))/iu.exec(text.slice(start));
  return m && m.index > 8 ? text.slice(start, start + m.index + m[0].length).trim() : text;
};

const WHO =
  /\b(?:who(?:'s|'re| is| are| does| do| will| would| makes| makes sure| talks| owns| has| pays| eats| cleans| handles| runs| writes| gets| takes| provides| deals)|(?:do|does|is) (?:\w+ ){1,4}or (?:do |is |are )?(?:you|we|us|they)\b|, us or you)\b/u;
const SMALL_WHO =
  /\b(?:who's (?:your|on|that|this|got)|who else|who are we|who are you|who(?:'s| is) (?:here|there|coming|speaking)|who am i)\b/u;
const POINTING =
  /\b(\w+) (?:says|thinks|said) (?:it's |that )?(?:\w+(?: \w+)?)(?:'s job| is| are| does)?,? (?:and )?(\w+) (?:says|thinks|said) |\b(?:\p{L}+) (?:says|thinks) (?:you are|you do|it's you|\p{L}{4,})[.]?$/u;
const NOBODY =
  /\b(?:no owner|still to be (?:found|named|decided|appointed)|to be named|not yet (?:named|appointed|assigned)|owner: ?(?:tbd|tbc|\?)|nobody (?:owns|is assigned|named)|unassigned|tbd\b|somebody is\b|not done\b)/u;
const PERSON =
  /\b(?:sign-?off|lead|pm\b|manager|owner|person|contact|responsib\w*|review|team|project|job|it|appointed|named)\b/u;

/** Who does it? Asked and not answered, pointed from one to the other, or written down as nobody. */
export function ownerFlags(said: Utterance[], notes: NoteLine[]): FlagDraft[] {
  const out: FlagDraft[] = [];
  const seen = new Set<string>();
  const add = (rule: string, utterance: Utterance, extra: Utterance[] = []) => {
    const key = `${utterance.source.id}|${utterance.turn}`;
    if ([utterance, ...extra].some((one) => seen.has(`${one.source.id}|${one.turn}`))) return;
    seen.add(key);
    for (const one of extra) seen.add(`${one.source.id}|${one.turn}`);
    out.push(
      draft(
        'unclear_owner',
        'medium',
        rule,
        `Nobody takes this: “${utterance.text}”`,
        [utterance, ...extra].map((one) => cite(one)),
      ),
    );
  };
  said.forEach((utterance, index) => {
    if (utterance.side === undefined) return;
    if (
      isQuestion(utterance) &&
      WHO.test(utterance.low) &&
      !SMALL_WHO.test(utterance.low) &&
      (isOpen(said, index) || pointed(said, index))
    ) {
      const reply = said
        .slice(index + 1, index + 8)
        .filter((one) => one.source === utterance.source && (POINTING.test(one.low) || NOBODY.test(one.low)));
      add('talk.who_unanswered', utterance, reply.slice(-2));
    } else if (
      POINTING.test(utterance.low) &&
      utterance.low.split(' ').length <= 25 &&
      /\b(\w+) says (\w+).*\b\2 says \1|\bsays \w+\.$/u.test(utterance.low) &&
      /^\p{L}+ says|, \p{L}+ says|\. /u.test(utterance.low)
    )
      add('talk.pointing', utterance);
  });
  for (const line of notes)
    if (NOBODY.test(line.low) && PERSON.test(line.low))
      out.push(
        draft('unclear_owner', 'medium', 'note.nobody_named', `No name yet: “${sentenceOf(line)}”`, [
          cite(line, sentenceOf(line)),
        ]),
      );
  return out;
}

const pointed = (said: Utterance[], index: number): boolean =>
  said
    .slice(index + 1, index + 6)
    .some((one) => one.source === said[index]?.source && (POINTING.test(one.low) || NOBODY.test(one.low)));
const sentenceOf = ({ text, low }: NoteLine): string => {
  const at = NOBODY.exec(low)?.index ?? 0;
  const start = Math.max(text.lastIndexOf('. ', at) + 2, 0);
  return text.slice(start > 1 ? start : 0).split(/(?<=[.]) (?=\p{Lu})/u)[0] ?? text;
};

/** Signs that people on the buyer's side pull in different directions. */
const POLITICS =
  /\b(?:political|(?:he|she|they) killed (?:the|a|our)|(?:a|at) war|feud|turf|doesn't know yet|(?:does|do) not know (?:yet|about)|don't know yet that|(?:don't|nobody) tell\b|(?:his|her) (?:nephew|brother|cousin|wife|husband|son|daughter)\b.*\b(?:built|runs|owns|works|made|supplies)|wanted to (?:keep|be (?:first|before))|vote \d|(?:election|council|board) (?:vote|fight)|works council|two camps|against (?:the|this) (?:project|change|system|idea)|fought (?:over|against)|never forgave|between (?:us|you and me)[.,]|is not going to like|won't be (?:pleased|happy)|hates? the idea|over (?:his|her|my) dead body)\b/u;
const MOST_POLITICS = 4;

export function politicsFlags(said: Utterance[], notes: NoteLine[]): FlagDraft[] {
  const spoken = said
    .filter(
      ({ low, side }) => side === 'customer' && POLITICS.test(low) && low.split(' ').length >= 6 && !/\?$/u.test(low),
    )
    .map((utterance) => cite(utterance));
  const noted = notes.filter(({ low }) => POLITICS.test(low)).map((line) => cite(line));
  return [...noted, ...spoken]
    .slice(0, MOST_POLITICS)
    .map((evidence) =>
      draft('customer_politics', 'medium', 'talk.politics', `Politics on the buyer’s side: “${evidence.quote}”`, [
        evidence,
      ]),
    );
}

const DOUBT =
  /\b(?:might not (?:work|fit)|we'd want to (?:look|check)|i'd want to (?:look|check)|does (?:rather )?depend|not sure (?:we|it|that)|won't be easy|i must first (?:speak|ask|check)|that's (?:a stretch|tight|ambitious)|never (?:done|tried) (?:it|that)|we have never)\b/u;
const MOST_DOUBTS = 2;

/** A colleague of the seller doubts a promise right after it was made. */
export function feasibilityFlags(commitments: Commitment[], said: Utterance[]): FlagDraft[] {
  const out: FlagDraft[] = [];
  said.forEach((utterance, index) => {
    if (utterance.side !== 'vendor' || !DOUBT.test(utterance.low)) return;
    const near = said
      .slice(Math.max(0, index - 8), index)
      .filter(
        (one) => one.source === utterance.source && one.turn >= utterance.turn - 4 && one.speaker !== utterance.speaker,
      );
    const promise = commitments.findLast(({ evidence }) =>
      evidence.some(({ source, quote }) =>
        near.some((one) => one.source.id === source && one.side === 'vendor' && one.text.includes(quote)),
      ),
    );
    if (promise && !out.some((flag) => flag.commitment === promise.id))
      out.push(
        draft(
          'feasibility',
          'medium',
          'talk.colleague_doubts',
          `${utterance.speaker} doubts it: “${utterance.text}”`,
          [cite(utterance), ...promise.evidence],
          promise.id,
        ),
      );
  });
  return out.slice(0, MOST_DOUBTS);
}
