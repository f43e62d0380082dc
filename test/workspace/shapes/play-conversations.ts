import type { Stage } from './stage.ts';

/** Channels of every kind, with everything that happens to them. */
export async function playConversations({ call, people }: Stage): Promise<void> {
  const priya = people('U0PRIYA');
  const { channel: open } = await call('conversations.create', { name: 'deal-acme' });
  const { channel: secret } = await call('conversations.create', { name: 'deal-secret', is_private: true });
  for (const channel of [idOf(open), idOf(secret)]) {
    await call('conversations.invite', { channel, users: 'U0PRIYA,U0MARCUS' });
    await call('conversations.invite', { channel, users: 'U0ELENA,U0NOBODY', force: true });
    await call('conversations.rename', { channel, name: `${channel.toLowerCase()}-new` });
    await call('conversations.setTopic', { channel, topic: 'Go-live in May' });
    await call('conversations.setPurpose', { channel, purpose: 'Carry the deal' });
    await call('conversations.info', { channel, include_num_members: true, include_locale: true });
    await call('conversations.members', { channel });
    await call('conversations.mark', { channel, ts: '1700000000.000100' });
    await call('conversations.history', { channel });
    await call('conversations.kick', { channel, user: 'U0MARCUS' });
    await priya.do('leave', { channel });
    await call('conversations.archive', { channel });
  }
  await call('conversations.join', { channel: 'C0SALES' });
  await call('conversations.join', { channel: 'C0SALES' });
  await call('conversations.canvases.create', { channel_id: 'C0SALES', document_content: markdown('# Deal') });
  await call('conversations.info', { channel: 'C0SALES' });
  const { channel: direct } = await call('conversations.open', { users: 'U0PRIYA', return_im: true });
  await call('chat.postMessage', { channel: idOf(direct), text: 'Hello' });
  await call('conversations.open', { users: 'U0PRIYA', return_im: true });
  await call('conversations.info', { channel: idOf(direct) });
  const { channel: group } = await call('conversations.open', { users: 'U0PRIYA,U0MARCUS', return_im: true });
  await call('chat.postMessage', { channel: idOf(group), text: 'Hello both' });
  await call('conversations.info', { channel: idOf(group) });
  await call('conversations.list', { types: 'public_channel,private_channel,im,mpim' });
  await call('users.conversations', { types: 'public_channel,private_channel,im,mpim' });
  await call('conversations.close', { channel: idOf(direct) });
  await call('conversations.close', { channel: idOf(direct) });
}

export const markdown = (text: string) => ({ type: 'markdown', markdown: text });

export function idOf(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'id' in value) return String(value.id);
  throw new Error(`no id in ${JSON.stringify(value)}`);
}
