import { Permanent } from '../../platform/outbox/index.ts';
import type { Desk } from './desk.ts';

/** The direct-message channel with a person (conversations.open finds or makes it). */
export const openDm = async (desk: Pick<Desk, 'slack'>, user: string): Promise<string> => {
  const { channel } = await desk.slack.conversations.open({ users: user });
  if (!channel?.id) throw new Permanent('no_dm');
  return channel.id;
};
