import { baton } from '../handoff/actor.ts';
import { ReadArgs } from './evidence/read-entry.ts';
import type { Desk } from './kit/desk.ts';

/** What becomes of an entry that will not be tried again: a file that nobody could read is on record as such, so that nothing waits for it. */
export const onFailed = async (
  desk: Desk,
  entry: { kind: string; handoffId: string | null; args: unknown },
): Promise<void> => {
  const args = ReadArgs.safeParse(entry.args);
  if (entry.kind !== 'read' || entry.handoffId === null || !args.success) return;
  await desk.record.run(entry.handoffId, {
    actor: baton('reader'),
    command: { type: 'refuse_source', name: args.data.file.name, code: 'not_fetched' },
  });
};
