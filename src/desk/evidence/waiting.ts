import { and, eq, inArray } from 'drizzle-orm';
import { all, outbox, type Read } from '../../platform/store/index.ts';
import { ReadArgs } from './read-entry.ts';

/** Names of dropped files whose reading is still to come or under way. */
export const waitingReads = (read: Read, h: string): string[] =>
  all(
    read
      .select({ args: outbox.args })
      .from(outbox)
      .where(
        and(eq(outbox.handoffId, h), eq(outbox.kind, 'read'), inArray(outbox.status, ['pending', 'sending', 'paused'])),
      ),
  ).map((row) => ReadArgs.parse(row.args).file.name);

export const isAnalysing = (read: Read, h: string): boolean =>
  all(
    read
      .select({ key: outbox.key })
      .from(outbox)
      .where(and(eq(outbox.key, `analysis:${h}`), inArray(outbox.status, ['pending', 'sending', 'paused']))),
  ).length > 0;
