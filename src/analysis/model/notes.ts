import type { Interview, Missed } from './interview.ts';

const WHY: Record<Missed, string> = {
  budget: 'the budget for this handoff is used up',
  deadline: 'there was no time left',
  uncounted: 'I could not keep count of what it costs',
  timeout: 'it took too long',
  unreachable: 'it could not be reached',
  unauthorised: 'it did not accept the key',
  rate_limited: 'it is asked too often at the moment',
  server_error: 'it had trouble of its own',
  rejected: 'it did not take the question',
  refused: 'it refused',
  truncated: 'its answer was cut off',
  malformed: 'its answer was not in the form I asked for',
  too_long: 'its answer was far too long',
};

/** What a person should know of how the model did, in plain sentences; none when it answered everything. */
export function notesOn({ heard, parts, missed }: Interview): string[] {
  const whys = missed.map(({ why, parts: count }) => (missed.length > 1 ? `${WHY[why]} (${count})` : WHY[why]));
  if (whys.length === 0) return [];
  const reason = whys.join('; ');
  if (heard.length === 0)
    return [`The language model did not help with this: ${reason}. What you see rests on my rules alone.`];
  return [
    `The language model answered for ${heard.length} of ${parts} parts of the sources; for the others ${reason}. Those rest on my rules alone.`,
  ];
}

export const UNMERGED = 'I could not use what the language model said. What you see rests on my rules alone.';
