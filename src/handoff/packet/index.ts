import type { Handoff } from '../state.ts';
import { buyerIntent, contractFacts, stretch, success, summary } from './intent.ts';
import type { Packet } from './model.ts';
import {
  access,
  contacts,
  dependencies,
  milestones,
  questions,
  risks,
  skipped,
  stakeholders,
} from './people-and-risks.ts';
import { decisionLog, signoffs, sourceIndex } from './record.ts';
import { ambiguous, assumptions, commitments, notSold, notYetDecided, soldScope } from './scope.ts';

export type { Inline, Line, Mark, Packet, Section, Table } from './model.ts';

/** The implementation handoff packet: intent, contract, not sold and ambiguous are four places (law 3). */
export const packetOf = (handoff: Handoff): Packet => ({
  title: `${handoff.deal.customer} · ${handoff.deal.name}`,
  version: handoff.packetVersion,
  versionLine: [
    `Version ${handoff.packetVersion}`,
    ` · ${handoff.cancelled ? 'cancelled' : handoff.kickoff ? `kickoff ${handoff.kickoff.date}` : `planned kickoff ${handoff.deal.kickoffDate}`}`,
  ],
  sections: [
    summary,
    contractFacts,
    buyerIntent,
    soldScope,
    notSold,
    ambiguous,
    notYetDecided,
    commitments,
    stretch,
    stakeholders,
    risks,
    dependencies,
    access,
    assumptions,
    questions,
    success,
    milestones,
    contacts,
    skipped,
    decisionLog,
    sourceIndex,
    signoffs,
  ].map((make) => make(handoff)),
});
