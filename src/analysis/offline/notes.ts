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

const YES =
  "(?:ok(?:ay|'d|ayed)?|yes|agreed|granted|approved|released|accepted|confirmed|allowed|cleared|waived|authori[sz]ed|signed off)";
const NO = '(?:no|declined|refused|rejected|denied|withdrawn|turned down|dropped by us|not \\w+)';
/** A status opens a line or a cell, ends it, or stands behind a dash or colon: `OK - …`, `…: ok`, `… | approved BH 12/06 |`. */
const GRANTED = new RegExp(
  `(?:^|[-–—:|.;(] ?)${YES}\\b(?! to (?:ask|check))|\\b(?:approved|ok'd|okayed|granted|signed off|authori[sz]ed) by\\b|\\babsorbed by (?:us|sales|marketing)\\b`,
  'u',
);
const REFUSED = new RegExp(
  `(?:^|[-–—:|.;(] ?)${NO}(?=\\s*(?:$|[-–—.,;:(|"“]|\\d|\\p{L}{2,3} \\d))|\\b(?:reject\\w*|refus\\w*|declin\\w*|denied|said no|told (?:her|him|them) no|not (?:approved|ok|agreed|granted|released|accepted|allowed)|turned down|not for now|withdrawn)\\b`,
  'u',
);
const PENDING =
  /\b(?:pending|not yet|awaiting|to be (?:approved|decided|confirmed)|needs approval|asked whether|requested|if approved)\b/u;
/** A line that only names what the price already holds is no exception. */
const LISTED = /\b(?:discount:?\*{0,2} ?\d+ ?%|off list)\b/u;
/** What a list of granted exceptions stands under: `Approved outside the contract:`. */
const LEAD = /\b(?:approved|ok'd|okayed|agreed|granted|authori[sz]ed|waived|signed off|released)\b/u;

/** The lines of the notes. An item under a lead such as `Approved outside the contract:` is approved with it. */
export function noteLines(sources: Source[]): NoteLine[] {
  return sources.filter(isNote).flatMap((source) =>
    source.passages.flatMap((passage) => {
      const lead =
        lowered(passage.heading ?? '')
          .split(' › ')
          .at(-1) ?? '';
      const granted = lead.endsWith(':') && LEAD.test(lead) && !REFUSED.test(lead);
      return linesOf(passage.text).flatMap((text): NoteLine[] => {
        const low = lowered(text);
        if (addressesMachine(low)) return [];
        return [{ source, passage, text, low, approval: approvalOf(low, granted), terms: terms(text) }];
      });
    }),
  );
}

/** Whether a line of a note says that something was granted or refused; lower case. */
export const approvalIn = (low: string): NoteLine['approval'] => approvalOf(low, false);

function approvalOf(low: string, granted: boolean): NoteLine['approval'] {
  if (REFUSED.test(low)) return 'refused';
  if (low.endsWith(':') || PENDING.test(low) || LISTED.test(low)) return undefined;
  return granted || GRANTED.test(low) || /\b(?:approved|ok'd|okayed|granted|waived)\b/u.test(low)
    ? 'approved'
    : undefined;
}

/** A table row is one line; so is an item, unless several list marks or dates show that line breaks were lost. */
function linesOf(text: string): string[] {
  if (text.includes(' | ')) return [text];
  const parts = text.split(/(?<=\S) (?=(?:[-•*–] \p{L}|\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})? \p{Lu}))/u);
  const lost = /^(?:[-•*–] |\d{1,2}[/.]\d{1,2})/u.test(text) && parts.length > 1;
  return (lost ? parts : [text]).map((line) => line.replace(/^[-•*–] /u, '').trim()).filter(Boolean);
}
