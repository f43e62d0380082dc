import type { Clause } from './clauses.ts';
import { agree, type Quantity } from './quantities.ts';

/** Two sides that cannot both hold: the promise says the one, the clause the other. `unless` in the clause lifts it. */
type Opposites = { id: string; promise: RegExp; clause: RegExp; unless?: RegExp; why: string };

const OPPOSITES: readonly Opposites[] = [
  {
    id: 'free_against_price',
    promise:
      /\b(?:free|no (?:extra )?charge|on the house|on us\b|absorb\w*|for nothing|(?:won't|never|wouldn't|don't|not) (?:\w+ ){0,3}(?:pay|bill|charg\w*|invoice|cost)|throw in|our (?:\w+ )?(?:cost|expense))\b/u,
    clause:
      /\b(?:charged?|at (?:an )?additional|quoted|pays?|remunerated|invoiced separately|at cost|per (?:day|hour|person)[^.]{0,20}charged)\b|(?:at|for|with|is) (?:usd|eur|gbp|chf|a?\$|£|€)/u,
    unless:
      /\b(?:without (?:charge|additional)|free of charge|no (?:extra |additional )?(?:charge|cost)|not invoiced|at no|not (?:be )?charged)\b/u,
    why: 'The promise is free of charge; the clause puts a price on it.',
  },
  {
    id: 'always_against_hours',
    promise:
      /\b(?:(?:one|two|three|four|five|\d) ?a\.?m\b|night|24.?7|round the clock|any (?:time|hour)|weekends?|saturdays?|sundays?|christmas|holidays?|always)\b/u,
    clause:
      /\b(?:monday to friday|mon(?:day)?[ -–]+fri(?:day)?|business hours|office hours|working hours|excluding [^.]*holidays)\b/u,
    unless: /\b(?:any hour|at all times|24.?7|24 hours)\b/u,
    why: 'The promise holds at any time; the clause names hours.',
  },
  {
    id: 'whole_against_part',
    promise: /\b(?:full[- ]time|exclusively|dedicated)\b/u,
    clause: /\b(?:\d+ ?% (?:\w+ )?full[- ]time|part[- ]time|average of \d+|shared|as needed)\b/u,
    why: 'The promise is for full time; the clause gives a part of it.',
  },
  {
    id: 'fixed_against_adjusted',
    promise:
      /\b(?:locked|fixed|your (?:number|price|fee|rate)\b|won't (?:move|change|go up)|can't (?:move|go up)|no increase|price guarantee)\b/u,
    clause: /\b(?:adjusted|indexed|index-linked|cpi|may (?:increase|be increased|adjust)|escalat\w+)\b/u,
    why: 'The promise holds the price; the clause lets it move.',
  },
  {
    id: 'leaves_out_against_counts',
    promise: /\b(?:don't|doesn't|won't|never|not) (?:\w+ )?count\b/u,
    clause: /\b(?:including|every|all|each|any)\b/u,
    why: 'The promise leaves out what the clause counts.',
  },
  {
    id: 'two_way_against_one_way',
    promise: /\b(?:back (?:in)?to|both (?:ways|directions)|two-way|bi-?directional|write[- ]back)\b/u,
    clause: /\b(?:one-way|one way|read-only|unidirectional)\b/u,
    why: 'The promise goes both ways; the clause goes one way.',
  },
  {
    id: 'room_against_remote',
    promise: /\b(?:on-?site|in person|in the room|at your|face to face)\b/u,
    clause: /\b(?:remote(?:ly)?|virtual(?:ly)?|online)\b/u,
    unless: /\bon-?site\b/u,
    why: 'The promise is on site; the clause is remote.',
  },
  {
    id: 'ours_against_yours',
    promise: /\b(?:we|i|us|our)\b/u,
    clause:
      /^[\W\d]*(?:the )?(?:customer|client|buyer|purchaser) (?:pays?|bears?|covers?|carries)\b|\bby (?:the )?(?:customer|client|buyer|purchaser)[.;]?$/u,
    why: 'The seller takes it on in talk; the clause lays it upon the buyer.',
  },
  {
    id: 'granted_against_refused',
    promise: /./u,
    clause:
      /\b(?:(?:is|are) not (?:agreed|granted|owed|permitted|provided)|no (?:service )?credits?|no refunds?|non-refundable)\b/u,
    why: 'The clause says that this is not agreed.',
  },
];

/** Why the clause cannot hold beside the promise, in one sentence, by its words alone; undefined where they do not clash. */
export function opposite(low: string, asked: string, clause: string): string | undefined {
  for (const { promise, clause: other, unless, why } of OPPOSITES) {
    const said = promise.test(low) || (promise.source !== '.' && low.split(' ').length < 6 && promise.test(asked));
    if (said && other.test(clause) && !unless?.test(clause)) return why;
  }
  return undefined;
}

/** … by its words, or by a value that differs. */
export function conflictOf(low: string, asked: string, values: Quantity[], clause: Clause): string | undefined {
  return opposite(low, asked, clause.low) ?? differing(values, clause);
}

/** Durations and dates are compared with each other, counts only of the same things. */
function differing(values: Quantity[], clause: Clause): string | undefined {
  for (const value of values) {
    const rivals = clause.quantities.filter(
      (other) =>
        other.dimension === value.dimension &&
        (value.dimension !== 'count' || (value.noun !== '' && other.noun === value.noun)),
    );
    if (rivals.length === 0 || rivals.some((other) => agree(value, other))) continue;
    const [rival] = rivals;
    if (
      values.some((v) => v !== value && v.dimension === value.dimension && clause.quantities.some((c) => agree(v, c)))
    )
      continue;
    // “the August bank holiday” is a date without a number: its words alone would not read as one
    if (!/\d/.test(value.text)) return `The clause names another ${value.dimension}: ${rival?.text ?? 'see there'}.`;
    return `The promise says ${value.text}; the clause says ${rival?.text ?? 'otherwise'}.`;
  }
  return undefined;
}
