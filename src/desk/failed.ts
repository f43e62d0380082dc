import { baton } from '../handoff/actor.ts';
import { want } from '../platform/outbox/index.ts';
import { ReadArgs } from './evidence/read-entry.ts';
import type { Desk } from './kit/desk.ts';
import { knownChannel } from './kit/show.ts';
import { lostChannel } from './rebuild/senders.ts';

interface Failed {
  kind: string;
  handoffId: string | null;
  args: unknown;
}

/** A file that nobody could read is on record as such, so that nothing waits for it. */
const refuseFile = async (desk: Desk, h: string, args: unknown): Promise<void> => {
  const { file } = ReadArgs.parse(args);
  const command = { type: 'refuse_source' as const, name: file.name, code: 'not_fetched' };
  await desk.record.run(h, { actor: baton('reader'), command });
};

const lost = new Set(['channel_not_found', 'is_archived', 'is_inactive', 'not_in_channel']);

const tellOwners = async (desk: Desk, h: string): Promise<void> => {
  const channel = knownChannel(desk, h);
  const handoff = desk.record.load(h);
  if (channel === null || !handoff || handoff.cancelled) return;
  const { account_owner, delivery_lead } = handoff.team;
  await desk.store.inTx((tx) => {
    for (const user of [account_owner, delivery_lead]) want(tx, lostChannel(h, channel, user), desk.clock.now());
  });
};

/** What becomes of an entry that will not be tried again. */
export const onFailed = async (desk: Desk, entry: Failed, code: string): Promise<void> => {
  if (entry.handoffId === null) return;
  if (entry.kind === 'read') await refuseFile(desk, entry.handoffId, entry.args);
  if (lost.has(code) && entry.kind !== 'lost_channel') await tellOwners(desk, entry.handoffId);
};
