// The whole of zod would be most of what the child process loads.
import * as z from 'zod/mini';
import type { Draft, Draughts } from './draft.ts';
import { decodeEntities } from './entities.ts';
import { ReadRefusal } from './read-refusal.ts';

const Message = z.object({
  user: z.string().check(z.minLength(1), z.maxLength(200)),
  /** Seconds since 1970 with a counter behind the point, as Slack writes it. */
  ts: z.string().check(z.regex(/^\d{9,11}(?:\.\d{1,6})?$/u)),
  text: z.string(),
  user_profile: z.optional(z.object({ real_name: z.optional(z.string()) })),
});
/** A thread as a plain list, or as `conversations.replies` answers it. */
const Thread = z.union([z.array(Message), z.object({ messages: z.array(Message) })]);

/** A Slack thread saved as JSON: one passage per message. Any other JSON is refused. */
export function readSlackThread(text: string, fileName: string): Draughts {
  const thread = Thread.safeParse(parse(text, fileName));
  if (!thread.success) {
    throw new ReadRefusal(
      'malformed',
      fileName,
      'it is JSON, but not a Slack thread (a list of messages with user, ts and text)',
      'Export the thread again, or paste the messages here.',
    );
  }
  const messages = Array.isArray(thread.data) ? thread.data : thread.data.messages;
  const drafts = messages.flatMap((message, index): Draft[] => {
    if (!message.text.trim()) return [];
    const at = new Date(Number.parseFloat(message.ts) * 1000).toISOString();
    const locator = `message ${index + 1}, ${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
    return [
      {
        text: decodeEntities(message.text),
        locator,
        speaker: message.user_profile?.real_name || displayName(message.user),
        at,
      },
    ];
  });
  return { drafts };
}

function parse(text: string, fileName: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ReadRefusal(
      'malformed',
      fileName,
      'it is not valid JSON, it may have been cut off',
      'Export the thread again, or paste the messages here.',
    );
  }
}

/** `kev.stratton` → `Kev Stratton`; a member id such as `U024BE7LH` stays. */
function displayName(user: string): string {
  if (/^[UWB][A-Z0-9]{7,}$/u.test(user)) return user;
  return user
    .split(/[._]+/u)
    .filter(Boolean)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
