import { type Clause, EXCLUDING_HEADING } from './clauses.ts';
import type { Parties } from './parties.ts';

/** What the part of a signed document that a clause stands in speaks of. `theirs`: what the buyer must do. `phase`: a stretch of the work. */
export type Section =
  | 'in'
  | 'out'
  | 'theirs'
  | 'assumption'
  | 'acceptance'
  | 'dates'
  | 'phase'
  | 'people'
  | 'levels'
  | 'terms';

/** `Schedule 1: Services`, `§ 3 Dates`, `A. Plant`: the number and what is numbered say nothing. */
const ATTACHED =
  /^(?:schedule|annex\w*|appendix|attachment|exhibit|part|section|article|clause|chapter)\s+[\w.-]{1,5}\s*[:.)–-]?\s*/u;
const NUMBER = /^(?:§+\s*)?(?:\d+(?:\.\d+)*[a-z]?|[a-z]\d*(?=[.):])|[ivxlc]+(?=[.):]))[.):]*\s+/u;
const MARKS = /[*_`#"“”]/gu;

/** Ownerless wording first: what a person must read as money, law or measure is never a list of what is delivered. */
const KINDS: readonly [Section, RegExp][] = [
  ['levels', /\b(?:service levels?|slas?|kpis?|availability|response times?|uptime|quality of|performance levels?)\b/u],
  [
    'in',
    /\b(?:in-?scope|scope|deliverables?|included|inclusions?|specifications?|bill of (?:quantities|materials))\b/u,
  ],
  [
    'terms',
    /\b(?:pric\w+|fees?|charges?|pay\w*|invoic\w*|costs?|money|rates|remuneration|commercials?|liab\w*|indemn\w*|warrant\w*|guarantees?|defects?|insurance|confiden\w*|law|courts?|venue|disputes?|arbitration|terminat\w*|renewal|change\w*|variations?|amendments?|force majeure|intellectual|ownership|title|rights|privacy|audit|compliance|sub-?contract\w*|assignment|notices?|general|miscellaneous|legal|terms|definitions?|interpretation|precedence|signatures?|background|recitals|introduction|parties|non-(?:solicitation|compete|competition|disclosure|disparagement|exclusivity|assignment)|waivers?|integrity|objectives?|goals?|purpose|context|vision)\b/u,
  ],
  [
    'acceptance',
    /\b(?:accept\w+|sign(?:ed)?[- ]?offs?|criteria|tests?|testing|complet\w+|done when|definition of done|checklists?)\b/u,
  ],
  [
    'people',
    /^how\b|\b(?:people|staff\w*|teams?|personnel|organi[sz]ation|governance|roles|who|contacts?|report\w*|meetings?|communication)\b/u,
  ],
  [
    'in',
    /\b(?:services?|works?|goods|equipment|products?|supply|supplies|materials|lots?|activit\w+|tasks?|packages?|elements?|items?|features|modules|installation|(?:functional|technical|system|user|business) requirements|outputs?)\b|^what\b.*\b(?:done|do|covered|supplied|provided|delivered)\b/u,
  ],
  [
    'dates',
    /\b(?:dates?|time|schedule|timeline|timetable|calendar|programme|milestones?|plan|when|deadlines?|course|duration|delivery|phases|stages)\b/u,
  ],
  [
    'phase',
    /\b(?:transition|on-?boarding|mobili[sz]ation|implementation|roll-?out|cut-?over|go-?live|start-?up|migration|training|support|phase|stage|hypercare|commissioning|hotline|help-?desk|maintenance)\b|^(?:subject|object)(?: matter)?$/u,
  ],
];
/** What a whole document calls itself. */
const TITLE = /\b(?:agreements?|contracts?|orders?|statement of work|memorandum)\b/u;
const RESTS =
  /\b(?:assum\w+|presum\w+|presuppos\w+|pre-?conditions?|premises for|counting on|rely(?:ing)?|relies|reliance|depends|depending|constraints?)\b/u;
const OWED =
  /\b(?:responsibilit\w+|dependenc\w+|prerequisites?|co-?operat\w+|obligations|duties|inputs? (?:from|of)|contributions?)\b/u;
const NEGATED =
  /\b(?:not|non-(?:goals?|scope|deliverables?|requirements?|inclusions?)|no(?!\.)|never|without|isn't|aren't|don't|doesn't|won't|omitted|excepted|excepting|outside|beyond|else|else's|others'?)\b/u;
const LEFT_OUT = /\b(?:outside|beyond|excluded|exclusions|not (?:included|covered|contained))\b/u;
const LAW = /\b(?:liab\w*|warrant\w*|indemn\w*|damages|confiden\w*|insurance)\b/u;
const GIVES =
  /\b(?:provid\w*|furnish\w*|suppl\w*|deliver\w*|bring\w*|gives?|contribut\w*|needed|required|requests?|from|by|charge|job|part|side|share|responsib\w*|dut\w+|obligations?|co-?operat\w*|tasks?|inputs?|prepar\w*|arrang\w*|does|do|must|will|shall)\b/u;
const GETS = /\b(?:gets?|receives?|buys?|bought|ordered|orders?)\b/u;

const DATED_HEAD = /\b(?:dates?|deadline|due|when|by|weeks?|start|finish|complete)\b/u;
const TIMED_HEAD = /\b(?:milestone|phase|event|step|stage|wave|what|delivery|activity|instal?ment|share)\b/u;
const LEVEL_HEAD = /\b(?:priority|severity|response|restor\w+|resolution|target)\b/u;
const PEOPLE_HEAD = /\b(?:role|name|person|contact|responsible)\b/u;
const ORDERED_HEAD =
  /\b(?:qty|quantity|pcs|units?|item|product|article|service|deliverable|element|description|part)\b/u;
const NUMBERED_HEAD = /\b(?:qty|quantity|pcs)\b/u;

/** Tells the part of a document from headings alone, the innermost that speaks. One per analysis. Linear in the heading. */
export class Sections {
  private readonly known = new Map<string, Section | undefined>();
  private readonly buyer: RegExp;
  private readonly seller: RegExp;
  private readonly fromBuyer: RegExp;
  private readonly buyerFirst: RegExp;
  private readonly onlySeller: RegExp;
  private readonly onlyBuyer: RegExp;

  constructor(parties: Parties) {
    this.buyer = new RegExp(`\\b(?:${parties.buyer})\\b`, 'u');
    this.seller = new RegExp(`\\b(?:${parties.seller})\\b`, 'u');
    this.buyerFirst = new RegExp(`^(?:the )?(?:${parties.buyer})\\b`, 'u');
    this.onlyBuyer = new RegExp(`^(?:the )?(?:${parties.buyer})$`, 'u');
    this.onlySeller = new RegExp(`^(?:the )?(?:${parties.seller})$`, 'u');
    this.fromBuyer = new RegExp(`\\b(?:from|by|of) (?:the )?(?:${parties.buyer})$`, 'u');
  }

  of({ heading }: Pick<Clause, 'heading'>): Section | undefined {
    if (!this.known.has(heading)) this.known.set(heading, this.read(heading));
    return this.known.get(heading);
  }

  private read(heading: string): Section | undefined {
    const parts = heading.split(' › ').reverse();
    const head = isTableHead(parts[0] ?? '') ? (parts.shift() ?? '') : '';
    const table = tableOf(head);
    if (table === 'in' && NUMBERED_HEAD.test(head) && !parts.some((part) => this.kindOf(part) === 'out')) return 'in';
    if (this.onlySeller.test(bareOf(parts[0] ?? '')) && parts.some((part) => OWED.test(part))) return 'in';
    if (this.onlyBuyer.test(bareOf(parts[0] ?? '')) && parts.some((part) => OWED.test(part))) return 'theirs';
    for (const part of parts) {
      const kind = this.kindOf(part);
      if (kind) return kind === 'in' && table ? table : kind;
    }
    return table;
  }

  private kindOf(part: string): Section | undefined {
    const bare = bareOf(part);
    if (!bare || bare.length > 120) return undefined;
    const buyer = this.buyer.test(bare);
    const seller = this.seller.test(bare);
    const rest = bare.replace(this.buyer, '').replace(this.seller, '');
    const kind = KINDS.find(([, pattern]) => pattern.test(rest))?.[0];
    const leadsIn = part.trimEnd().endsWith(':');
    if (
      this.fromBuyer.test(bare) ||
      (!buyer && /\b(?:we|seller|supplier|contractor|provider) (?:will )?(?:needs?|requires?|expects?)\b/u.test(bare))
    )
      return 'theirs';
    if (OWED.test(bare) && kind !== 'people') return seller && !buyer ? 'in' : 'theirs';
    if (/\bexclusion of\b/u.test(bare)) return 'terms';
    if (!LAW.test(bare) && (LEFT_OUT.test(bare) || EXCLUDING_HEADING.test(bare))) return 'out';
    if (kind !== 'terms' && NEGATED.test(bare)) return 'out';
    if (RESTS.test(bare)) return 'assumption';
    if (kind === 'terms' || kind === 'levels') return kind;
    if (buyer && !seller && !GETS.test(rest) && (GIVES.test(rest) || (leadsIn && this.buyerFirst.test(bare))))
      return 'theirs';
    if ((seller && (GIVES.test(rest) || leadsIn)) || (buyer && GETS.test(rest))) return 'in';
    return kind === 'in' && TITLE.test(bare) && !/\b(?:scope|deliverables?|included)\b/u.test(bare) ? undefined : kind;
  }
}

const bareOf = (part: string): string =>
  part.replace(MARKS, '').trim().replace(ATTACHED, '').replace(NUMBER, '').replace(/:$/u, '').trim();

const isTableHead = (part: string): boolean => part.includes(' | ') || /^\W+$/u.test(part);

function tableOf(head: string): Section | undefined {
  if (!head) return undefined;
  if (TIMED_HEAD.test(head) && DATED_HEAD.test(head)) return 'dates';
  if (LEVEL_HEAD.test(head) && !NUMBERED_HEAD.test(head)) return 'levels';
  if (PEOPLE_HEAD.test(head) && !ORDERED_HEAD.test(head)) return 'people';
  return ORDERED_HEAD.test(head) ? 'in' : undefined;
}
