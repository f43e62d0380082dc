import { SlackError } from '../slack-error.ts';
import { writableChannel } from '../state/channels.ts';
import { visibleFile } from '../state/files.ts';
import { postMessage } from '../state/messages.ts';
import type { World } from '../state/world.ts';
import { peopleMessage } from './describe.ts';

/** Where chat.postMessage stops, too. */
const MOST_LETTERS = 40_000;

interface Post {
  as: string;
  channel: string;
  text: string;
  files: string[];
  thread_ts?: string | undefined;
  reply_broadcast: boolean;
}

/** A person's message, with the files they uploaded for it. Throws `no_text`, `msg_too_long`, `file_not_found` and what the channel refuses. */
export function postAs(world: World, { as, channel: id, text, files, thread_ts, reply_broadcast }: Post): object {
  const channel = writableChannel(world, id, as);
  if (text === '' && files.length === 0) throw new SlackError('no_text');
  if (text.length > MOST_LETTERS) throw new SlackError('msg_too_long');
  for (const file of files) {
    if (visibleFile(world, file, as).user !== as) throw new SlackError('file_not_found');
  }
  const shared = files.length > 0 ? { subtype: 'file_share', files } : {};
  const shown = thread_ts && reply_broadcast ? { subtype: 'thread_broadcast' } : {};
  const thread = thread_ts ? { thread_ts } : {};
  const message = postMessage(world, channel, { user: as, text, ...thread, ...shared, ...shown });
  return { ts: message.ts, message: peopleMessage(world, channel, message, as) };
}
