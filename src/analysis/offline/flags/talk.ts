import type { Commitment } from '../../../handoff/analysis.ts';
import { splitSentences } from '../../reading/sentences.ts';
import { cite } from '../evidence.ts';
import { likely, strongest } from '../learned/lines.ts';
import type { NoteLine } from '../notes.ts';
import { openness } from '../questions.ts';
import type { Utterance } from '../utterances.ts';
import { lowered } from '../words.ts';
import { draft, type FlagDraft } from './draft.ts';

/** A person must decide each flag: what is raised is the surest, cut by cross-validation over deals. */
const ENOUGH = { access: 0.5, owner: 0.5, politics: 0.4 };
const MOST = { access: 3, owner: 4, politics: 3 };

/** A value that was hidden on reading, and who asks not to be sent one. */
const HIDDEN = /\[secret removed\]/u;
const REFUSES =
  /\b(?:please don't|please delete|kindly not|rather not|not (?:\w+ )?(?:mail|phone)|don't (?:post|send|share)|only through)\b/u;
const SECRET =
  /\b(?:pass ?words?|pass ?codes?|pw|pwd|pins?|log-?ins?|credentials?|creds|codes?|accounts?|tokens?|badges?|keys?)\b/u;

/** Passwords said aloud, written down or shared. The quote names the place; the secret itself is cut off. */
export function accessFlags(said: Utterance[]): FlagDraft[] {
  const hidden = said.flatMap(({ low }, index) => (HIDDEN.test(low) ? [index] : []));
  const found = strongest('access', said, {
    least: ENOUGH.access,
    most: MOST.access,
    keep: ({ side, low }) => side !== 'vendor' && !REFUSES.test(low),
  });
  return [...new Set([...hidden, ...found])].flatMap((index) => {
    const utterance = said[index];
    if (!utterance) return [];
    return draft('access_risk', 'high', 'talk.shared_credentials', 'Credentials are shared or about to be.', [
      cite(utterance, withoutSecret(utterance.text)),
    ]);
  });
}

/** From the sentence that names the credential up to where its value would stand. */
const withoutSecret = (text: string): string => {
  const from = Math.max(0, text.lastIndexOf('. ', text.toLowerCase().search(SECRET)) + 2);
  const start = from > 1 ? from : 0;
  const m = /(?:\bis|=|:)(?=\s+(?:\S+\s*\/\s*\S+|\[secret))/iu.exec(text.slice(start));
  return m && m.index > 8 ? text.slice(start, start + m.index + m[0].length).trim() : text;
};

/** Who does it? Asked and not answered, pointed from one to the other, or written down as nobody. */
export function ownerFlags(said: Utterance[], notes: NoteLine[]): FlagDraft[] {
  const noted = sentencesOf(notes);
  const spoken = strongest('owner', said, { least: ENOUGH.owner, most: 3 * MOST.owner });
  const written = strongest('owner', noted, { least: ENOUGH.owner, most: MOST.owner });
  const taken = new Set<number>();
  const raised = [...spoken]
    .sort((a, b) => likely('owner', said, b) - likely('owner', said, a))
    .flatMap((index) => {
      if (taken.has(index)) return [];
      const around = nearby(said, index);
      for (const one of around) taken.add(one);
      return [around];
    })
    .slice(0, MOST.owner)
    .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
  return [
    ...raised.flatMap((places) => {
      const quotes = places.flatMap((place) => said[place] ?? []);
      const text = quotes[0]?.text ?? '';
      return draft(
        'unclear_owner',
        'medium',
        text.endsWith('?') ? 'talk.who_unanswered' : 'talk.nobody_takes_it',
        `Nobody takes this: “${text}”`,
        quotes.map((one) => cite(one)),
      );
    }),
    ...written.flatMap((index) => {
      const line = noted[index];
      if (!line) return [];
      return draft('unclear_owner', 'medium', 'note.nobody_named', `No name yet: “${line.text}”`, [cite(line)]);
    }),
  ];
}

/** One open point: the line itself and, within four turns, the question before it and what else says that nobody does it. */
function nearby(said: readonly Utterance[], index: number): number[] {
  const here = said[index];
  if (!here) return [];
  const out: number[] = [];
  for (let at = Math.max(0, index - NEAR); at <= Math.min(said.length - 1, index + NEAR); at += 1) {
    const one = said[at];
    if (!one || one.source !== here.source || Math.abs(one.turn - here.turn) > 4) continue;
    const asked = at < index && openness(said, at) >= ASKED;
    if (at === index || asked || likely('owner', said, at) >= SAME) out.push(at);
  }
  return out;
}
const NEAR = 6;
const ASKED = 0.3;
const SAME = 0.15;

/** The sentences of notes, each for itself: a note's speaker is nobody in the deal. */
const sentencesOf = (notes: NoteLine[]): Utterance[] =>
  notes.flatMap(({ source, passage, text }, turn) =>
    text
      .split(/\s*\|\s*/u)
      .flatMap((cell) => splitSentences(cell))
      .map((sentence, at) => ({
        source,
        passage,
        speaker: '',
        side: undefined,
        text: sentence.text,
        low: lowered(sentence.text),
        turn,
        first: at === 0,
        heading: '',
      })),
  );

/** Signs that people on the buyer's side pull in different directions. */
export function politicsFlags(said: Utterance[], notes: NoteLine[]): FlagDraft[] {
  const lines = [...sentencesOf(notes), ...said];
  const ASKS = /\?["')\]]*$/u;
  return strongest('politics', lines, {
    least: ENOUGH.politics,
    most: MOST.politics,
    keep: ({ side, low }) => side !== 'vendor' && !ASKS.test(low),
  }).flatMap((index) => {
    const line = lines[index];
    if (!line) return [];
    return draft('customer_politics', 'medium', 'talk.politics', `Politics on the buyer’s side: “${line.text}”`, [
      cite(line),
    ]);
  });
}

const DOUBT =
  /\b(?:might not (?:work|fit)|want to (?:look|check)|does (?:\w+ )?depend|not sure (?:we|it|that)|won't be easy|must (?:\w+ )?(?:speak|ask|check)|that's (?:a stretch|tight|ambitious)|never (?:done|tried) (?:it|that)|have never)\b/u;
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
