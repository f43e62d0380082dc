import { flagCard } from '../../../src/desk/review/blocks.ts';
import { type SourceLinks, sourceLinksOf } from '../../../src/desk/review/places.ts';
import type { Evidence, Flag } from '../../../src/handoff/analysis.ts';
import type { Decision } from '../../../src/handoff/decisions.ts';
import { defaultPolicy } from '../../../src/handoff/policy.ts';
import type { Handoff } from '../../../src/handoff/state.ts';
import type { FlagType } from '../../../src/handoff/vocabulary.ts';
import { analysis, reading } from '../../handoff/support/analysis.ts';
import { anna, call, contract, type deep, reader } from '../../handoff/support/deal.ts';
import { given, type Stream } from '../../handoff/support/given.ts';

export const policy = defaultPolicy;

export const at = (quote: string, locator = '00:01:00'): Evidence => ({ source: 's2', quote, locator });

export const gap = (number: number, severity: Flag['severity'], quote = `Sentence number ${number}.`): Flag => ({
  id: `raw-${number}`,
  type: 'ambiguous_deliverable',
  severity,
  text: `Gap ${number}`,
  why: 'Nobody knows how much of it there is.',
  rule: 'by hand',
  commitment: null,
  evidence: [at(quote)],
});

/** A handoff with exactly these flags, all of them about nothing promised. */
export const withFlags = (flags: Flag[]): Stream =>
  given([anna, contract], [anna, call], [reader, reading({ flags, commitments: analysis.commitments })]);

export const many = (count: number, severity: Flag['severity'] = 'medium'): Stream =>
  withFlags(Array.from({ length: count }, (_, index) => gap(index, severity)));

export const idOf = (one: Stream, type: FlagType): string => one.flag(type).flag.id;

export const card = (handoff: Handoff, flag: string, links: SourceLinks = sourceLinksOf(handoff)) =>
  flagCard(handoff, flag, policy, links);

export const decide = (one: Stream, who: typeof anna | typeof deep, flag: string, decision: Decision) =>
  one.run(who, { type: 'decide_flag', flag, decision, reason: 'we talked it over', owner: null });
