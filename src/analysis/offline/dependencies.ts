import type { Dependency } from '../../handoff/analysis.ts';
import type { Clause } from './clauses.ts';
import { cite, plain } from './evidence.ts';
import type { People } from './people.ts';
import { quantities } from './quantities.ts';
import type { Utterance } from './utterances.ts';

const BUYERS_HEADING =
  /\b(?:(?:customer|client|buyer|purchaser)(?:'s)? (?:responsib\w*|duties|obligations|co-?operation|tasks)|(?:responsibilities|duties|obligations|co-?operation) of the (?:customer|client|buyer|purchaser))\b/u;
const DUTIES_HEADING = /\b(?:responsibilities|dependenc\w+|prerequisites|co-?operation)\b/u;
const SELLER = /^[^\p{L}]*(?:the )?(?:contractor|provider|supplier|vendor|consultant)\b/u;
const PROVIDES =
  /\b(?:will|shall|must|has to|have to|provides?|delivers?|supplies|appoints?|names?|makes? available|grants?|ensures?|will see to it|exports?|nominates?|cleans\w*)\b/u;
const PASSIVE =
  /\b(?:will be|is|are|shall be|is to be|are to be|must be|has to be) (?:\w+ly )?(?:made available|obtained|set up|brought up|provided|supplied|delivered|cleaned|cleansed|prepared|updated|arranged|granted|opened|named|given|sent|installed|done)\b/u;
const AGENT = /\bby (?:the )?(?:customer|client|provider|contractor|supplier|vendor)\b/u;
const OUTSIDER =
  /\b(?:manufacturer|third[- ]part\w+|outgoing|incumbent|carrier|registrar|supplier|sub-?contractor|utility|authority|landlord|installer|bank)\b/u;

const KINDS: readonly { kind: Dependency['kind']; pattern: RegExp }[] = [
  { kind: 'third_party', pattern: OUTSIDER },
  {
    kind: 'access',
    pattern:
      /\b(?:access|log-?ins?|credentials?|passwords?|accounts?|administrator|admin|user|permission|cards?|codes?|keys?|vpn|badge)\b/u,
  },
  {
    kind: 'data',
    pattern:
      /\b(?:data|records?|extracts?|exports?|copy|images|content|mappings?|readings?|measurements?|certificates?|files?|lists?|drawings|plans|diagrams|documents?|texts?|masters)\b/u,
  },
  { kind: 'technical', pattern: /./u },
];

/** What others must do first: from the signed documents' duties of the buyer, and what is said to be needed. */
export function findDependencies(clauses: Clause[], said: Utterance[], people: People): Dependency[] {
  const buyer = buyerPattern(people);
  const signed = clauses.flatMap((clause): Dependency[] => {
    const { low, heading } = clause;
    if (clause.general || clause.excluded || low.split(' ').length < 4 || low.endsWith(':')) return [];
    const under = buyers(heading, people) || (DUTIES_HEADING.test(heading) && NEEDED.test(low) && !SELLER.test(low));
    const subject = buyer.test(low) && PROVIDES.test(low) && NEEDED.test(low);
    const transition =
      /\b(?:transition|cooperation|prerequisites)\b/u.test(heading) && PASSIVE.test(low) && !AGENT.test(low);
    if (!under && !subject && !transition) return [];
    return [
      {
        kind: kindOf(low),
        text: plain(clause.text),
        owner: ownerOf(low, buyer, under),
        due: dueOf(low),
        evidence: [cite(clause)],
      },
    ];
  });
  const spoken = said.filter(needs).map(
    (utterance): Dependency => ({
      kind: kindOf(utterance.low),
      text: utterance.text,
      owner: spokenOwner(utterance),
      due: dueOf(utterance.low),
      evidence: [cite(utterance)],
    }),
  );
  return [...signed, ...spoken];
}

/** `Customer responsibilities`, or the same with the buyer's name. */
function buyers(heading: string, people: People): boolean {
  const named = people.customer
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((part) => part.length > 3 && heading.includes(part));
  return BUYERS_HEADING.test(heading) || (named && DUTIES_HEADING.test(heading));
}

const NEEDED =
  /\b(?:provid\w*|suppl\w*|deliver\w*|name|appoint\w*|make available|grant\w*|access|export\w*|see to it|give|set up|obtain|nominate|extracts?|cleans\w*)\b/u;

export const isPassive = (low: string): boolean => PASSIVE.test(low) && !AGENT.test(low);

function ownerOf(low: string, buyer: RegExp, under: boolean): Dependency['owner'] {
  if (buyer.test(low)) return 'customer';
  if (isPassive(low)) return 'unclear';
  if (/^(?:[\d.§)( ]*)?the \w+(?: \w+)? (?:has to|must|will|shall)\b/u.test(low) && OUTSIDER.test(low))
    return 'unclear';
  return under ? 'customer' : 'unclear';
}

function kindOf(low: string): Dependency['kind'] {
  return KINDS.find(({ pattern }) => pattern.test(low))?.kind ?? 'technical';
}

/** The first date or moment a sentence names after by, until, before or due. */
function dueOf(low: string): string {
  const m =
    /\b(?:by|until|before|due|no later than|prior to|within) ((?:the )?[\p{L}\d./-]+(?: (?:of )?[\p{L}\d.-]+)?(?: \d{4})?)/u.exec(
      low,
    );
  if (m?.[1]) return m[0].replace(/[.,;]$/u, '');
  return quantities(low).find(({ dimension }) => dimension === 'date')?.text ?? '';
}

/** The buyer as the subject of a clause: its role words and the names that the contract gives it. */
function buyerPattern(people: People): RegExp {
  const names = people.customer
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((part) => part.length > 3);
  return new RegExp(
    `^(?:[\\d.§)( ]*)?(?:the )?(?:customer|client|buyer|purchaser|company${names.map((name) => `|${name}`).join('')})(?:'s [\\p{L} ]{2,20})? (?:will|shall|must|has to|provides?|delivers?|supplies|appoints?|names?|makes?|grants?|ensures?|gives?|nominates?|exports?)\\b|\\bby the (?:client|customer)\\b`,
    'u',
  );
}

const NEEDS =
  /\b(?:has to come from|have to come from|(?:i|we)(?:'ll| will)? (?:still )?need (?:\w+ ){0,6}(?:before|from you|by)\b|we need (?:it|this|that )?(?:\\w+ )?before|(?:i|we)(?:'ll)? have to get (?:it|that|them|\\w+ access)|we can't start (?:until|before|without)|we(?:'re| are) waiting (?:for|on))/u;
function needs({ low, side }: Utterance): boolean {
  return side !== undefined && NEEDS.test(low) && !/\?$/u.test(low);
}

function spokenOwner({ low }: Utterance): Dependency['owner'] {
  return /\bha(?:s|ve) to come from (?!you\b|your\b)/u.test(low) ? 'third' : 'customer';
}
