import type { Wanted } from '../platform/outbox/index.ts';
import type { Happened, Reaction } from '../record/record.ts';
import { wanted } from './wanted.ts';

const settled = ({ after }: Happened, key: string): boolean =>
  after.inputs.some((one) => one.key === key && one.settled !== null);

/** Evidence is read when both the agreement and the sales notes are in (or were skipped), and again whenever either grows. */
const wantsAnalysis = (happened: Happened): boolean =>
  settled(happened, 'agreement') &&
  settled(happened, 'sales_notes') &&
  happened.after.sources.length > 0 &&
  happened.recorded.some(
    ({ event }) =>
      event.type === 'source.added' ||
      event.type === 'source.classified' ||
      event.type === 'source.refused' ||
      ((event.type === 'input.skipped' || event.type === 'input.answered') &&
        (event.input === 'agreement' || event.input === 'sales_notes')),
  );

const membersChanged = ({ before, after, recorded }: Happened): boolean =>
  before === null ||
  before.deal.kickoffDate !== after.deal.kickoffDate ||
  recorded.some(
    ({ event }) =>
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
    ...(membersChanged(happened) ? [wanted.channel(h)] : []),
    wanted.desk(h),
    wanted.intake(h),
    ...(evidence ? [wanted.evidence(h)] : []),
    ...(wantsAnalysis(happened) ? [wanted.analysis(h)] : []),
  ];
};
