import type { Analysis } from '../../handoff/analysis.ts';
import type { DealFacts, Source } from '../../handoff/source.ts';
import { ground } from '../grounding.ts';
import { People } from '../offline/people.ts';
import { findRisks } from '../offline/risks.ts';
import type { Heard } from './heard.ts';
import { mergeCommitments } from './merge/commitments.ts';
import { mergeFindings } from './merge/findings.ts';
import { mergeFlags } from './merge/flags.ts';
import { Places } from './merge/places.ts';
import { mergeStakeholders } from './merge/stakeholders.ts';

/**
 * What the rules found, with what the model said under it. A pure function: the model's words count only where they stand in the
 * sources, nothing the rules found is lost, and all of it passes `ground` at the end like any analysis.
 */
export function mergeHeard(found: Analysis, heard: Heard[], sources: Source[], deal: DealFacts): Analysis {
  const places = new Places(sources);
  const people = new People(deal);
  const promises = mergeCommitments(found.commitments, heard, places, sources, people);
  const { commitments } = promises;
  const flags = mergeFlags(found.flags, commitments, promises.added, heard, places);
  const merged = ground(
    {
      ...found,
      ...mergeFindings(found, heard, places),
      commitments,
      flags: flags.flags,
      stakeholders: mergeStakeholders(found.stakeholders, heard, places, people),
      risks: [...found.risks, ...findRisks(flags.added)],
    },
    sources,
  );
  const notes = [
    ...(places.ungrounded > 0
      ? [
          `The language model cited ${places.ungrounded} ${places.ungrounded === 1 ? 'quote that stands' : 'quotes that stand'} in no source; I left that out.`,
        ]
      : []),
    ...(promises.surplus + flags.surplus > 0
      ? [
          `The language model named more than a person can look through; I left out ${promises.surplus + flags.surplus} of it.`,
        ]
      : []),
  ];
  return {
    ...merged,
    dropped: { ungrounded: merged.dropped.ungrounded + places.ungrounded },
    ...(notes.length > 0 && { notes }),
  };
}
