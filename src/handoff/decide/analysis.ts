import { businessDaysBefore } from '../calendar.ts';
import { changed } from '../changes.ts';
import type { CommandOf } from '../command.ts';
import type { HandoffEvent } from '../events.ts';
import { fingerprint } from '../fingerprint.ts';
import { withNothingSigned } from '../nothing-signed.ts';
import { words } from '../sealed.ts';
import { type Handoff, openFlags } from '../state.ts';
import { settledBy } from '../votes.ts';
import { consequences } from './consequences.ts';
import { type Context, requireBaton, today } from './context.ts';

/** Questions that the sources leave open become open questions; they do not block unless a person says so. */
const newQuestions = (handoff: Handoff, command: CommandOf<'record_analysis'>, context: Context): HandoffEvent[] => {
  const known = new Set(handoff.questions.map((one) => one.id));
  const before = businessDaysBefore(handoff.deal.kickoffDate, 3, context.calendar);
  const due = before < today(context) ? today(context) : before;
  return command.analysis.questions.flatMap((one): HandoffEvent[] => {
    const id = `q_${fingerprint(one.text.toLowerCase())}`;
    if (known.has(id)) return [];
    known.add(id);
    return [
      {
        type: 'question.opened',
        id,
        text: words(one.text),
        owner: handoff.team.account_owner,
        due,
        blocking: false,
        origin: 'analysis',
        flag: null,
        evidence: { sealed: one.evidence },
      },
    ];
  });
};

/** The sources that it read as what they are now: what somebody corrected meanwhile has to be read again. */
const stillTrue = (handoff: Handoff, { analysis, signed }: CommandOf<'record_analysis'>): string[] =>
  analysis.sources.flatMap(({ id, kind }) => {
    const now = handoff.sources.find((one) => one.id === id);
    const taken = signed === undefined || signed.includes(id) === now?.signed;
    return now === undefined || (now.kind === kind && taken) ? [id] : [];
  });

export const recordAnalysis = (
  handoff: Handoff,
  command: CommandOf<'record_analysis'>,
  context: Context,
): HandoffEvent[] => {
  requireBaton(context);
  const recorded: HandoffEvent & { type: 'analysis.recorded' } = {
    type: 'analysis.recorded',
    engine: command.engine,
    version: command.version,
    sources: stillTrue(handoff, command),
    analysis: { sealed: withNothingSigned(handoff, command.analysis, context.policy) },
  };
  const after = { ...handoff, ...changed(handoff, recorded, 'baton:analyst', context.now.toISOString()) };
  return [recorded, ...nowSettled(after, context), ...newQuestions(handoff, command, context)];
};

/** A flag that the new analysis takes less seriously may have all the votes it needs by now. */
const nowSettled = (after: Handoff, context: Context): HandoffEvent[] =>
  openFlags(after).flatMap((one): HandoffEvent[] => {
    const decision = settledBy(one, after, context.policy);
    if (decision === null) return [];
    const owner = one.votes.findLast((vote) => vote.decision === decision)?.owner ?? null;
    return [
      { type: 'flag.decided', flag: one.flag.id, decision },
      ...consequences(after, one, decision, owner, context),
    ];
  });
