import type { Stage } from './stage.ts';

const channel = 'C0HANDOFFS';
const plain = (text: string) => ({ type: 'plain_text', text });

/** Messages of people and of the app, with what is done to them. */
export async function playMessages({ call, people, settled }: Stage): Promise<void> {
  const priya = people('U0PRIYA');
  const marcus = people('U0MARCUS');
  const { ts: asked } = await priya.do('post', { channel, text: '<@U0APPBOT> take this' });
  await marcus.do('post', { channel, text: 'In the thread', thread_ts: asked });
  await marcus.do('post', { channel, text: '<@U0APPBOT> here too', thread_ts: asked, reply_broadcast: true });
  await marcus.do('post', { channel, text: '<@U0APPBOT> and here', thread_ts: asked });
  await people('U0VISITOR').do('post', { channel, text: '<@U0APPBOT> from outside' });
  await priya.upload({ channel, filename: 'a.txt', comment: '<@U0APPBOT> look' }, 'a');
  await priya.do('react', { channel, ts: asked, name: 'eyes' });
  await settled();
  const posted = await call('chat.postMessage', {
    channel,
    text: 'A card',
    blocks: [{ type: 'section', text: plain('Deal') }],
    attachments: [{ text: 'More', color: '#36a64f' }],
    metadata: { event_type: 'deal', event_payload: { id: 1 } },
  });
  const ts = String(posted.ts);
  await call('chat.postMessage', { channel, thread_ts: ts, text: 'First reply', reply_broadcast: true });
  await call('chat.update', { channel, ts, text: 'A changed card' });
  await call('chat.getPermalink', { channel, message_ts: ts });
  await call('chat.postEphemeral', { channel, user: 'U0PRIYA', text: 'Only you' });
  const { ts: me } = await call('chat.meMessage', { channel, text: 'waves' });
  await call('pins.add', { channel, timestamp: ts });
  await call('pins.list', { channel });
  await call('reactions.add', { channel, timestamp: ts, name: 'tada' });
  await call('reactions.get', { channel, timestamp: ts });
  await call('reactions.list', {});
  await call('conversations.history', { channel, include_all_metadata: true, limit: 50 });
  await call('conversations.history', { channel, limit: 1 });
  await call('conversations.replies', { channel, ts, include_all_metadata: true });
  await call('reactions.remove', { channel, timestamp: ts, name: 'tada' });
  await call('pins.remove', { channel, timestamp: ts });
  await call('chat.delete', { channel, ts: me });
  const { ts: gone } = await priya.do('post', { channel, text: 'Mine' });
  await priya.do('edit', { channel, ts: gone, text: 'Mine, edited' });
  await call('conversations.history', { channel, limit: 1 });
  await priya.do('delete', { channel, ts: gone });
  const { bookmark } = await call('bookmarks.add', {
    channel_id: channel,
    title: 'CRM',
    type: 'link',
    link: 'https://crm.example',
  });
  const bookmark_id = String(Object(bookmark).id);
  await call('bookmarks.edit', { channel_id: channel, bookmark_id, title: 'The CRM', emoji: ':link:' });
  await call('bookmarks.list', { channel_id: channel });
  await call('bookmarks.remove', { channel_id: channel, bookmark_id });
}
