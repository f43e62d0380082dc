import { and, asc, desc, eq, ne, or } from 'drizzle-orm';
import { Passage, type Source } from '../handoff/source.ts';
import type { Handoff } from '../handoff/state.ts';
import { all, first, type Read } from '../platform/store/index.ts';
import { dealKey } from './project.ts';
import { channels, digests, handoffs, nudges, openItems, passages } from './tables.ts';

export type HandoffRow = ReturnType<typeof upcoming>[number];
export type OpenItemRow = ReturnType<typeof itemsOf>[number];

/** The live handoff of a deal, else the one that was cancelled last. */
export const findByDeal = (read: Read, dealId: string): string | null => {
  const key = dealKey(dealId);
  const columns = { id: handoffs.id, dealId: handoffs.dealId };
  const live = first(read.select(columns).from(handoffs).where(eq(handoffs.dealKey, key)));
  if (live) return live.id;
  const cancelled = all(
    read.select(columns).from(handoffs).where(eq(handoffs.stage, 'cancelled')).orderBy(desc(handoffs.updatedAt)),
  );
  return cancelled.find((one) => dealKey(one.dealId) === key)?.id ?? null;
};

export const findByChannel = (read: Read, channel: string): string | null =>
  first(read.select({ id: channels.handoffId }).from(channels).where(eq(channels.channel, channel)))?.id ?? null;

/** Handoffs that still lead somewhere, by kickoff date. */
export const upcoming = (read: Read) =>
  all(
    read
      .select()
      .from(handoffs)
      .where(ne(handoffs.stage, 'cancelled'))
      .orderBy(asc(handoffs.kickoffDate), asc(handoffs.name)),
  );

/** Those in which the person has a role. */
export const handoffsOf = (read: Read, user: string): HandoffRow[] =>
  all(
    read
      .select()
      .from(handoffs)
      .where(
        and(
          ne(handoffs.stage, 'cancelled'),
          or(eq(handoffs.accountOwner, user), eq(handoffs.deliveryLead, user), eq(handoffs.approver, user)),
        ),
      )
      .orderBy(asc(handoffs.kickoffDate), asc(handoffs.name)),
  );

export const itemsOf = (read: Read, user: string) =>
  all(read.select().from(openItems).where(eq(openItems.user, user)).orderBy(asc(openItems.due), asc(openItems.id)));

export const allItems = (read: Read): OpenItemRow[] =>
  all(read.select().from(openItems).orderBy(asc(openItems.due), asc(openItems.id)));

/** The smallest threshold that a person was reminded at for this kickoff date. */
export const lastNudge = (read: Read, handoffId: string, user: string, kickoffDate: string): number | null => {
  const rows = all(
    read
      .select({ days: nudges.days })
      .from(nudges)
      .where(and(eq(nudges.handoffId, handoffId), eq(nudges.user, user), eq(nudges.kickoffDate, kickoffDate))),
  );
  return rows.length === 0 ? null : Math.min(...rows.map((row) => row.days));
};

export const digestScores = (read: Read, slot: string): Map<string, number> =>
  new Map(all(read.select().from(digests).where(eq(digests.slot, slot))).map((row) => [row.handoffId, row.score]));

export const lastDigestBefore = (read: Read, slot: string): string | null =>
  all(read.selectDistinct({ slot: digests.slot }).from(digests).orderBy(asc(digests.slot)))
    .map((row) => row.slot)
    .filter((one) => one < slot)
    .at(-1) ?? null;

/** A handoff's sources with their passages, as an engine reads them. */
export const loadSources = (read: Read, handoff: Handoff): Source[] => {
  const rows = all(
    read
      .select()
      .from(passages)
      .where(eq(passages.handoffId, handoff.id))
      .orderBy(asc(passages.sourceId), asc(passages.position)),
  );
  const bodies = Map.groupBy(rows, (row) => row.sourceId);
  return handoff.sources.map(({ id, name, kind, kindGuessed, signed, sha256, size }) => ({
    id,
    name,
    kind,
    kindGuessed,
    signed,
    sha256,
    size,
    passages: (bodies.get(id) ?? []).map((row) => Passage.parse(JSON.parse(row.body))),
  }));
};
