import fc from 'fast-check';
import type { Actor } from '../../../src/handoff/actor.ts';
import type { Command } from '../../../src/handoff/command.ts';
import { Decision } from '../../../src/handoff/decisions.ts';
import { ChangeOrderStatus } from '../../../src/handoff/events.ts';
import { inputSpecs } from '../../../src/handoff/inputs.ts';
import { proposals } from '../../../src/handoff/proposals.ts';
import { Role } from '../../../src/handoff/roles.ts';
import type { Handoff } from '../../../src/handoff/state.ts';
import { Severity, SourceKind } from '../../../src/handoff/vocabulary.ts';
import { analysis, reading } from './analysis.ts';
import { anna, call, deep, opening, reader, ruth, zoe } from './deal.ts';
import { given, givenComplete, givenDecided, givenFlags, givenReady, type Stream } from './given.ts';

/** Numbers from which, with the state at hand, somebody’s next command is made: ids that exist, mostly. */
interface Draw {
  who: number;
  what: number;
  a: number;
  b: number;
  yes: boolean;
}

const people: readonly Actor[] = [anna, anna, deep, deep, ruth, zoe, reader];
const texts = ['They also want the fourth park.', 'The grid operator answers by Friday.', 'tbd', ''];
const dates = ['2026-12-14', '2026-12-16', '2026-11-15', '2026-13-01'];

const take = <T>(list: readonly T[], at: number): T => {
  const found = list[at % list.length];
  if (found === undefined) throw new Error('nothing to take from');
  return found;
};
const idIn = (ids: readonly string[], at: number): string => take([...ids, 'not-there'], at);

type Make = (state: Handoff, draw: Draw) => Command;

const makers: readonly Make[] = [
  (_, { a }) => ({ type: 'cancel', reason: a % 5 === 0 ? take(texts, a) : '' }),
  (state, { a, b, yes }) => {
    const { key, proposals: groups } = take(inputSpecs, a);
    const ids = groups.flatMap((group) => proposals(state, group)).map((one) => one.id);
    return { type: 'answer_input', input: key, text: take(texts, b), accepted: yes ? ids : ids.slice(1) };
  },
  (_, { a, b }) => ({
    type: 'skip_input',
    input: take(inputSpecs, a).key,
    reason: 'does_not_apply',
    note: take(texts, b),
  }),
  (_, { a, b }) => ({
    type: 'change_team',
    role: take(Role.options, a),
    to: take(['U_ZOE', 'U_NOOR', 'U_ANNA'], b),
    reason: take(texts, a + b),
  }),
  (_, { a }) => ({ type: 'assign_input', input: take(inputSpecs, a).key, to: 'U_ZOE' }),
  (_, { a, b, yes }) => ({ ...call, kind: take(SourceKind.options, a), signed: yes, sha256: String(b % 6) }),
  (state, { a, b, yes }) => ({
    type: 'classify_source',
    source: idIn(
      state.sources.map((one) => one.id),
      a,
    ),
    kind: take(SourceKind.options, b),
    signed: yes,
  }),
  () => ({ type: 'refuse_source', name: 'holiday.mov', code: 'unknown_format' }),
  (state, { a, b, yes }) =>
    reading({
      sources: state.sources.map(({ id, name, kind, sha256, passages }) => ({ id, name, kind, sha256, passages })),
      flags: analysis.flags
        .filter((_, at) => yes || (a + at) % 3 !== 0)
        .map((one, at) => ({ ...one, severity: (a + at) % 5 === 0 ? take(Severity.options, b + at) : one.severity })),
      risks: yes ? analysis.risks : [],
      scope: analysis.scope.filter((_, at) => yes || (b + at) % 2 === 0),
      commitments: analysis.commitments.filter((_, at) => yes || (b + at) % 4 !== 0),
    }),
  ...Array<Make>(3).fill((state, { a, b }) => ({
    type: 'decide_flag',
    flag: idIn(
      state.flags.map((one) => one.flag.id),
      a,
    ),
    decision: take(Decision.options, b),
    reason: take(texts, a + b),
    owner: (a + b) % 3 === 0 ? null : 'U_ZOE',
  })),
  (state, { b }) => ({
    type: 'decide_flags',
    flags: ['not-there', ...state.flags.filter((one) => one.flag.severity === 'low').map((one) => one.flag.id)],
    decision: take(Decision.options, b),
    reason: 'agreed in the weekly meeting',
  }),
  (state, { a, b }) => ({
    type: 'settle_change_order',
    id: idIn(
      state.changeOrders.map((one) => one.id),
      a,
    ),
    status: take(ChangeOrderStatus.options, b),
    note: '',
  }),
  (_, { a, b, yes }) => ({
    type: 'ask_question',
    text: take(texts, a),
    owner: 'U_ZOE',
    due: take(dates, b),
    blocking: yes,
  }),
  (state, { a, b }) => ({
    type: 'answer_question',
    id: idIn(
      state.questions.map((one) => one.id),
      a,
    ),
    text: take(texts, b),
    source: take(texts, b + 1),
  }),
  (state, { a }) => ({
    type: 'assign_question',
    id: idIn(
      state.questions.map((one) => one.id),
      a,
    ),
    owner: 'U_DEEP',
  }),
  ...Array<Make>(3).fill((state, { a, yes }) => ({
    type: 'sign',
    party: yes ? 'sales' : 'delivery',
    version: state.packetVersion - (a % 4 === 0 ? 1 : 0),
  })),
  (_, { a, b }) => ({ type: 'move_kickoff', date: take(dates, a), reason: take(texts, b) }),
  ...Array<Make>(3).fill((_, { a }) => ({ type: 'schedule_kickoff', date: take(dates, a % 5 === 0 ? a : 0) })),
  () => opening(),
];

const starts = [given, givenFlags, givenDecided, givenComplete, givenReady, givenReady, givenReady] as const;

/** A handoff at some stage, and up to thirty things that people then try; most begin near the gate, where the laws bite. */
export const runs = fc.record({
  start: fc.constantFrom(...starts),
  draws: fc.array(
    fc.record({ who: fc.nat(60), what: fc.nat(makers.length - 1), a: fc.nat(60), b: fc.nat(60), yes: fc.boolean() }),
    { maxLength: 30 },
  ),
});
type Run = typeof runs extends fc.Arbitrary<infer T> ? T : never;

/** What Baton alone records it mostly tries itself; people try it too. */
const whoTries = (command: Command, { who }: Draw): Actor =>
  (command.type === 'record_analysis' || command.type === 'refuse_source') && who % 5 > 0 ? reader : take(people, who);

/** Plays a run; `each` gets who tries what before it is tried. */
export const play = (run: Run, each: (one: Stream, who: Actor, command: Command) => void): Stream => {
  const one = run.start();
  for (const draw of run.draws) {
    const command = take(makers, draw.what)(one.state(), draw);
    each(one, whoTries(command, draw), command);
  }
  return one;
};

/** Runs a command and says how it was refused, if it was; anything but a refusal is thrown on. */
export const tryOne = (one: Stream, who: Actor, command: Command): unknown => {
  try {
    one.run(who, command);
    return null;
  } catch (error) {
    return error;
  }
};
