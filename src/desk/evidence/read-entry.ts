import { z } from 'zod';
import type { Wanted } from '../../platform/outbox/index.ts';

/** What is needed to fetch a dropped file later, when it is its turn. Addresses only; the token stays in the configuration. */
export const DroppedFile = z.object({
  id: z.string(),
  name: z.string().default('a file'),
  mimetype: z.string().optional(),
  size: z.number().optional(),
  url_private_download: z.string().optional(),
  permalink: z.string().optional(),
});
export type DroppedFile = z.infer<typeof DroppedFile>;

export const ReadArgs = z.object({ file: DroppedFile, by: z.string() });

/** One reading per file and handoff, however often Slack tells us of it. */
export const readEntry = (h: string, file: DroppedFile, by: string): Wanted => ({
  key: `read:${h}:${file.id}`,
  handoffId: h,
  kind: 'read',
  args: { file, by },
  lane: `read:${h}`,
  needs: `desk:${h}`,
  once: true,
});
