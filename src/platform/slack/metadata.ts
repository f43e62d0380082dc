import type { WebClient } from '@slack/web-api';
import { z } from 'zod';

const eventType = 'baton_delivery';

/** Message metadata that lets a message be found again by its outbox key. Put it on every message that must not appear twice. */
export const deliveryMetadata = (key: string) => ({ event_type: eventType, event_payload: { key } });

const Message = z.looseObject({
  ts: z.string(),
  metadata: z
    .looseObject({ event_type: z.string(), event_payload: z.looseObject({ key: z.string().optional() }) })
    .optional()
    .catch(undefined),
});
const Page = z.looseObject({
  messages: z.array(Message).default([]),
  response_metadata: z.looseObject({ next_cursor: z.string().optional() }).optional(),
});

/**
 * The `ts` of our message with this key in a channel or one of its threads, newest first, or null. Looks back to `oldest`
 * (a Slack ts; default: everything) over at most `pages` pages of 200. Throws what the Web API throws.
 */
export async function findByKey(
  client: WebClient,
  channel: string,
  key: string,
  options: { thread_ts?: string; oldest?: string; pages?: number } = {},
): Promise<{ channel: string; ts: string } | null> {
  const { thread_ts, oldest, pages = 10 } = options;
  const method = thread_ts ? 'conversations.replies' : 'conversations.history';
  let cursor: string | undefined;
  for (let page = 0; page < pages; page += 1) {
    const wanted = { channel, limit: 200, include_all_metadata: true, ...(thread_ts ? { ts: thread_ts } : {}) };
    const answer = Page.parse(
      await client.apiCall(method, { ...wanted, ...(oldest ? { oldest } : {}), ...(cursor ? { cursor } : {}) }),
    );
    const found = answer.messages.find(
      ({ metadata }) => metadata?.event_type === eventType && metadata.event_payload.key === key,
    );
    if (found) return { channel, ts: found.ts };
    cursor = answer.response_metadata?.next_cursor;
    if (!cursor) return null;
  }
  return null;
}
