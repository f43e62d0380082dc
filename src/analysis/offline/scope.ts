import type { ScopeItem } from '../../handoff/analysis.ts';
import { AcceptanceOf } from './acceptance-of.ts';
import { type Clause, EXCLUDING } from './clauses.ts';
import { cite, plain } from './evidence.ts';
import { assumes, isVague } from './extent.ts';
import { type Section, Sections } from './headings.ts';
import { partiesOf } from './parties.ts';
import type { People } from './people.ts';
import { refuses } from './refusals.ts';
import { Subjects, unmarked } from './subjects.ts';
import { placesOf } from './topics.ts';
import type { Utterance } from './utterances.ts';

type Status = ScopeItem['status'];
type Line = { clause: Clause; section: Section | undefined; listed: boolean };

const ADDED = /\b(?:is|are|shall be|will be) (?:hereby |also )?(?:added|included|extended)\b/u;
/** A sum, a signature, a reference: rows and lines that tell of the document and not of the work. */
const OF_PAPER =
  /^[^\p{L}]*(?:grand )?(?:sub-?)?total\b|^\W*(?:customer|provider|client|supplier|buyer|seller|effective date|initial term|reference|currency|parties|valid|version)[*_]*:|^\W*(?:fixed price|signed|attached|dated|sealed|sales tax|between|neither (?:party|side)|(?:each|either|both) (?:party|parties|sides?))\b|^for (?:the )?[\p{L} .,&-]{2,40}: /u;
/** `Excluded: cash handling.` */
const LEFT_OUT = /^\W*(?:not (?:included|covered|in scope)|exclu\w+|out[- ]of[- ]scope)[*_]*:/u;
const MEASURED =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|every|each|daily|weekly|monthly|quarterly|yearly)\b/u;
/** What is delivered stands in another document. */
const POINTS =
  /\b(?:under|in|per|of|by|with) (?:the |each |an? |any |every |individual |applicable |relevant )*(?:(?:order|work|service|job) (?:forms?|orders?|descriptions?)|statements? of work|sow|annex\w*|schedules? \w{1,3}\b|appendix)\b/u;
const SENTENCE = /\b(?:will|shall|must|may|is|are|was|has|have|can)\b/u;
const LONGEST = 60;

/** What the signed documents say is in, out, assumed or left open, and what was refused in talk. Four places, never one. */
export function findScope(clauses: Clause[], said: Utterance[], people?: People): ScopeItem[] {
  const parties = partiesOf(clauses, people);
  const sections = new Sections(parties);
  const subjects = new Subjects(parties);
  const lines = linesOf(clauses, sections);
  const acceptance = new AcceptanceOf(lines);
  const signed = joined(lines.map((line) => ({ ...line, status: statusOf(line, subjects) }))).map(
    ({ clause, quote, status }): ScopeItem => {
      const accepted = status === 'in' ? acceptance.of(clause) : undefined;
      return {
        status,
        text: plain(quote),
        acceptance: plain(accepted?.text ?? ''),
        evidence: [cite(clause, quote), ...(accepted ? [cite(accepted)] : [])],
      };
    },
  );
  const refused = said
    .filter(refuses)
    .map(
      (utterance): ScopeItem => ({ status: 'out', text: utterance.text, acceptance: '', evidence: [cite(utterance)] }),
    );
  return [...signed, ...refused];
}

function statusOf({ clause, section, listed }: Line, subjects: Subjects): Status | undefined {
  const { low, source } = clause;
  if (clause.general || low.endsWith(':') || OF_PAPER.test(low) || !/\p{L}{3}/u.test(unmarked(low))) return undefined;
  if (section === 'terms') return undefined;
  if (section === 'out') return 'out';
  const row = low.includes(' | ');
  if (!row && assumes(low, section === 'dates' || section === 'phase' || section === 'assumption')) return 'assumption';
  const buyers = subjects.ofBuyer(low);
  const framework = source.kind === 'contract';
  switch (section) {
    case 'theirs':
      return subjects.doneByBuyer(low) ? 'out' : undefined;
    case 'assumption':
      return buyers || subjects.ownerless(low, true) ? undefined : 'assumption';
    case 'in':
      if (EXCLUDING.test(low)) return 'out';
      if (buyers || (framework && !listed && !row && !subjects.sellerDelivers(low) && !MEASURED.test(unmarked(low))))
        return undefined;
      if (!row && !listed && (POINTS.test(low) || (isProse(clause) && !subjects.sellerDelivers(low)))) return undefined;
      return isVague(low) ? 'ambiguous' : 'in';
    case 'levels':
      return !row && !buyers && MEASURED.test(unmarked(low)) ? 'in' : undefined;
    case 'dates':
      if (row) return undefined;
      if (subjects.doneByBuyer(low) || /^(?:\p{L}+ ){1,4}returns?\b/u.test(low)) return 'assumption';
      break;
    case 'acceptance':
      return undefined;
  }
  if (buyers || (row && (framework || section !== undefined))) return undefined;
  if (!framework && (EXCLUDING.test(low) || LEFT_OUT.test(low))) return 'out';
  if (
    source.kind === 'change_order' ||
    /change order|amendment|change/u.test(source.name.toLowerCase().replace(/[-_]/gu, ' '))
  )
    if (ADDED.test(low)) return 'in';
  if (framework && section === undefined) return undefined;
  if (POINTS.test(low)) return undefined;
  if (
    subjects.sellerDelivers(low) ||
    ((section !== undefined || !framework) && subjects.serves(low) && MEASURED.test(unmarked(low)))
  )
    return isVague(low) ? 'ambiguous' : 'in';
  if (listed && (clause.heading || section) && !framework && section !== 'people' && section !== 'dates')
    return isVague(low) ? 'ambiguous' : 'in';
  return undefined;
}

/** Clauses with the part they stand in. `listed`: a short item among others, and not a sentence. */
function linesOf(clauses: Clause[], sections: Sections): Line[] {
  const groups = new Map<string, number>();
  const key = ({ source, heading }: Clause) => `${source.id}|${heading}`;
  const items = new Set<Clause>();
  for (const clause of clauses)
    if (itemLike(clause)) {
      items.add(clause);
      groups.set(key(clause), (groups.get(key(clause)) ?? 0) + 1);
    }
  const places = placesOf(clauses, sections);
  return clauses
    .filter((clause, index) => !isGroupTitle(clause, clauses[index + 1]) && !places.get(clause)?.title)
    .map((clause) => ({
      clause,
      section: places.get(clause)?.section,
      listed: items.has(clause) && (groups.get(key(clause)) ?? 0) > 1,
    }));
}

/** A sentence within a long paragraph: it explains, and seldom lists. */
const isProse = ({ passage, text }: Clause): boolean =>
  passage.text.length > 400 && text.length < 0.8 * passage.text.length;

const itemLike = ({ low, passage, text }: Clause): boolean =>
  passage.text.startsWith(text) && low.split(' ').length <= 35 && !SENTENCE.test(low.slice(0, 60));

/** `2. **Build**` above its own list. */
const isGroupTitle = ({ text, source }: Clause, next: Clause | undefined): boolean =>
  BOLD.test(text) && next?.source === source && !BOLD.test(next.text);
const BOLD = /^[\s\d.)(a-zA-Z]{0,6}\*\*[^*]{1,60}\*\*\W*$/u;

/** Sentences of one item that say the same are one item, quoted in one piece. */
function joined(lines: (Line & { status: Status | undefined })[]): { clause: Clause; quote: string; status: Status }[] {
  const out: { clause: Clause; quote: string; status: Status; end: number }[] = [];
  for (const { clause, status, section } of lines) {
    if (!status) continue;
    const last = out.at(-1);
    const { text } = clause.passage;
    const same = last && last.clause.passage === clause.passage && last.status === status;
    const start = text.indexOf(clause.text, same ? last.end : 0);
    const from = last ? text.indexOf(last.quote) : 0;
    const whole = text.slice(from, start + clause.text.length);
    if (same && (section === 'in' || section === 'out') && start >= 0 && whole.split(' ').length <= LONGEST) {
      last.quote = whole;
      last.end = start + clause.text.length;
    } else out.push({ clause, quote: clause.text, status, end: start + clause.text.length });
  }
  return out;
}
