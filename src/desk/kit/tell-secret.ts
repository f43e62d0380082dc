import type { Desk } from './desk.ts';
import { openDm } from './dm.ts';
import { knownChannel } from './show.ts';

const text =
  'I removed what looked like a password from what you typed. Hand secrets over in your password manager, never here.';

/** A private word in the handoff's channel, or before there is one in the DM. Losable: the secret is gone whether or not it arrives. */
export const tellSecret = async (desk: Desk, user: string, handoffId: string): Promise<void> => {
  try {
    const channel = knownChannel(desk, handoffId);
    if (channel !== null) await desk.slack.chat.postEphemeral({ channel, user, text });
    else await desk.slack.chat.postMessage({ channel: await openDm(desk, user), text });
  } catch (error) {
    desk.log.warn('A private word about a removed password could not be said.', { handoff: handoffId, error });
  }
};
