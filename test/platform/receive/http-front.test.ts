import { describe, expect, test } from 'vitest';
import { bot } from './bot.ts';
import { messageEvent, signed } from './signed.ts';

describe('at the door', () => {
  test.each([
    ['301 s old', { age: 301 }, 401],
    ['301 s from the future', { age: -302 }, 401],
    ['299 s from the future', { age: -298 }, 200],
  ])('a request %s is answered %i', async (_, options, status) => {
    const { post, rows } = await bot();
    expect((await post(signed(messageEvent('Ev1'), options))).status).toBe(status);
    expect(rows()).toHaveLength(status === 200 ? 1 : 0);
  });

  test('a wrong, missing or doubled signature is turned away without a row', async () => {
    const { post, rows } = await bot();
    const good = signed(messageEvent('Ev1'));
    const { 'x-slack-signature': signature, ...unsigned } = good.headers;
    const wrong = { ...good.headers, 'x-slack-signature': `${signature?.slice(0, -1)}0` };
    const doubled = { ...good.headers, 'x-slack-signature': `${signature}, ${signature}` };
    const bogus = signature?.endsWith('0') ? { ...wrong, 'x-slack-signature': 'v0=00' } : wrong;
    for (const headers of [bogus, unsigned, doubled]) expect((await post({ ...good, headers })).status).toBe(401);
    expect(rows()).toEqual([]);
  });

  test('more than 4 MiB is refused, announced or not', async () => {
    const { post, rows } = await bot();
    const large = signed(messageEvent('Ev1', 'x'.repeat(5 * 1024 * 1024)));
    expect((await post(large)).status).toBe(413);
    const stream = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(large.body));
        controller.close();
      },
    });
    expect((await post({ ...large, body: stream, duplex: 'half' } as RequestInit)).status).toBe(413);
    expect(rows()).toEqual([]);
  });

  test('broken JSON, odd fields and odd addresses do no harm', async () => {
    const { post, url, port, rows } = await bot();
    expect((await post(signed('{"type":'))).status).toBe(400);
    await post(signed('{"type":"event_callback","event_id":"Ev9","__proto__":{"x":1},"event":{"type":"message"}}'));
    expect((await fetch(url.replace('/slack/events', '/other'))).status).toBe(404);
    expect((await fetch(`http://127.0.0.1:${port}//`)).status).toBe(404);
    expect((await post(signed(messageEvent('Ev1')))).status).toBe(200);
    expect(rows().map((row) => row.id)).toContain('event:Ev1');
  });

  test('a notice that no listener takes is answered and not stored', async () => {
    const { post, rows, log } = await bot();
    expect((await post(signed('{"type":"app_rate_limited","minute_rate_limited":1}'))).status).toBe(200);
    expect(rows()).toEqual([]);
    expect(log.of('warn')).toContain('Slack sent something that no listener takes.');
  });

  test('the health page tells', async () => {
    const { port, setHealthy } = await bot();
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
    setHealthy(false);
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(503);
  });
});
