import type { Passage, Source } from '../../handoff/source.ts';
import { addressesMachine, isNote } from './utterances.ts';
import { lowered, terms } from './words.ts';

/** One line of a deal-desk or CRM note; `approval` where it records that an exception was granted or refused. */
export type NoteLine = {
  source: Source;
  passage: Passage;
  text: string;
  low: string;
  approval?: 'approved' | 'refused';
  terms: Set<string>;
};

const REFUSED =
  /\b(?:reject\w*|refus\w*|declin\w*|denied|said no|told (?:her|him|them) no|not approved|turned down|not for now|withdrawn)\b/u;
const GRANTED =
  /\b(?:approved?|ok'?d|okayed|signed off by|waived|granted|agreed by|authori[sz]ed|absorbed by (?:us|sales|marketing))\b/u;
const PENDING = /\b(?:pending|not yet|awaiting|to be approved|needs approval|asked whether|requested)\b/u;
/** A line that only names what the price already holds is no exception. */
const LISTED = /\b(?:discount:?\*{0,2} ?\d+ ?%|off list)\b/u;

/** The lines of the notes. An item under a lead such as `Approved outside the contract:` is approved with it. */
export function noteLines(sources: Source[]): NoteLine[] {
  return sources.filter(isNote).flatMap((source) =>
    source.passages.flatMap((passage) => {
      const lead =
        lowered(passage.heading ?? '')
          .split(' › ')
          .at(-1) ?? '';
      const granted = lead.endsWith(':') && GRANTED.test(lead) && !REFUSED.test(lead);
      return linesOf(passage.text).flatMap((text): NoteLine[] => {
        const low = lowered(text);
        if (addressesMachine(low)) return [];
        return [{ source, passage, text, low, approval: approvalOf(low, granted), terms: terms(text) }];
      });
    }),
  );
}

function approvalOf(low: string, granted: boolean): NoteLine['approval'] {
  if (REFUSED.test(low)) return 'refused';
  if (low.endsWith(':') || PENDING.test(low) || LISTED.test(low)) return undefined;
  return granted || GRANTED.test(low) ? 'approved' : undefined;
}

/** A table row is one line; so is an item, unless list marks or dates show that line breaks were lost. */
function linesOf(text: string): string[] {
  if (text.includes(' | ')) return [text];
  return text
    .split(/(?<=\S) (?=(?:[-•*–] \p{L}|\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})? \p{Lu}))/u)
    .map((line) => line.replace(/^[-•*–] /u, '').trim())
    .filter(Boolean);
}
