import type { Command } from '../command.ts';
import type { HandoffEvent } from '../events.ts';
import { Refusal } from '../refusal.ts';
import type { Handoff } from '../state.ts';
import { recordAnalysis } from './analysis.ts';
import { settleChangeOrder } from './change-orders.ts';
import type { Context } from './context.ts';
import { decideFlag, decideFlags, reopenFlag } from './flags.ts';
import { answerInput, assignInput, skipInput } from './intake.ts';
import { cancel, moveKickoff, scheduleKickoff } from './kickoff.ts';
import { open } from './open.ts';
import { answerQuestion, askQuestion, assignQuestion } from './questions.ts';
import { sign, voidedSignoffs } from './signoff.ts';
import { addSource, classifySource, refuseSource } from './sources.ts';
import { changeTeam } from './team.ts';

export type { Context } from './context.ts';

const later = (handoff: Handoff, command: Exclude<Command, { type: 'open' }>, context: Context): HandoffEvent[] => {
  switch (command.type) {
    case 'cancel':
      return cancel(handoff, command, context);
    case 'change_team':
      return changeTeam(handoff, command, context);
    case 'answer_input':
      return answerInput(handoff, command, context);
    case 'skip_input':
      return skipInput(handoff, command, context);
    case 'assign_input':
      return assignInput(handoff, command, context);
    case 'add_source':
      return addSource(handoff, command, context);
    case 'classify_source':
      return classifySource(handoff, command, context);
    case 'refuse_source':
      return refuseSource(command, context);
    case 'record_analysis':
      return recordAnalysis(handoff, command, context);
    case 'decide_flag':
      return decideFlag(handoff, command, context);
    case 'decide_flags':
      return decideFlags(handoff, command, context);
    case 'reopen_flag':
      return reopenFlag(handoff, command, context);
    case 'settle_change_order':
      return settleChangeOrder(handoff, command, context);
    case 'ask_question':
      return askQuestion(handoff, command, context);
    case 'answer_question':
      return answerQuestion(handoff, command, context);
    case 'assign_question':
      return assignQuestion(handoff, command, context);
    case 'sign':
      return sign(handoff, command, context);
    case 'move_kickoff':
      return moveKickoff(handoff, command, context);
    case 'schedule_kickoff':
      return scheduleKickoff(handoff, command, context);
  }
};

/** (state, command, context) → events, or a `Refusal`. Pure. */
export const decide = (handoff: Handoff | null, command: Command, context: Context): HandoffEvent[] => {
  if (command.type === 'open') {
    if (handoff) throw new Refusal('already_open', 'This handoff is open already.');
    return open(command, context);
  }
  if (!handoff) throw new Refusal('no_such_handoff', 'I do not know this handoff.');
  if (handoff.cancelled)
    throw new Refusal(
      'cancelled',
      `This handoff was cancelled by <@${handoff.cancelled.by}>: ${handoff.cancelled.reason.replace(/[.!?]+$/, '')}. Nothing was changed.`,
    );
  const events = later(handoff, command, context);
  return [...events, ...voidedSignoffs(handoff, events)];
};
