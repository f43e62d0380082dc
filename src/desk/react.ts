import type { Wanted } from '../platform/outbox/index.ts';
import type { Happened, Reaction } from '../record/record.ts';
import { isReadable } from './evidence/readable.ts';
import { wanted } from './wanted.ts';

const membersChanged = ({ before, after, recorded }: Happened): boolean =>
  before === null ||
  before.deal.kickoffDate !== after.deal.kickoffDate ||
  recorded.some(
    ({ event }) =>
      event.type === 'team.changed' ||
      event.type === 'input.assigned' ||
      event.type === 'question.opened' ||
      event.type === 'question.assigned' ||
      event.type === 'kickoff.scheduled',
  );

/** What the channel itself, the desk, the intake and the evidence must show after a change. */
export const deskReaction: Reaction = (happened): Wanted[] => {
  const { after, before, recorded } = happened;
  const h = after.id;
  if (recorded.length === 0) return [];
  const evidence =
    before === null ||
    recorded.some(({ event }) => event.type.startsWith('source.') || event.type === 'analysis.recorded');
  return [
    ...(before === null ? [wanted.channel(h)] : []),
    ...(membersChanged(happened) ? [wanted.members(h)] : []),
    wanted.desk(h),
    wanted.intake(h),
    ...(evidence ? [wanted.evidence(h)] : []),
    ...(isReadable(after) ? [wanted.analysis(h)] : []),
  ];
};
