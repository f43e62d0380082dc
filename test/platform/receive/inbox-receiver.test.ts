import { describe, expect, test } from 'vitest';
import { bot } from './bot.ts';
import { click, messageEvent, signed, slash } from './signed.ts';

describe('an event', () => {
  test('is stored, answered, then handled once, however often it comes', async () => {
    const { post, rows, seen, worker } = await bot();
    const answers = await Promise.all([1, 2, 3, 4].map((retry) => post(signed(messageEvent('Ev1'), { retry }))));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200]);
    await worker.idle();
    expect(seen).toEqual([{ what: 'hello', inboxId: 'event:Ev1' }]);
    expect(rows()).toMatchObject([{ id: 'event:Ev1', kind: 'event', status: 'done', body: null }]);
  });

  test('of which only a retry arrives is handled', async () => {
    const { post, seen, worker } = await bot();
    await post(signed(messageEvent('Ev1'), { retry: 2 }));
    await worker.idle();
    expect(seen).toHaveLength(1);
  });

  test('is answered although its listener fails, and tried again later', async () => {
    const { post, rows, seen, worker, clock } = await bot({ failing: true });
    expect((await post(signed(messageEvent('Ev1')))).status).toBe(200);
    await worker.idle();
    expect(rows()).toMatchObject([{ status: 'new', attempts: 1, lastError: 'TypeError' }]);
    clock.forward(1_000);
    await worker.idle();
    expect(seen).toHaveLength(2);
  });

  test('that cannot be stored is not acknowledged, so that Slack sends it again', async () => {
    const { post, store, log } = await bot();
    await store.close();
    expect((await post(signed(messageEvent('Ev1')))).status).toBe(500);
    expect(log.of('error').length).toBeGreaterThan(0);
  });

  test('keeps no credential in the inbox', async () => {
    const { post, rows, worker } = await bot();
    await worker.stop();
    await post(signed(messageEvent('Ev1', 'use xoxb-1-secret')));
    expect(rows()[0]?.body).toMatchObject({ token: '[masked]', event: { text: 'use [masked]' } });
  });
});

describe('a command or a click', () => {
  test('is stored before its listener runs, answered by it, then closed', async () => {
    const { post, rows, seen } = await bot();
    expect((await post(signed(click('1.1.a')))).status).toBe(200);
    const answer = await post(signed(slash('1.1.b')));
    expect(await answer.text()).toBe('here you are');
    expect(seen).toEqual([
      { what: 'click new', inboxId: 'trigger:1.1.a' },
      { what: 'command', inboxId: 'trigger:1.1.b' },
    ]);
    await expect
      .poll(() => rows().map((row) => [row.kind, row.status, row.body]))
      .toEqual([
        ['interaction', 'done', null],
        ['command', 'done', null],
      ]);
  });

  test('replayed with the same signature does nothing more', async () => {
    const { post, seen } = await bot();
    const request = signed(click('1.1.a'));
    expect((await post(request)).status).toBe(200);
    expect((await post(request)).status).toBe(200);
    expect(seen).toHaveLength(1);
  });

  test('whose listener fails is closed as failed without its body', async () => {
    const { post, rows } = await bot({ failing: true });
    await post(signed(slash('1.1.b')));
    await expect.poll(rows).toMatchObject([{ status: 'failed', lastError: 'command_TypeError', body: null }]);
  });

  test('without a trigger is known by its content, in whatever order its fields come', async () => {
    const { post, rows } = await bot();
    const closed = {
      type: 'view_closed',
      team: { id: 'T1' },
      user: { id: 'U1' },
      view: { id: 'V1', callback_id: 'x' },
    };
    const reversed = Object.fromEntries(Object.entries(closed).reverse());
    expect((await post(signed(closed))).status).toBe(200);
    expect((await post(signed(reversed))).status).toBe(200);
    expect(rows()).toHaveLength(1);
    expect(rows()[0]?.id).toMatch(/^sha256:/);
  });

  test('that asks for menu options is answered and not stored', async () => {
    const { post, rows } = await bot();
    const ask = {
      type: 'block_suggestion',
      team: { id: 'T1' },
      user: { id: 'U1' },
      action_id: 'pick',
      block_id: 'b',
      value: 'a',
    };
    expect(await (await post(signed(ask))).json()).toEqual({ options: [] });
    expect(rows()).toEqual([]);
  });
});
