import type { Analysis, Flag } from '../../../handoff/analysis.ts';
import type { Source } from '../../../handoff/source.ts';
import type { Severity } from '../../../handoff/vocabulary.ts';
import type { Clause } from '../clauses.ts';
import { contractConflicts } from '../contract-conflicts.ts';
import type { NoteLine } from '../notes.ts';
import type { Utterance } from '../utterances.ts';
import { documentFlags, exceptionFlags } from './documents.ts';
import { missingFlags } from './missing.ts';
import { promiseFlags } from './promises.ts';
import { accessFlags, feasibilityFlags, ownerFlags, politicsFlags } from './talk.ts';

const RANK: Record<Severity, number> = { high: 0, medium: 1, low: 2 };

/** All flags, most severe first, numbered. A person must decide each, so rules that see little are capped in their files. */
export function findFlags(
  draft: Omit<Analysis, 'flags'>,
  sources: Source[],
  clauses: Clause[],
  notes: NoteLine[],
  said: Utterance[],
): Flag[] {
  const flags = [
    ...promiseFlags(draft.commitments),
    ...accessFlags(said),
    ...documentFlags(clauses, draft.scope, draft.dependencies),
    ...contractConflicts(clauses),
    ...exceptionFlags(notes, draft.commitments),
    ...ownerFlags(said, notes),
    ...politicsFlags(said, notes),
    ...feasibilityFlags(draft.commitments, said),
    ...missingFlags(sources, draft.successMetrics),
  ];
  return flags
    .map((flag, index) => ({ flag, index }))
    .sort((a, b) => RANK[a.flag.severity] - RANK[b.flag.severity] || a.index - b.index)
    .map(({ flag }, index) => ({ id: `f${index + 1}`, ...flag }));
}
