import { describe, expect, onTestFinished, test } from 'vitest';
import { accept, done, fail, InboxWorker, maskBody, pending, prune } from '../../../src/platform/inbox/index.ts';
import { all, inbox, type Store } from '../../../src/platform/store/index.ts';
import { RecordingLog } from '../recording-log.ts';
import { HandClock, start, temporaryStore } from '../temporary.ts';

const event = (id: string, body: unknown = { id }) => ({ id, kind: 'event' as const, body, at: start });
const rows = (store: Store) => all(store.read.select().from(inbox).orderBy(inbox.seq));

async function worker(handle: (body: unknown, id: string) => Promise<void>, store = temporaryStore()) {
  const clock = new HandClock();
  const log = new RecordingLog();
  const made = new InboxWorker({ store, clock, log, handle, after: () => () => undefined });
  onTestFinished(() => made.stop());
  return { store, clock, log, worker: made };
}

describe('a delivery', () => {
  test('is new once and a duplicate ever after, also when it is done', async () => {
    const store = temporaryStore();
    expect(await store.inTx((tx) => accept(tx, event('a')))).toBe('new');
    expect(await store.inTx((tx) => accept(tx, event('a', 'other')))).toBe('duplicate');
    await store.inTx((tx) => done(tx, 'a', start));
    expect(await store.inTx((tx) => accept(tx, event('a')))).toBe('duplicate');
    expect(pending(store.read)).toEqual([]);
  });

  test('loses its body when it is done, and an interaction also when it failed', async () => {
    const store = temporaryStore();
    await store.inTx((tx) => {
      for (const id of ['a', 'b', 'c']) accept(tx, event(id));
      done(tx, 'a', start);
      fail(tx, 'b', 'x', start, false);
      fail(tx, 'c', 'x', start, true);
    });
    expect(rows(store).map((row) => [row.status, row.body])).toEqual([
      ['done', null],
      ['failed', null],
      ['failed', { id: 'c' }],
    ]);
  });

  test('is forgotten seven days after, unless it is still open', async () => {
    const store = temporaryStore();
    await store.inTx((tx) => {
      for (const id of ['a', 'b']) accept(tx, event(id));
      done(tx, 'a', start);
    });
    const later = (days: number) => new Date(start.getTime() + days * 86_400_000);
    expect(await store.inTx((tx) => prune(tx, later(7)))).toBe(0);
    expect(await store.inTx((tx) => prune(tx, later(7.01)))).toBe(1);
    expect(rows(store).map((row) => row.id)).toEqual(['b']);
  });
});

test('credentials are masked at any depth; what an interaction needs stays', () => {
  const body = {
    token: 'verification',
    trigger_id: '1.2.abc',
    response_url: 'https://hooks.slack.com/actions/T1/2/3',
    event: { text: 'my token is xoxb-1-abc', files: [{ access_token: 'x' }] },
    ['__proto__']: { polluted: true },
  };
  const masked = maskBody(JSON.parse(JSON.stringify(body).replace('"event"', '"__proto__":{"polluted":true},"event"')));
  expect(masked).toMatchObject({
    token: '[masked]',
    trigger_id: '1.2.abc',
    response_url: 'https://hooks.slack.com/actions/T1/2/3',
    event: { text: 'my token is [masked]', files: [{ access_token: '[masked]' }] },
  });
  expect(Object.getPrototypeOf(masked)).toBe(Object.prototype);
});

test('a file keeps its name and its addresses, whatever they look like', () => {
  const file = {
    id: 'F1',
    name: 'sk-proj-a1b2c3d4e5.pdf',
    title: 'xoxb-1-plan',
    url_private: 'https://files.slack.com/files-pri/T1-F1/sk-proj-a1b2c3d4e5.pdf',
    url_private_download: 'https://files.slack.com/files-pri/T1-F1/download/sk-proj-a1b2c3d4e5.pdf',
    permalink: 'https://acme.slack.com/files/U1/F1/sk-proj-a1b2c3d4e5.pdf',
    permalink_public: 'https://slack-files.com/T1-F1-sk-proj-a1b2c3d4e5',
  };
  expect(maskBody({ event: { files: [file], text: 'sk-proj-a1b2c3d4e5', title: { text: 'xoxb-1-abc' } } })).toEqual({
    event: { files: [file], text: '[masked]', title: { text: '[masked]' } },
  });
});

describe('the worker', () => {
  test('takes events in order of arrival, one at a time, those of an earlier run first', async () => {
    const seen: string[] = [];
    let inside = 0;
    const { store, worker: made } = await worker(async (_, id) => {
      inside += 1;
      expect(inside).toBe(1);
      await Promise.resolve();
      seen.push(id);
      inside -= 1;
    });
    await store.inTx((tx) => ['z', 'a', 'm'].map((id) => accept(tx, event(id))));
    await made.start();
    await made.idle();
    await store.inTx((tx) => accept(tx, event('b')));
    await made.idle();
    expect(seen).toEqual(['z', 'a', 'm', 'b']);
    expect(rows(store).every((row) => row.status === 'done' && row.body === null)).toBe(true);
  });

  test('tries a failing event five times with back-off while others go on, then keeps it as failed', async () => {
    const seen: string[] = [];
    const {
      store,
      worker: made,
      clock,
      log,
    } = await worker(async (_, id) => {
      seen.push(id);
      if (id === 'bad') throw new TypeError('a mistake of ours');
    });
    await store.inTx((tx) => ['bad', 'good'].map((id) => accept(tx, event(id))));
    await made.start();
    await made.idle();
    expect(seen).toEqual(['bad', 'good']);
    for (const seconds of [1, 2, 4, 8]) {
      clock.forward(seconds * 1_000 - 1);
      await made.idle();
      const before = seen.length;
      clock.forward(1);
      await made.idle();
      expect(seen).toHaveLength(before + 1);
    }
    clock.forward(3_600_000);
    await made.idle();
    expect(seen.filter((id) => id === 'bad')).toHaveLength(5);
    expect(rows(store)[0]).toMatchObject({ status: 'failed', lastError: 'TypeError', body: { id: 'bad' } });
    expect(log.of('error')).toEqual(['An event failed for good.']);
  });

  test('does not bring back to life what the handler closed before it failed', async () => {
    const store = temporaryStore();
    const { worker: made, clock } = await worker(async (_, id) => {
      await store.inTx((tx) => done(tx, id, start));
      throw new Error('after the commit');
    }, store);
    await store.inTx((tx) => accept(tx, event('a')));
    await made.start();
    await made.idle();
    clock.forward(3_600_000);
    await made.idle();
    expect(rows(store)).toMatchObject([{ status: 'done', body: null }]);
  });

  test('closes commands and clicks a crash cut off, and leaves the events', async () => {
    const seen: string[] = [];
    const { store, worker: made, log } = await worker(async (_, id) => void seen.push(id));
    await store.inTx((tx) => {
      accept(tx, { ...event('c'), kind: 'command' });
      accept(tx, { ...event('i'), kind: 'interaction' });
      accept(tx, event('e'));
    });
    await made.start();
    await made.idle();
    expect(seen).toEqual(['e']);
    expect(rows(store).map((row) => [row.id, row.status, row.body])).toEqual([
      ['c', 'failed', null],
      ['i', 'failed', null],
      ['e', 'done', null],
    ]);
    expect(log.of('warn')).toHaveLength(1);
  });
});
