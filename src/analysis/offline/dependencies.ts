import type { Dependency } from '../../handoff/analysis.ts';
import type { Clause } from './clauses.ts';
import { cite, plain } from './evidence.ts';
import { assumes } from './extent.ts';
import { type Section, Sections } from './headings.ts';
import { partiesOf } from './parties.ts';
import type { People } from './people.ts';
import { quantities } from './quantities.ts';
import { Subjects, unmarked } from './subjects.ts';
import { placesOf } from './topics.ts';
import type { Utterance } from './utterances.ts';

const OUTSIDER =
  /\b(?:manufacturers?|makers?|third[- ]part\w+|outgoing|incumbent|former|previous|present (?:provider|supplier|agency)|carriers?|registrars?|suppliers?|vendors?|providers?|sub-?contractors?|utilit(?:y|ies)|authorit(?:y|ies)|regulators?|landlords?|lessors?|installers?|banks?|operators?|agenc(?:y|ies)|ministry|municipality|insurers?|neighbou?rs?|other contractors?|certificates? of)\b/u;
const MOVES = /^(?:the )?[\p{L} '-]{2,40} (?:has|have|needs?|must|will|shall) (?:to )?\p{L}/u;

const KINDS: readonly { kind: Dependency['kind']; pattern: RegExp }[] = [
  { kind: 'third_party', pattern: OUTSIDER },
  {
    kind: 'access',
    pattern:
      /\b(?:access|log-?ins?|credentials?|passwords?|accounts?|administrators?|admin|users?|permissions?|badg\w*|swipe|passes|cards?|codes?|keys?|vpn|certificates?|seats?|tokens?)\b/u,
  },
  {
    kind: 'data',
    pattern:
      /\b(?:data|records?|extracts?|exports?|cop(?:y|ies)|images|content|mappings?|readings?|measurements?|files?|lists?|drawings|plans|diagrams|documents?|texts?|masters?|inventor(?:y|ies)|history|specifications?|details|figures|templates?|samples|photographs|logos?|names|reviewers)\b/u,
  },
  { kind: 'technical', pattern: /./u },
];

/** What others must do first: from the signed documents' duties of the buyer, and what is said to be needed. */
export function findDependencies(clauses: Clause[], said: Utterance[], people: People): Dependency[] {
  const parties = partiesOf(clauses, people);
  const sections = new Sections(parties);
  const subjects = new Subjects(parties);
  const places = placesOf(clauses, sections);
  const signed = clauses.flatMap((clause): Dependency[] => {
    const place = places.get(clause);
    const owner = place?.title ? undefined : ownerOf(clause, place?.section, subjects);
    if (!owner) return [];
    const low = subjects.withoutParties(clause.text);
    return [
      {
        kind: owner === 'third' ? 'third_party' : kindOf(low),
        text: plain(clause.text),
        owner,
        due: dueOf(clause.low),
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

/** Who must do it, where a clause tells what others owe before or while the seller works. */
function ownerOf(clause: Clause, section: Section | undefined, subjects: Subjects): Dependency['owner'] | undefined {
  const { low, source, general, heading } = clause;
  const body = unmarked(low);
  if (general || low.endsWith(':') || body.split(' ').length < 3) return undefined;
  if (section === 'out' || section === 'terms' || section === 'levels' || section === 'acceptance') return undefined;
  if (section === 'theirs') {
    if (subjects.ofBuyer(low)) return subjects.buyerDoes(low) ? 'customer' : undefined;
    if (subjects.ofSeller(low) || isProse(clause)) return undefined;
    return subjects.ownerless(low, true) || outsiderMoves(low, subjects) ? 'unclear' : 'customer';
  }
  if (low.includes(' | ')) return undefined;
  if (subjects.buyerDoes(low))
    return section === undefined && source.kind === 'contract' && !heading && !GIVES.test(low) ? undefined : 'customer';
  if (section === 'in' || (section === undefined && source.kind === 'contract' && !(heading && WAITS.test(low))))
    return undefined;
  if (assumes(low, true)) return subjects.restsOnOutsider(low) ? 'third' : undefined;
  return subjects.ownerless(low) ? 'unclear' : undefined;
}

/** A sentence within a long paragraph: reasons and remedies, seldom a duty. */
const isProse = ({ passage, text }: Clause): boolean =>
  passage.text.length > 400 && text.length < 0.8 * passage.text.length;
const WAITS = /\b(?:before|prior to|until|ahead of|in advance)\b/u;
const GIVES = /\b(?:provid\w*|furnish\w*|suppl(?:y|ies)|appoints?|nominates?|grants?|makes? available|gives?)\b/u;

const outsiderMoves = (low: string, subjects: Subjects): boolean =>
  MOVES.test(unmarked(low)) && OUTSIDER.test(subjects.withoutParties(low));

function kindOf(low: string): Dependency['kind'] {
  return KINDS.find(({ pattern }) => pattern.test(low))?.kind ?? 'technical';
}

/** The first date or moment a sentence names after by, until, before or due. */
function dueOf(low: string): string {
  const m =
    /\b(?:by|until|before|due|not? later than|prior to|within) ((?:the )?[\p{L}\d./-]+(?: (?:of )?[\p{L}\d.-]+)?(?: \d{4})?)/u.exec(
      low,
    );
  if (m?.[1]) return m[0].replace(/[.,;]$/u, '');
  return quantities(low).find(({ dimension }) => dimension === 'date')?.text ?? '';
}

const NEEDS =
  /\b(?:to (?:come|arrive|be sent) from|(?:i|we)(?:'ll)? (?:\p{L}+ )?need (?:[\p{L}\d'-]+ ){1,6}(?:before|from you|by)\b|(?:this|that|it) \p{L}+ need (?:before|from|by)\b|(?:i|we)(?:'ll)? (?:have|need) to (?:get|fetch|obtain) (?:it|that|them)\b|we can(?:'t|not) (?:start|begin|go on) (?:until|before|without)|we(?:'re| are) waiting (?:for|on))/u;
function needs({ low, side }: Utterance): boolean {
  return side !== undefined && NEEDS.test(low) && !/\?$|^(?:q:|(?:do|did|does|when|what|who) )/u.test(low);
}

function spokenOwner({ low }: Utterance): Dependency['owner'] {
  return /\bto (?:come|arrive|be sent) from (?!you\b|your\b)/u.test(low) ? 'third' : 'customer';
}
