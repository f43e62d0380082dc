import { z } from 'zod';
import { receiptOf, type Sent } from '../../platform/outbox/index.ts';
import { address } from '../kit/address.ts';
import type { Desk } from '../kit/desk.ts';
import { contentHash } from '../kit/show.ts';
import type { RenderedPacket } from './markdown.ts';

/** What is known of the packet's place in Slack, as the outbox keeps it. */
export const PacketReceipt = z.object({
  mode: z.enum(['channel', 'standalone', 'thread']),
  /** Null where the packet stands as messages. */
  canvas: z.string().nullable(),
  link: z.string().nullable(),
  version: z.number(),
  /** Hash of each section's Markdown as it was last written. */
  sections: z.record(z.string(), z.string()),
  seen: z.array(z.string()),
  faithful: z.boolean(),
  /** Titles of the sections that differ from the version before. */
  changed: z.object({ since: z.number(), titles: z.array(z.string()) }).nullable(),
  /** Keys of the messages that hold the packet where there is no canvas. */
  parts: z.array(z.string()),
});
export type PacketReceipt = z.infer<typeof PacketReceipt>;

/** The packet as it stands in Slack now, or null when it is not there yet. */
export const packetAt = (desk: Pick<Desk, 'store'>, handoff: string): PacketReceipt | null =>
  PacketReceipt.safeParse(receiptOf(desk.store.read, `packet:${handoff}`)?.remote).data ?? null;

/** Where a person opens the packet, or null when there is no address to follow. */
export const packetLink = (desk: Pick<Desk, 'store'>, handoff: string): string | null =>
  address(packetAt(desk, handoff)?.link);

/** Parts that change along with every version: that they changed says nothing. */
const unsaid = new Set(['decision_log', 'signoffs', 'summary']);

const changedSince = (known: PacketReceipt | null, doc: RenderedPacket): PacketReceipt['changed'] => {
  if (!known) return null;
  if (known.version === doc.version) return known.changed;
  const titles = doc.sections
    .filter((one) => !unsaid.has(one.key) && known.sections[one.key] !== contentHash(one.markdown))
    .map((one) => one.title);
  return { since: known.version, titles };
};

export const contentOf = (doc: RenderedPacket): string =>
  contentHash([doc.top, doc.sections.map((one) => one.markdown)]);

/** What the outbox keeps once this packet stands there. */
export const receiptFor = (
  doc: RenderedPacket,
  known: PacketReceipt | null,
  place: Omit<PacketReceipt, 'version' | 'sections' | 'changed'>,
): Sent => ({
  remote: {
    ...place,
    version: doc.version,
    sections: Object.fromEntries(doc.sections.map((one) => [one.key, contentHash(one.markdown)])),
    changed: changedSince(known, doc),
  } satisfies PacketReceipt,
  contentHash: contentOf(doc),
});
