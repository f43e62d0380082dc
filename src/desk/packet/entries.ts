import { z } from 'zod';
import type { Wanted } from '../../platform/outbox/index.ts';
import { contentHash } from '../kit/show.ts';

export const PartArgs = z.object({ part: z.string() });
export const EditArgs = z.object({ theirs: z.array(z.string()) });

/** One message of a packet that stands in a thread. */
export const partEntry = (h: string, part: string): Wanted => ({
  key: `packet_part:${h}:${part}`,
  handoffId: h,
  kind: 'packet_part',
  args: { part },
  lane: `chat:${h}`,
  needs: `desk:${h}`,
});

/** The text of somebody who edited the packet by hand: kept once, however often it is found. */
export const editEntry = (h: string, theirs: string[]): Wanted => ({
  key: `packet_edit:${h}:${contentHash(theirs).slice(0, 16)}`,
  handoffId: h,
  kind: 'packet_edit',
  args: { theirs },
  lane: `chat:${h}`,
  needs: `desk:${h}`,
  once: true,
});
