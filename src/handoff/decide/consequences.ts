import { businessDaysBefore } from '../calendar.ts';
import type { Decision } from '../decisions.ts';
import type { HandoffEvent } from '../events.ts';
import { words } from '../sealed.ts';
import type { FlagState, Handoff } from '../state.ts';
import { type Context, today } from './context.ts';

const questionText = (handoff: Handoff, one: FlagState, decision: Decision): string => {
  if (decision !== 'ask_customer') return one.flag.text;
  const promise = handoff.commitments.find((commitment) => commitment.id === one.flag.commitment);
  return `What does the customer expect of this: “${promise?.text ?? one.flag.text}”?`;
};

/** What a settled decision starts: a change order, or a question. */
export const consequences = (
  handoff: Handoff,
  one: FlagState,
  decision: Decision,
  owner: string | null,
  context: Context,
): HandoffEvent[] => {
  if (decision === 'change_order') {
    const promise = handoff.commitments.find((commitment) => commitment.id === one.flag.commitment);
    const text = words(promise?.text ?? one.flag.text);
    return [{ type: 'change_order.drafted', id: context.newId('co'), flag: one.flag.id, text }];
  }
  if (decision !== 'ask_customer' && decision !== 'assign') return [];
  const before = businessDaysBefore(handoff.deal.kickoffDate, 3, context.calendar);
  return [
    {
      type: 'question.opened',
      id: context.newId('q'),
      text: words(questionText(handoff, one, decision)),
      owner: owner ?? handoff.team.account_owner,
      due: before < today(context) ? today(context) : before,
      blocking: one.flag.severity !== 'low',
      origin: 'flag',
      flag: one.flag.id,
      evidence: { sealed: one.flag.evidence },
    },
  ];
};
