import { idOf, markdown } from './play-conversations.ts';
import type { Stage } from './stage.ts';

const channel = 'C0HANDOFFS';
/** The head of a PNG of 1600 by 900 pixels; nothing more of it is looked at. */
const png = Buffer.alloc(64);
png.writeUInt32BE(0x89504e47, 0);
png.writeUInt32BE(1600, 16);
png.writeUInt32BE(900, 20);

/** Files of people and of the app, and canvases. */
export async function playFiles({ call, people }: Stage): Promise<void> {
  const priya = people('U0PRIYA');
  await priya.upload({ channel, filename: 'plan.md', comment: 'The plan' }, '# Plan\n1\n2\n3\n4\n5\n6\n');
  await priya.upload({ channel, filename: 'board.png' }, new Uint8Array(png));
  const letter = Buffer.from('Dear all');
  const ticket = await call('files.getUploadURLExternal', {
    filename: 'a.txt',
    length: letter.length,
    alt_txt: 'A letter',
  });
  await fetch(String(ticket.upload_url), { method: 'POST', body: letter });
  const file = String(ticket.file_id);
  await call('files.completeUploadExternal', { files: [{ id: file, title: 'Letter' }], channel_id: channel });
  const posted = await call('conversations.history', { channel, limit: 1 });
  const thread_ts = Array.isArray(posted.messages) ? posted.messages[0].ts : '';
  await priya.do('post', { channel, text: 'Thanks', thread_ts });
  await priya.upload({ channel, filename: 'reply.txt', thread_ts }, 'In the thread');
  const { channel: direct } = await priya.do('open_dm', { user: 'U0APPBOT' });
  await priya.upload({ channel: idOf(direct), filename: 'private.txt' }, 'Between us');
  const { channel: secret } = await call('conversations.create', { name: 'papers', is_private: true });
  const { ts: root } = await call('chat.postMessage', { channel: idOf(secret), text: 'Papers' });
  await call('conversations.invite', { channel: idOf(secret), users: 'U0PRIYA' });
  for (const thread_ts of [String(root), '']) {
    await priya.upload(
      { channel: idOf(secret), filename: 'secret.txt', ...(thread_ts ? { thread_ts } : {}) },
      'Secret',
    );
  }
  const latest = await call('conversations.history', { channel: idOf(secret), limit: 1 });
  const { ts: shared } = Object(Array.isArray(latest.messages) ? latest.messages[0] : {});
  await priya.do('post', { channel: idOf(secret), text: 'Seen', thread_ts: shared });
  await call('files.info', { file });
  await call('files.list', {});
  const found = await call('files.list', { user: 'U0PRIYA' });
  for (const one of Array.isArray(found.files) ? found.files : []) await call('files.info', { file: idOf(one) });
  await call('files.delete', { file });

  const canvas_id = String(
    (await call('canvases.create', { title: 'Plan', document_content: markdown('# Plan\n\nText') })).canvas_id,
  );
  const insert = { operation: 'insert_at_end', document_content: markdown('More') };
  await call('canvases.edit', { canvas_id, changes: [insert] });
  await call('canvases.sections.lookup', { canvas_id, criteria: { contains_text: 'Plan' } });
  await call('canvases.getContent', { canvas_id });
  await call('canvases.access.set', { canvas_id, access_level: 'read', user_ids: ['U0PRIYA'] });
  await call('canvases.access.delete', { canvas_id, user_ids: ['U0PRIYA'] });
  await call('canvases.access.set', { canvas_id, access_level: 'write', channel_ids: [channel] });
  await call('files.info', { file: canvas_id });
  await call('files.list', { types: 'canvas' });
  await call('canvases.delete', { canvas_id });
}
