import { expect, test } from 'vitest';
import { createWebClient, deliveryMetadata, findByKey } from '../../../src/platform/slack/index.ts';
import { serve } from '../http-server.ts';
import { RecordingLog } from '../recording-log.ts';

/** A Slack with two pages of messages; the asked-for one is on the second. */
async function slack() {
  const calls: { method: string; form: URLSearchParams }[] = [];
  const origin = await serve(async (req, res) => {
    let body = '';
    for await (const part of req) body += part;
    const form = new URLSearchParams(body);
    calls.push({ method: req.url ?? '', form });
    const second = form.get('cursor') === 'p2';
    const strange = { ts: '9.9', metadata: { event_type: 'other', event_payload: { key: 'desk:h1' } } };
    const messages = second ? [{ ts: '1.1', metadata: deliveryMetadata('desk:h1') }] : [{ ts: '9.8' }, strange];
    res.writeHead(200, { 'content-type': 'application/json' });
    res.end(JSON.stringify({ ok: true, messages, response_metadata: { next_cursor: second ? '' : 'p2' } }));
  });
  return { calls, client: createWebClient('xoxb-1', { url: `${origin}/api/`, log: new RecordingLog() }) };
}

test('a message is found by its key, over pages, and only by our own metadata', async () => {
  const { client, calls } = await slack();
  expect(await findByKey(client, 'C1', 'desk:h1')).toEqual({ channel: 'C1', ts: '1.1' });
  expect(calls.map((call) => call.method)).toEqual(['/api/conversations.history', '/api/conversations.history']);
  expect(calls[0]?.form.get('include_all_metadata')).toBe('true');
});

test('a message that is not there is not found, within the pages allowed', async () => {
  const { client, calls } = await slack();
  expect(await findByKey(client, 'C1', 'desk:h2')).toBeNull();
  expect(await findByKey(client, 'C1', 'desk:h1', { pages: 1 })).toBeNull();
  expect(calls).toHaveLength(3);
});

test('a thread is searched by its replies', async () => {
  const { client, calls } = await slack();
  await findByKey(client, 'C1', 'desk:h1', { thread_ts: '0.5', oldest: '0.1' });
  expect(calls[0]?.method).toBe('/api/conversations.replies');
  expect(Object.fromEntries(calls[0]?.form ?? [])).toMatchObject({ ts: '0.5', oldest: '0.1', channel: 'C1' });
});
