import { z } from 'zod';
import { Analysis } from './analysis.ts';
import { Decision } from './decisions.ts';
import { ChangeOrderStatus, SignoffParty } from './events.ts';
import { InputKey, SkipReason } from './inputs.ts';
import { Role } from './roles.ts';
import { Person } from './source.ts';
import { SourceKind } from './vocabulary.ts';

const User = z.string().min(1);
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** When the input that the person had before them was settled, null when it was open; left out: they had none before them. */
const Seen = z.string().nullable().optional();

/** Everything that can be asked of a handoff. Listeners parse into one of these; nothing else changes a handoff. */
export const Command = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('open'),
    dealId: z.string().trim().min(1),
    name: z.string().trim(),
    customer: z.string().trim(),
    vendor: z.string().trim().default(''),
    dealType: z.string().trim().min(1),
    value: z.number().nonnegative().nullable(),
    currency: z.string(),
    closeDate: Day.nullable(),
    kickoffDate: Day,
    accountOwner: User,
    deliveryLead: User,
    approver: User.nullable(),
    visibility: z.enum(['private', 'public']),
    people: z.array(Person),
  }),
  z.object({ type: z.literal('cancel'), reason: z.string() }),
  z.object({ type: z.literal('change_team'), role: Role, to: User, reason: z.string() }),
  z.object({
    type: z.literal('answer_input'),
    input: InputKey,
    text: z.string(),
    accepted: z.array(z.string()),
    /** Items that stood ticked before the person and no longer do. */
    unticked: z.array(z.string()).optional(),
    seen: Seen,
  }),
  z.object({ type: z.literal('skip_input'), input: InputKey, reason: SkipReason, note: z.string(), seen: Seen }),
  z.object({ type: z.literal('assign_input'), input: InputKey, to: User, seen: Seen }),
  z.object({
    type: z.literal('add_source'),
    name: z.string().min(1),
    kind: SourceKind,
    kindGuessed: z.boolean(),
    signed: z.boolean(),
    sha256: z.string(),
    size: z.number(),
    passages: z.number().int().positive(),
    link: z.string().nullable(),
  }),
  z.object({ type: z.literal('classify_source'), source: z.string(), kind: SourceKind, signed: z.boolean() }),
  z.object({ type: z.literal('refuse_source'), name: z.string(), code: z.string() }),
  z.object({
    type: z.literal('record_analysis'),
    engine: z.string(),
    version: z.string(),
    analysis: Analysis,
    /** Ids of the sources that it took as signed; left out: those that count as signed now. */
    signed: z.array(z.string()).optional(),
  }),
  z.object({
    type: z.literal('decide_flag'),
    flag: z.string(),
    decision: Decision,
    reason: z.string(),
    owner: User.nullable(),
  }),
  z.object({
    type: z.literal('decide_flags'),
    flags: z.array(z.string()).min(1),
    decision: Decision,
    reason: z.string(),
  }),
  z.object({ type: z.literal('reopen_flag'), flag: z.string(), reason: z.string() }),
  z.object({ type: z.literal('settle_change_order'), id: z.string(), status: ChangeOrderStatus, note: z.string() }),
  z.object({ type: z.literal('ask_question'), text: z.string(), owner: User, due: Day, blocking: z.boolean() }),
  z.object({ type: z.literal('answer_question'), id: z.string(), text: z.string(), source: z.string() }),
  z.object({ type: z.literal('assign_question'), id: z.string(), owner: User }),
  z.object({ type: z.literal('sign'), party: SignoffParty, version: z.number().int() }),
  z.object({ type: z.literal('move_kickoff'), date: Day, reason: z.string() }),
  z.object({ type: z.literal('schedule_kickoff'), date: Day }),
]);
export type Command = z.infer<typeof Command>;
export type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>;
