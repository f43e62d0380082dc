import type { Passage, Source } from '../../handoff/source.ts';
import { splitSentences } from '../reading/sentences.ts';
import { agree, type Quantity, quantities } from './quantities.ts';
import { addressesMachine, isSigned } from './utterances.ts';
import { lowered, terms } from './words.ts';

/** One sentence, list item or table row of a signed document. */
export type Clause = {
  source: Source;
  passage: Passage;
  text: string;
  low: string;
  heading: string;
  /** Says what is not part of the deal. */
  excluded: boolean;
  /** Boilerplate that covers and contradicts nothing: entire agreement, disclaimers, definitions of parties. */
  general: boolean;
  terms: Set<string>;
  quantities: Quantity[];
};

export const EXCLUDING_HEADING =
  /\b(?:out[- ]of[- ]scope|not in scope|not (?:a )?part of|exclu\w+|not included|non-?scope|what \w+ not|limitations of (?:the )?scope|outside (?:the )?scope|by others|limits of (?:the )?(?:scope|supply))\b/u;
export const EXCLUDING =
  /\b(?:out of scope|not (?:in|within) (?:the )?scope|not included|(?:is|are) excluded|not (?:a )?part of|quoted (?:\w+ )?(?:separately|request)|at (?:an )?additional (?:cost|charge)|at extra cost|(?:are|is) not (?:agreed|provided|covered|permitted)|does not include|do not include|shall not (?:provide|include))\b/u;
const GENERAL =
  /\b(?:entire agreement|supersede\w*|before signature|oral (?:\w+ )?agreements?|disclaims?|as is\b.*warrant|force majeure|governed by|severab\w*|unenforceable|assign without|waiver must|all other (?:terms|provisions)|capitali[sz]ed terms|written form|governing law|venue|jurisdiction|confidential\w*|non-solicitation|recruit|notices? go|terminat\w*|months' notice|days' written notice|change procedure)\b/u;
/** Whether a sentence, lower case, binds nothing by itself: entire agreement, governing law, notices. */
const isGeneral = (low: string): boolean => GENERAL.test(low) || OPENING.test(low);
/** … whether it says that nothing else holds, which neither gives nor takes what was promised. */
export const closes = (low: string): boolean => CLOSING.test(low);

const CLOSING =
  /\b(?:entire agreement|supersede\w*|before signature|force majeure|governed by|severab\w*|governing law|jurisdiction)\b/u;
const OPENING =
  /^(?:between|this (?:agreement|statement of work|order form) is|signed (?:for|by|on)|parties:|attached to|version \d)/u;

/** A table's head row says nothing by itself. */
const HEAD_CELLS =
  /^(?:(?:no|nr|line|item|qty|quantity|unit price|phase|target dates?|milestone|date|service|detail|priority|response|restoration target|exception|status|by|description|amount|deliverable|due|owner|fee|role|name|task|year-?\d* amount|category|quantity)\b|[#.: |-])+$/u;

const cells = (low: string): string => low.replace(/^[\s|]+|[\s|]+$/gu, '');

export function clausesOf(sources: Source[]): Clause[] {
  const all = sources
    .filter(isSigned)
    .flatMap((source) => source.passages.flatMap((passage) => (isAside(passage) ? [] : clausesIn(source, passage))));
  const changes = all.flatMap((clause) => changeIn(clause) ?? []);
  return changes.length === 0 ? all : all.filter((clause) => !changes.some((change) => replaces(change, clause)));
}

/** A reviewer's comment stands in the document and is no part of what was signed. */
const isAside = ({ locator }: Passage): boolean => /\bcomment \d/u.test(locator);

type Change = { clause: Clause; old: Quantity[] };

/** `changed from 14 May to 21 May`: what held before. */
function changeIn(clause: Clause): Change | undefined {
  const old = /\b(?:changed|moved|postponed|amended|replaced) from (.+?) to /u.exec(clause.low)?.[1];
  return old ? { clause, old: quantities(`on ${old}`) } : undefined;
}

/** A change order that moves a value from A to B takes the clause that still says A out of force. */
function replaces({ clause: later, old }: Change, earlier: Clause): boolean {
  if (later.source === earlier.source || old.length === 0) return false;
  const same = old.every((value) => earlier.quantities.some((other) => agree(value, other)));
  return same && [...later.terms].some((term) => !term.startsWith('@') && earlier.terms.has(term));
}

function clausesIn(source: Source, passage: Passage): Clause[] {
  const heading = lowered(passage.heading ?? '');
  const row = passage.text.includes(' | ');
  const texts = row ? [passage.text] : splitSentences(passage.text).map((sentence) => sentence.text);
  return texts.flatMap((text) => {
    const low = lowered(text);
    if (low.length < 3 || low === heading.split(' › ').at(-1) || addressesMachine(low)) return [];
    if (row && (HEAD_CELLS.test(low) || cells(low) === heading.split(' › ').at(-1))) return [];
    const excluded = EXCLUDING_HEADING.test(heading) || EXCLUDING.test(low);
    return [
      {
        source,
        passage,
        text,
        low,
        heading,
        excluded,
        general: isGeneral(low),
        terms: terms(`${excluded ? '' : headingWords(heading)} ${text}`),
        quantities: quantities(superseding(low)),
      },
    ];
  });
}

/** Headings that only number or name the document add nothing to what a clause says. */
const headingWords = (heading: string): string =>
  heading.replace(/^.*\b(?:general|terms|agreement|statement of work|order form|annex|schedule \d+)\b/u, '');

/** `changed from 14 May to 21 May`: only the new value holds. */
function superseding(low: string): string {
  return low.replace(
    /\b(changed|moved|postponed|extended|increased|reduced|amended|replaced) from .+? to /gu,
    '$1 to ',
  );
}
