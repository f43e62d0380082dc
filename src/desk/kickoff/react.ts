import type { Reaction } from '../../record/record.ts';
import { wanted } from '../wanted.ts';

/** The announcement stands from the moment kickoff is scheduled; a cancellation afterwards changes what it says. */
export const kickoffReaction: Reaction = ({ after, recorded }) =>
  after.kickoff !== null &&
  recorded.some(({ event }) => event.type === 'kickoff.scheduled' || event.type === 'handoff.cancelled')
    ? [wanted.kickoff(after.id)]
    : [];
