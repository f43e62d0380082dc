import { afterEach, expect, test } from 'vitest';
import type { Workspace } from '../../src/workspace/server.ts';
import { createClock } from '../../src/workspace/state/clock.ts';
import { clientOf, control, person, started } from './fixture.ts';

let workspace: Workspace | undefined;
afterEach(async () => {
  await workspace?.close();
  workspace = undefined;
});

const CENTURY_MS = 100 * 365.25 * 86_400_000;
const said = 'The clock goes from the year 2002 to the end of 2099.';

test('the clock is moved within this century only, and says so', async () => {
  workspace = await started();
  const before = workspace.world.clock.offset();
  const priya = person(workspace, 'U0PRIYA');
  for (const move of [{ now: '0001-01-01T00:00:00Z' }, { now: '9999-12-31T23:59:59Z' }, { advance_ms: CENTURY_MS }])
    expect(await priya.do('clock', move)).toEqual({ ok: false, error: 'invalid_time', message: said });
  expect((await priya.do('clock', { advance_ms: 1e308 })).error).toBe('invalid_request');
  expect(workspace.world.clock.offset()).toBe(before);
  expect(await priya.do('clock', { now: '2002-01-01T00:00:00Z' })).toMatchObject({ ok: true });
  expect(await priya.do('clock', { real: true })).toMatchObject({ ok: true });
  expect(workspace.world.clock.offset()).toBe(0);
});

test('a workspace does not start, nor come back from a snapshot, at another time', async () => {
  await expect(started({ clockStart: '1999-12-31T00:00:00Z' })).rejects.toThrow('invalid_time');
  workspace = await started();
  const { snapshot } = await control(workspace, 'snapshot', {});
  const far = JSON.parse(JSON.stringify(snapshot));
  far.clock = { now: '0099-01-01T00:00:00.000Z', moved: true };
  const answer = await control(workspace, 'reset', { snapshot: far });
  expect(answer).toMatchObject({ ok: false, error: 'invalid_snapshot' });
  expect(answer.message).toContain(said);
});

test('a clock_jump goes as far as the clock does, in a call and in a delivery', async () => {
  const held = Date.now();
  workspace = await started({ wall: () => held });
  const client = clientOf(workspace);
  await control(workspace, 'faults', { method: 'auth.test', fault: 'clock_jump', by_ms: CENTURY_MS });
  expect((await client.auth.test()).ok).toBe(true);
  expect(new Date(workspace.world.clock.now()).getUTCFullYear()).toBe(2099);
  await control(workspace, 'faults', { method: 'delivery:slash_commands', fault: 'clock_jump', by_ms: -CENTURY_MS });
  await person(workspace, 'U0PRIYA').do('slash', { channel: 'C0HANDOFFS', command: '/desk' });
  expect(new Date(workspace.world.clock.now()).getUTCFullYear()).toBe(2002);
});

const clockWith = (defects: unknown[]) =>
  createClock({ wall: () => Date.UTC(2026, 0, 1), onDefect: (error) => defects.push(error) });

test('a job that throws is told of, and the others run all the same, now and later', () => {
  const defects: unknown[] = [];
  const clock = clockWith(defects);
  const ran: string[] = [];
  const after = (ms: number, name: string) => clock.at(clock.now() + ms, () => void ran.push(name));
  const broken = new Error('broken');
  after(1, 'first');
  clock.at(clock.now() + 2, () => {
    throw broken;
  });
  after(3, 'third');
  after(5000, 'later');
  clock.advance(1000);
  expect([ran, defects]).toEqual([['first', 'third'], [broken]]);
  clock.advance(10_000);
  expect(ran).toEqual(['first', 'third', 'later']);
  clock.stop();
});

test('a job that throws when its timer rings ends nothing', async () => {
  const told: string[] = [];
  workspace = await started({ log: (_level, _message, data) => void told.push(String(data?.error)) });
  const { clock } = workspace.world;
  const ran = new Promise<void>((resolve) => {
    clock.at(clock.now() + 5, () => {
      throw new Error('broken');
    });
    clock.at(clock.now() + 10, resolve);
  });
  await ran;
  expect(told).toEqual(['Error: broken']);
});

test('a job can call off another one that is due at the same moment', () => {
  const clock = clockWith([]);
  const ran: string[] = [];
  clock.at(clock.now() + 1, () => cancel());
  const cancel = clock.at(clock.now() + 1, () => void ran.push('called off'));
  clock.advance(10);
  expect(ran).toEqual([]);
  clock.stop();
});
