import { z } from 'zod';
import type { Actor } from './actor.ts';
import { Analysis, Evidence } from './analysis.ts';
import { Decision } from './decisions.ts';
import { InputKey, SkipReason } from './inputs.ts';
import { Role, Team } from './roles.ts';
import { sealed, Words } from './sealed.ts';
import { Person } from './source.ts';
import { SourceKind } from './vocabulary.ts';

const User = z.string().min(1);
const Day = z.string();

export const SignoffParty = z.enum(['sales', 'delivery']);
export type SignoffParty = z.infer<typeof SignoffParty>;

export const ChangeOrderStatus = z.enum(['drafted', 'sent', 'signed', 'declined']);
export type ChangeOrderStatus = z.infer<typeof ChangeOrderStatus>;

/** How a change order ends. */
export const ChangeOrderOutcome = ChangeOrderStatus.extract(['signed', 'declined']);
export type ChangeOrderOutcome = z.infer<typeof ChangeOrderOutcome>;

export const SourceMeta = z.object({
  id: z.string(),
  name: Words,
  kind: SourceKind,
  kindGuessed: z.boolean(),
  signed: z.boolean(),
  /** The machine thinks that it is signed; it counts as signed only when a role holder has said so. */
  looksSigned: z.boolean().default(false),
  sha256: z.string(),
  size: z.number(),
  passages: z.number(),
  /** Where a person opens it: a Slack permalink. */
  link: Words.nullable(),
});
export type SourceMeta = z.infer<typeof SourceMeta>;

/** Everything that can happen to a handoff. Append-only: a type may gain optional fields, never lose one. */
export const HandoffEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('handoff.opened'),
    deal: z.object({
      dealId: Words,
      name: Words,
      customer: Words,
      vendor: Words,
      type: z.string(),
      value: z.number().nullable(),
      currency: z.string(),
      closeDate: Day.nullable(),
      kickoffDate: Day,
    }),
    /** The type that was asked for, when it has no template of its own. */
    unknownType: Words.nullable(),
    team: Team,
    visibility: z.enum(['private', 'public']),
    people: sealed(z.array(Person)),
  }),
  z.object({ type: z.literal('handoff.cancelled'), reason: Words }),
  z.object({ type: z.literal('team.changed'), role: Role, from: User.nullable(), to: User, reason: Words }),
  z.object({
    type: z.literal('input.answered'),
    input: InputKey,
    text: Words,
    accepted: z.array(z.string()),
    /** Items whose tick was taken away. */
    unticked: z.array(z.string()).default([]),
  }),
  z.object({ type: z.literal('input.skipped'), input: InputKey, reason: SkipReason, note: Words }),
  z.object({ type: z.literal('input.assigned'), input: InputKey, to: User }),
  z.object({ type: z.literal('source.added'), source: SourceMeta }),
  z.object({ type: z.literal('source.classified'), source: z.string(), kind: SourceKind, signed: z.boolean() }),
  z.object({ type: z.literal('source.refused'), name: Words, code: z.string() }),
  z.object({
    type: z.literal('analysis.recorded'),
    engine: z.string(),
    version: z.string(),
    sources: z.array(z.string()),
    analysis: sealed(Analysis),
  }),
  z.object({
    type: z.literal('flag.voted'),
    flag: z.string(),
    decision: Decision,
    as: z.array(Role),
    reason: Words,
    owner: User.nullable(),
  }),
  z.object({ type: z.literal('flag.decided'), flag: z.string(), decision: Decision }),
  z.object({
    type: z.literal('flag.reopened'),
    flag: z.string(),
    because: z.enum(['customer_answered', 'decided_again']),
    reason: Words.default({ sealed: '' }),
  }),
  z.object({ type: z.literal('change_order.drafted'), id: z.string(), flag: z.string(), text: Words }),
  z.object({
    type: z.literal('change_order.voted'),
    id: z.string(),
    status: ChangeOrderOutcome,
    as: z.array(Role),
  }),
  z.object({ type: z.literal('change_order.settled'), id: z.string(), status: ChangeOrderStatus, note: Words }),
  z.object({
    type: z.literal('question.opened'),
    id: z.string(),
    text: Words,
    owner: User,
    due: Day,
    blocking: z.boolean(),
    origin: z.enum(['person', 'analysis', 'flag']),
    flag: z.string().nullable(),
    evidence: sealed(z.array(Evidence)).default({ sealed: [] }),
  }),
  z.object({ type: z.literal('question.answered'), id: z.string(), text: Words, source: Words }),
  z.object({ type: z.literal('question.assigned'), id: z.string(), owner: User }),
  z.object({ type: z.literal('packet.signed'), party: SignoffParty, version: z.number().int() }),
  z.object({ type: z.literal('signoff.voided'), party: SignoffParty, version: z.number().int(), because: z.string() }),
  z.object({ type: z.literal('kickoff.moved'), date: Day, reason: Words }),
  z.object({ type: z.literal('kickoff.scheduled'), date: Day, version: z.number().int() }),
]);
export type HandoffEvent = z.infer<typeof HandoffEvent>;
export type HandoffEventType = HandoffEvent['type'];
export type EventOf<T extends HandoffEventType> = Extract<HandoffEvent, { type: T }>;

/** An event as it stands in the stream. `seq` starts at 1 and has no gaps; `at` is an ISO instant. */
export interface Recorded {
  seq: number;
  at: string;
  actor: Actor;
  event: HandoffEvent;
}
