import { z } from 'zod';
import { receiptOf } from '../../platform/outbox/index.ts';
import type { Desk } from '../kit/desk.ts';
import { address } from './inline.ts';

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
