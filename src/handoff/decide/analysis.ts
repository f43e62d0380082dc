import { businessDaysBefore } from '../calendar.ts';
import type { CommandOf } from '../command.ts';
import type { HandoffEvent } from '../events.ts';
import { fingerprint } from '../fingerprint.ts';
import { words } from '../sealed.ts';
import type { Handoff } from '../state.ts';
import { type Context, today } from './context.ts';

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
      },
    ];
  });
};

export const recordAnalysis = (
  handoff: Handoff,
  command: CommandOf<'record_analysis'>,
  context: Context,
): HandoffEvent[] => [
  {
    type: 'analysis.recorded',
    engine: command.engine,
    version: command.version,
    sources: command.analysis.sources.map((one) => one.id),
    analysis: { sealed: command.analysis },
  },
  ...newQuestions(handoff, command, context),
];
