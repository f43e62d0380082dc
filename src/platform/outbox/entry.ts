import type { InferSelectModel } from 'drizzle-orm';
import { z } from 'zod';
import type { deliveries, outbox } from '../store/index.ts';

export const Json = z.json();
export type Json = z.infer<typeof Json>;

/** What should be seen elsewhere. `key` names the thing, not the change: many changes of one thing become one send. */
export interface Wanted {
  key: string;
  handoffId: string | null;
  kind: string;
  args: Json;
  /** `method:channel` for Slack; entries of one lane go one at a time. */
  lane: string;
  /** Key of the entry that must have been done before. */
  needs?: string | null;
  /** A thing done once: wanting it again changes nothing, for 30 days at least. Its `args` are blanked when it is done. */
  once?: boolean;
  /** Not before this instant; default now. */
  dueAt?: Date;
}

export type OutboxEntry = Omit<InferSelectModel<typeof outbox>, 'args'> & { args: Json };
export type Receipt = Omit<InferSelectModel<typeof deliveries>, 'remote'> & { remote: Json };

export const toEntry = (row: InferSelectModel<typeof outbox>): OutboxEntry => ({ ...row, args: Json.parse(row.args) });
export const toReceipt = (row: InferSelectModel<typeof deliveries>): Receipt => ({
  ...row,
  remote: Json.parse(row.remote),
});
