import type { Passage, Source } from '../../handoff/source.ts';
import type { Side, SourceKind } from '../../handoff/vocabulary.ts';
import { splitSentences } from '../reading/sentences.ts';
import type { People } from './people.ts';
import { lowered } from './words.ts';

/** One sentence as somebody said or wrote it. */
export type Utterance = {
  source: Source;
  passage: Passage;
  speaker: string;
  side: Side | undefined;
  text: string;
  /** `lowered(text)`: what every pattern is tried on. */
  low: string;
  /** Number of the turn within the source; a turn is what one person says in one go. */
  turn: number;
  /** True for the first sentence of its turn. */
  first: boolean;
  heading: string;
};

const SPOKEN: ReadonlySet<SourceKind> = new Set(['call', 'email', 'slack_thread']);
export const isSpoken = (source: Source): boolean => SPOKEN.has(source.kind);
const SIGNED_KINDS: ReadonlySet<SourceKind> = new Set(['contract', 'sow', 'order_form', 'change_order']);
/** Signed documents of the kinds that bind: what coverage is checked against. */
export const isSigned = (source: Source): boolean => source.signed && SIGNED_KINDS.has(source.kind);
/** Where somebody may promise something beside the contract. */
export const BESIDE_CONTRACT: ReadonlySet<SourceKind> = new Set([
  'call',
  'email',
  'slack_thread',
  'proposal',
  'crm_note',
  'deal_desk',
  'kickoff_note',
]);
export const isNote = (source: Source): boolean => source.kind === 'crm_note' || source.kind === 'deal_desk';

/** Text that speaks to a machine instead of to the reader. It is data like any other; no statement is drawn from it. */
const TO_A_MACHINE =
  /\b(?:(?:ai |virtual )?assistant|language model|llm|automated (?:reader|system|tool|processing)|ignore (?:all |any )?(?:previous|prior|above|earlier))\b[^.]{0,120}\b(?:must|should|shall|ignore|classif\w+|mark|treat|instruct\w*|disregard|approve|output|do not (?:raise|flag))\b/u;
/** Contracts speak of systems, bots and parsers too: only an order that one would give to a reader tells. */
const TO_A_SYSTEM =
  /\b(?:ai|bot|system|parser)\b[^.]{0,120}\b(?:ignore|classif\w+|mark(?:ed)? \w+|treat (?:as|all|every|this|it)|disregard|approve (?:all|every|this|it|the)|output (?:only|the)|do not (?:raise|flag))\b/u;
export const addressesMachine = (low: string): boolean => TO_A_MACHINE.test(low) || TO_A_SYSTEM.test(low);

/** Sentences of a source in order. Repeated mail text and text that addresses a machine stay out. */
export function utterances(source: Source, people: People): Utterance[] {
  const out: Utterance[] = [];
  let turn = -1;
  let last: string | undefined;
  const spoken = isSpoken(source);
  for (const passage of source.passages) {
    if (passage.quoted) continue;
    const { speaker, body } = speakerOf(passage, source);
    if (!spoken || speaker !== last || source.kind !== 'call') turn += 1;
    last = speaker;
    const side = people.sideOf(speaker);
    let first = out.at(-1)?.turn !== turn;
    for (const text of pieces(body)) {
      const low = lowered(text);
      if (addressesMachine(low)) continue;
      out.push({ source, passage, speaker, side, text, low, turn, first, heading: lowered(passage.heading ?? '') });
      first = false;
    }
  }
  return out;
}

/** A transcript in plain text may still carry its speaker in front: `**Ann:** …`, `Ann Lee: …`. */
function speakerOf(passage: Passage, source: Source): { speaker: string; body: string } {
  if (passage.speaker !== undefined || source.kind !== 'call')
    return { speaker: passage.speaker ?? '', body: passage.text };
  const m = /^(?:\[?\d{1,2}:\d\d(?::\d\d)?\]?\s*)?\**(\p{Lu}[\p{L}.' -]{1,38}):\**\s+(?=\S)/u.exec(passage.text);
  return m?.[1] ? { speaker: m[1], body: passage.text.slice(m[0].length) } : { speaker: '', body: passage.text };
}

/** Sentences; cells of a table row stand for themselves. */
function pieces(text: string): string[] {
  return text.split(/\s*\|\s*/u).flatMap((cell) => splitSentences(cell).map((sentence) => sentence.text));
}
