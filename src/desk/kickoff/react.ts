import type { Reaction } from '../../record/record.ts';
import { wanted } from '../wanted.ts';

const changes = new Set(['kickoff.scheduled', 'kickoff.moved', 'team.changed', 'handoff.cancelled']);

/** The announcement stands from the moment kickoff is scheduled; what happens to date, people or deal afterwards changes what it says. */
export const kickoffReaction: Reaction = ({ after, recorded }) =>
  (after.kickoff !== null || after.kickoffMoved !== null) && recorded.some(({ event }) => changes.has(event.type))
    ? [wanted.kickoff(after.id)]
    : [];
