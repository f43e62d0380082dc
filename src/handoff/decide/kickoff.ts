import { isDate, spokenDate } from '../calendar.ts';
import type { CommandOf } from '../command.ts';
import type { HandoffEvent } from '../events.ts';
import { readiness } from '../readiness.ts';
import { Refusal } from '../refusal.ts';
import { words } from '../sealed.ts';
import { type Handoff, validSignoff } from '../state.ts';
import { type Context, requireMember, requireText, today } from './context.ts';

const requireDay = (date: string): void => {
  const message = 'There is no such day. Choose a date.';
  if (!isDate(date)) throw new Refusal('no_date', message, { date: message });
};

const requireFuture = (date: string, context: Context): void => {
  requireDay(date);
  const message = 'This date has passed. Choose today or later.';
  if (date < today(context)) throw new Refusal('past_date', message, { date: message });
};

/** Law 5: shut until ready. */
export const scheduleKickoff = (
  handoff: Handoff,
  command: CommandOf<'schedule_kickoff'>,
  context: Context,
): HandoffEvent[] => {
  requireMember(handoff, context, 'schedule kickoff');
  if (handoff.kickoff)
    throw new Refusal('already_scheduled', `Kickoff is scheduled for ${spokenDate(handoff.kickoff.date)} already.`);
  requireDay(command.date);
  if (command.date !== handoff.deal.kickoffDate) {
    const message = `Both sides plan for ${spokenDate(handoff.deal.kickoffDate)}. To use another day, move the kickoff date first; both then sign again.`;
    throw new Refusal('date_differs', message, { date: message });
  }
  if (command.date < today(context)) {
    const message = 'That day has passed. Move the kickoff date first; both sides then sign again.';
    throw new Refusal('past_date', message, { date: message });
  }
  const { ready, missing } = readiness(handoff, context.policy, today(context));
  if (!ready) {
    const lines = missing.map((one) => `• ${one.text}`);
    throw new Refusal(
      'not_ready',
      [
        `Kickoff stays shut: ${missing.length === 1 ? 'one thing is' : `${missing.length} things are`} missing.`,
        ...lines,
      ].join('\n'),
    );
  }
  // what was signed is scheduled: content that voids no signature may have made newer versions since
  const version = validSignoff(handoff, 'delivery')?.version ?? handoff.packetVersion;
  return [{ type: 'kickoff.scheduled', date: command.date, version }];
};

/** Also the way back from a scheduled kickoff: the gate shuts and both sides sign the new date. */
export const moveKickoff = (handoff: Handoff, command: CommandOf<'move_kickoff'>, context: Context): HandoffEvent[] => {
  requireMember(handoff, context, 'move kickoff');
  if (handoff.kickoff && handoff.kickoff.date < today(context))
    throw new Refusal(
      'already_held',
      `Kickoff was on ${spokenDate(handoff.kickoff.date)}. It cannot be moved any more.`,
    );
  requireFuture(command.date, context);
  if (command.date === handoff.deal.kickoffDate) {
    const message = 'That is the date it has now. Choose another day.';
    throw new Refusal('same_date', message, { date: message });
  }
  const reason = requireText(command.reason, 'reason', 'Say why the date moves.');
  return [{ type: 'kickoff.moved', date: command.date, reason: words(reason) }];
};

export const cancel = (handoff: Handoff, command: CommandOf<'cancel'>, context: Context): HandoffEvent[] => {
  requireMember(handoff, context, 'cancel this handoff');
  return [{ type: 'handoff.cancelled', reason: words(requireText(command.reason, 'reason', 'Say why, for the log.')) }];
};
