import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { followClock } from '../../../src/platform/clock/index.ts';
import { HandClock, start } from '../temporary.ts';

test('a followed clock runs ahead by the offset it reads, and keeps it while the other is away', async () => {
  const answer = { status: 200, offset: 3_600_000 };
  const server = createServer((_, res) => {
    res.writeHead(answer.status, { 'content-type': 'application/json' });
    res.end(JSON.stringify({ now: new Date(start.getTime() + answer.offset).toISOString(), offset_ms: answer.offset }));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/clock`;
  const base = new HandClock();
  const clock = await followClock(url, { base, everyMs: 3_600_000 });
  onTestFinished(() => clock.stop());
  expect(clock.now()).toEqual(new Date('2026-03-02T10:00:00.000Z'));
  base.forward(1_000);
  expect(clock.now()).toEqual(new Date('2026-03-02T10:00:01.000Z'));
  answer.offset = 7_200_000;
  await clock.refresh();
  expect(clock.now()).toEqual(new Date('2026-03-02T11:00:01.000Z'));
  answer.status = 503;
  answer.offset = 0;
  await clock.refresh();
  expect(clock.now()).toEqual(new Date('2026-03-02T11:00:01.000Z'));
});

test('a clock that cannot be reached at the start is an error', async () => {
  const away = async () => ({ ok: false, status: 404, json: async () => null });
  await expect(followClock('http://127.0.0.1/clock', { fetch: away })).rejects.toThrow('404');
});
