import type { Parties } from './parties.ts';
import { lowered } from './words.ts';

/** The number or bold lead that opens a clause: `2.1`, `A4.`, `(iv)`, `**5. Safety.**`. */
const MARK =
  /^[\s*_|]*(?:§+\s*)?(?:\(?(?:\d+(?:\.\d+)*|[a-z]{1,2}\.?\d+(?:\.\d+)*|[a-z]|[ivx]{1,5})[.):]*(?=[\s|*]|$)|[-•–])?[\s*_|.):]*/u;

/** A clause, lower case, without the number in front of it. */
export const unmarked = (low: string): string => low.replace(MARK, '');

/** What the seller does for itself, for the law or for its money: all else that it does is delivery. */
const KEEPS =
  'accepts?|acknowledges?|acts?|agrees?|appl(?:y|ies)|appoints?|are|assigns?|assumes?|bears?|becomes?|believes?|bills?|can|charges?|complies|comply|considers?|consists?|could|defends?|did|disclaims?|do|does|employs?|expects?|fails?|grants?|had|has|have|holds? harmless|hopes?|indemnif\\w+|intends?|invoices?|is|issues? invoices|keeps?|may|means?|might|must|names?|needs?|nor|not|observes?|owns?|pays?|proposes?|receives?|reimburses?|relies|rely|remains?|represents?|reserves?|retains?|states?|sub-?contracts?|surrenders?|terminates?|understands?|waives?|warrants?|was|were|will|would';
const BINDS =
  '(?:will|shall|must|is to|are to|has to|have to|agrees? to|undertakes? to|commits? to) (?:[a-z]+ly |also |then |at its (?:own )?(?:cost|expense) )?';
/** The buyer's rights, its money and its risks: no work waits for these. */
const NO_TASK =
  /^(?:(?:will|shall|must) )?(?:not|never|pays?|owes?|retains?|receives?|is entitled|entitled|indemnif\w+|waives?|renounces?|warrants?|acknowledges?|agrees? that|owns?|terminates?|keeps?|accepts?|may|can|could|might|is|are|was|has (?!to)|had|holds?|defends?|represents?|hires?|complies|comply|remains?|wishes|operates?|covers?|claims?|bears?|answers alone|alone)\b/u;

/** Who does what in a clause of this deal, told by its subject. Patterns are made once per analysis. */
export class Subjects {
  private readonly buyerFirst: RegExp;
  private readonly sellerFirst: RegExp;
  private readonly sellerDoes: RegExp;
  private readonly byBuyer: RegExp;
  private readonly byParty: RegExp;
  private readonly names: RegExp;
  private readonly buyer: RegExp;
  private readonly seller: RegExp;

  constructor({ buyer, seller }: Parties) {
    this.buyerFirst = new RegExp(
      `^(?:[^,.;:]{2,40}, )?(?:your [\\p{L}-]+ |(?:the )?(?:${buyer})(?:'s? (?:[\\p{L}-]+ ){1,4}?| ))(?=\\p{L})`,
      'u',
    );
    this.sellerFirst = new RegExp(`^(?:the )?(?:${seller})\\b`, 'u');
    this.sellerDoes = new RegExp(
      `^(?:[^.;]{0,60}, )?(?:we (?!(?:${KEEPS})\\b)\\p{L}{3,}|(?:the )?(?:${seller})(?:'s [\\p{L}-]+(?: [\\p{L}-]+)?)? (?:${BINDS}(?!(?:${KEEPS})\\b)\\p{L}{2,}|(?!(?:${KEEPS})\\b)(?:[\\p{L}-]+s|carry out|hand over|set up)\\b))(?!.{0,60}\\b(?:insurance|confiden\\w+|law|regulations)\\b)`,
      'u',
    );
    this.byBuyer = new RegExp(`\\bby (?:the )?(?:${buyer})\\b`, 'u');
    this.byParty = new RegExp(`\\bby (?:the |its |an? )?(?:${buyer}|${seller})\\b`, 'u');
    this.names = new RegExp(`\\b(?:the )?(?:${buyer}|${seller})\\b`, 'gu');
    this.buyer = new RegExp(`\\b(?:${buyer})\\b`, 'u');
    this.seller = new RegExp(`\\b(?:${seller})\\b`, 'u');
  }

  /** `the seller will install …` */
  sellerDelivers(low: string): boolean {
    return this.sellerDoes.test(unmarked(low));
  }

  /** `the hotline is staffed in Spanish`: present and without a doer, as contracts word what the seller does. */
  serves(low: string): boolean {
    return SERVED.test(low) && !this.byParty.test(low) && !this.ofBuyer(low);
  }

  /** `the buyer brings power to …`: a task, not a right or a payment. */
  buyerDoes(low: string): boolean {
    const body = unmarked(low);
    const subject = this.buyerFirst.exec(body);
    if (!subject) return false;
    const rest = body.slice(subject[0].length);
    return !NO_TASK.test(rest) && TASK.test(rest);
  }

  /** Begins with the seller, whatever follows. */
  ofSeller(low: string): boolean {
    return this.sellerFirst.test(unmarked(low));
  }

  /** Begins with the buyer, whatever follows. */
  ofBuyer(low: string): boolean {
    return this.buyerFirst.test(unmarked(low));
  }

  speaksOfBuyer(low: string): boolean {
    return this.buyer.test(low);
  }

  doneByBuyer(low: string): boolean {
    return DONE.test(low) && this.byBuyer.test(low);
  }

  /** Done, and nobody is named to do it: `is to be obtained before …`. `among`: it stands among duties, where the future says as much. */
  ownerless(low: string, among = false): boolean {
    return (OWED.test(low) || (among && WILL_BE.test(low))) && !this.byParty.test(low);
  }

  /** `the dates assume that the network operator answers by …`: neither side can do it. */
  restsOnOutsider(low: string): boolean {
    const inner = /\bthat (?:the |an? )?(.+)$/u.exec(low)?.[1];
    return inner !== undefined && ACTS.test(inner) && !this.buyer.test(inner) && !this.seller.test(inner.slice(0, 60));
  }

  /** The clause without the names and roles of both sides, so that `Bank` is an outsider only where it is none of them. */
  withoutParties(text: string): string {
    return lowered(text).replace(this.names, ' ');
  }
}

const TASK =
  /^(?:(?:will|shall|must|is to|are to|has to|have to|needs? to|agrees? to|undertakes? to|(?:is|are) responsible for) \p{L}|(?:also |then |\p{L}+ly )?\p{L}{2,}[^s\s']s\b|(?:provide|supply|give|send|name|grant|make|bring|appoint)\b)/u;
const SERVED =
  /\b(?:is|are|(?:shall|will) be) (?:\p{L}+ly )?(?:answered|attended|backed up|carried|cleaned|collected|delivered|documented|held|hosted|installed|issued|kept|maintained|manned|manufactured|monitored|operated|performed|presented|produced|provided|recorded|repaired|replaced|reported|restored|run|sent|serviced|staffed|stored|supplied|supported|taken|tested|trained|translated|updated)\b(?!.{0,80}\b(?:invoic\w*|paid|liab\w*|law)\b)/u;
const ACTS =
  /^(?:[\p{L}-]+ ){1,4}?(?:will (?!be\b)\p{L}+|answers?|approves?|confirms?|delivers?|gives?|grants?|issues?|opens?|passes|permits?|provides?|publishes|releases?|returns?|sends?|signs?|supplies) .*\b(?:by|before|until|within|no later)\b/u;
const DONE =
  /\b(?:is|are|will be|shall be|remains?) (?:\p{L}+ly )?(?:done|made|performed|undertaken|handled|provided|arranged|executed|borne|supplied|procured|installed|organi[sz]ed|\p{L}{3,}ed)\b/u;
const WILL_BE =
  /\b(?:will|shall|should) be (?:[\p{L}-]+ ){1,4}(?:before|prior|until|by|ahead|in (?:time|place))\b|\b(?:will|shall|should) be in (?:place|hand|order|position)\b/u;
const OWED =
  /\b(?:(?:is|are|remains?|has yet|have yet|needs?|must|has|have|ought|will need|still) to be|(?:must|should) be|(?:will|shall) be (?:in (?:place|hand|order)|available|ready|obtained|provided|supplied|delivered|granted|given|named|appointed|opened|verified|confirmed|checked|cleaned|cleansed|prepared|updated|agreed|settled|requested|arranged|made available|set up|approved|released|collected|signed)) ?/u;
