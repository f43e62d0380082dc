import type { Analysis, ScopeItem } from '../../handoff/analysis.ts';
import type { DealFacts, Source } from '../../handoff/source.ts';
import type { Engine, Progress } from '../engine.ts';
import { ground } from '../grounding.ts';
import { clausesOf } from './clauses.ts';
import { findCommitments } from './commitments.ts';
import { Cover } from './coverage.ts';
import { findDependencies } from './dependencies.ts';
import { cite } from './evidence.ts';
import { findFlags } from './flags/index.ts';
import { findIntent, findMetrics } from './goals.ts';
import { noteLines } from './notes.ts';
import { People } from './people.ts';
import { findQuestions } from './questions.ts';
import { findRisks } from './risks.ts';
import { findScope } from './scope.ts';
import { findStakeholders } from './stakeholders.ts';
import { isNote, isSpoken, type Utterance, utterances } from './utterances.ts';
import type { Withdrawal } from './withdrawn.ts';

/** The deterministic analyst that needs no key and no network: same sources, same analysis, byte for byte. */
export const offlineEngine: Engine = { name: 'offline', version: '2', analyse };

/** A promise that the seller took back is not sold; both sayings stand beside each other. */
const takenBack = ({ promise, by }: Withdrawal): ScopeItem => ({
  status: 'out',
  text: `Taken back: ${promise.quote}`,
  acceptance: '',
  evidence: [cite(by), cite(promise.said, promise.quote)],
});

function analyse(sources: Source[], deal: DealFacts, onProgress?: (progress: Progress) => void): Analysis {
  const people = new People(deal);
  const said = new Map<Source, Utterance[]>();
  sources.forEach((source, index) => {
    said.set(source, utterances(source, people));
    onProgress?.({ done: index + 1, total: sources.length, source: source.name });
  });
  const in_ = (keep: (source: Source) => boolean) => sources.filter(keep).flatMap((source) => said.get(source) ?? []);
  const spoken = in_(isSpoken);
  const clauses = clausesOf(sources);
  const notes = noteLines(sources);
  const { commitments, withdrawn } = findCommitments(sources, said, people, new Cover(clauses, notes));
  const draft = {
    sources: [],
    commitments,
    scope: [...findScope(clauses, spoken, people), ...withdrawn.map(takenBack)],
    questions: findQuestions(spoken),
    stakeholders: findStakeholders(
      in_((source) => isSpoken(source) || isNote(source)),
      people,
    ),
    dependencies: findDependencies(clauses, spoken, people),
    risks: [],
    successMetrics: findMetrics(spoken),
    buyerIntent: findIntent(spoken),
    dropped: { ungrounded: 0 },
  };
  const flags = findFlags(draft, sources, clauses, notes, spoken);
  return ground({ ...draft, flags, risks: findRisks(flags) }, sources);
}
