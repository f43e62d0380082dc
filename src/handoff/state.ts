import type { Amendment } from './amendments.ts';
import type { Analysis, Commitment, Evidence, Flag } from './analysis.ts';
import { type Decision, isPromise } from './decisions.ts';
import type { ChangeOrderOutcome, ChangeOrderStatus, SignoffParty, SourceMeta } from './events.ts';
import type { InputKey, SkipReason } from './inputs.ts';
import type { Role, Team } from './roles.ts';
import type { Person } from './source.ts';
import type { SourceKind } from './vocabulary.ts';

export interface Deal {
  dealId: string;
  name: string;
  customer: string;
  vendor: string;
  type: string;
  value: number | null;
  currency: string;
  closeDate: string | null;
  kickoffDate: string;
}

export interface InputState {
  key: InputKey;
  owner: string;
  settled:
    | null
    | { how: 'answered'; text: string; by: string; at: string }
    | { how: 'skipped'; reason: SkipReason; note: string; by: string; at: string };
}

export interface SourceState extends Omit<SourceMeta, 'name' | 'link'> {
  name: string;
  kind: SourceKind;
  link: string | null;
  addedBy: string;
  at: string;
}

export interface Vote {
  by: string;
  as: Role[];
  decision: Decision;
  reason: string;
  owner: string | null;
  at: string;
}

export interface FlagState {
  flag: Flag;
  status: 'open' | 'decided';
  votes: Vote[];
  decided: { decision: Decision; by: string[]; reason: string; owner: string | null; at: string } | null;
  /** It was decided and opened again: it stays until it is decided anew, whatever a later analysis raises. */
  reopened: boolean;
  /** A later analysis no longer raises it; kept because it was decided. */
  withdrawn: boolean;
  /** The signed clause that carries the promise since a later analysis. Without a decision of people's the flag is settled by it. */
  coveredBy: Evidence | null;
}

export interface ChangeOrder {
  id: string;
  flag: string;
  text: string;
  status: ChangeOrderStatus;
  /** Who says that it ended how, while that is not settled. */
  votes: { by: string; status: ChangeOrderOutcome; at: string }[];
  note: string;
  at: string;
}

export interface QuestionState {
  id: string;
  text: string;
  owner: string;
  due: string;
  blocking: boolean;
  origin: 'person' | 'analysis' | 'flag';
  flag: string | null;
  askedBy: string;
  evidence: Evidence[];
  answer: { text: string; source: string; by: string; at: string } | null;
}

export interface Signoff {
  party: SignoffParty;
  by: string;
  version: number;
  at: string;
  voided: { because: string; at: string } | null;
}

export interface DecisionLogLine {
  at: string;
  /** Everybody who stands behind it. */
  by: string[];
  what: string;
  /** The people it is about, in the order in which one follows the other. */
  people?: string[];
  /** Source of the line: the seq of its event. */
  seq: number;
}

/** A handoff as the fold of its stream. `revision` is the stream's length, `packetVersion` counts changes of packet content. */
export interface Handoff {
  id: string;
  revision: number;
  packetVersion: number;
  openedAt: string;
  openedBy: string;
  cancelled: { reason: string; by: string; at: string } | null;
  deal: Deal;
  unknownType: string | null;
  team: Team;
  visibility: 'private' | 'public';
  people: Person[];
  inputs: InputState[];
  sources: SourceState[];
  refusedSources: { name: string; code: string; at: string }[];
  analysis:
    | (Omit<Analysis, 'commitments' | 'flags'> & {
        engine: string;
        at: string;
        analysedSources: string[];
        /** Those of them that counted as signed. */
        signedSources: string[];
      })
    | null;
  commitments: Commitment[];
  flags: FlagState[];
  /** What documents signed or corrected after the first analysis changed, oldest first. */
  amendments: Amendment[];
  /** Ids of proposed items that a named person took over. */
  accepted: { id: string; by: string; at: string }[];
  changeOrders: ChangeOrder[];
  questions: QuestionState[];
  signoffs: Signoff[];
  kickoff: { date: string; version: number; by: string; at: string } | null;
  /** The date for which kickoff had been scheduled before it was moved; null again once it is scheduled anew. */
  kickoffMoved: { from: string; by: string; reason: string } | null;
  log: DecisionLogLine[];
}

export const openFlags = (handoff: Handoff): FlagState[] => handoff.flags.filter((one) => one.status === 'open');

export const isOpenOrder = ({ status }: ChangeOrder): boolean => status === 'drafted' || status === 'sent';

export const validSignoff = (handoff: Handoff, party: SignoffParty): Signoff | undefined =>
  handoff.signoffs.find((one) => one.party === party && one.voided === null);

/** A commitment's standing: what the contract carries and what people decided on its promise flags; a settled gap leaves it be. */
export type Standing = 'covered' | 'deliver' | 'not_sold' | 'change_order' | 'asked' | 'not_a_promise' | 'proposed';

export const standingOf = (handoff: Handoff, commitment: Commitment): Standing => {
  const about = handoff.flags.filter((one) => one.flag.commitment === commitment.id);
  const decided = about.flatMap((one) => (one.decided && isPromise(one.flag) ? [one.decided.decision] : []));
  if (about.some((one) => one.status === 'open')) return 'proposed';
  if (decided.includes('not_sold')) return 'not_sold';
  if (decided.includes('change_order')) {
    const ids = new Set(about.map((one) => one.flag.id));
    const orders = handoff.changeOrders.filter((one) => ids.has(one.flag));
    return orders.length > 0 && orders.every((one) => one.status === 'declined') ? 'not_sold' : 'change_order';
  }
  if (decided.includes('ask_customer')) return 'asked';
  if (decided.includes('deliver')) return 'deliver';
  if (decided.length > 0) return 'not_a_promise';
  if (handoff.accepted.some((one) => one.id === commitment.id)) return 'covered';
  return 'proposed';
};
