import { expect, onTestFinished, test } from 'vitest';
import { Ticker } from '../../../src/platform/schedule/index.ts';
import { RecordingLog } from '../recording-log.ts';
import { HandClock, start } from '../temporary.ts';

function ticker(tick: (now: Date) => Promise<void>) {
  const timers: { wait: number; work: () => void }[] = [];
  const clock = new HandClock();
  const log = new RecordingLog();
  const after = (wait: number, work: () => void) => {
    const timer = { wait, work };
    timers.push(timer);
    return () => void timers.splice(timers.indexOf(timer), 1);
  };
  const made = new Ticker({ everySeconds: 30, clock, log, tick, after });
  onTestFinished(() => made.stop());
  return { ticker: made, clock, log, timers };
}

test('a tick gets the time of the clock', async () => {
  const seen: Date[] = [];
  const { ticker: made } = ticker(async (now) => void seen.push(now));
  await made.tick();
  expect(seen).toEqual([start]);
});

test('ticks never overlap; calls meanwhile share the one that follows, which begins after them', async () => {
  let inside = 0;
  let ticks = 0;
  const open = Promise.withResolvers<void>();
  const { ticker: made } = ticker(async () => {
    inside += 1;
    ticks += 1;
    expect(inside).toBe(1);
    if (ticks === 1) await open.promise;
    inside -= 1;
  });
  const first = made.tick();
  const others = [made.tick(), made.tick()];
  open.resolve();
  await Promise.all([first, ...others]);
  expect(ticks).toBe(2);
});

test('a tick that throws is told to its caller and does not stop the next', async () => {
  let ticks = 0;
  const { ticker: made } = ticker(async () => {
    ticks += 1;
    if (ticks === 1) throw new Error('no');
  });
  const [first, second] = [made.tick(), made.tick()];
  await expect(first).rejects.toThrow('no');
  await second;
  expect(ticks).toBe(2);
});

test('something due soon ticks at its instant; only the earliest counts, and the far is left to the beat', async () => {
  const seen: Date[] = [];
  const { ticker: made, clock, timers } = ticker(async (now) => void seen.push(now));
  made.due(new Date(start.getTime() + 5_000));
  made.due(new Date(start.getTime() + 2_000));
  made.due(new Date(start.getTime() + 9_000));
  expect(timers.map((timer) => timer.wait)).toEqual([2_000]);
  clock.forward(2_000);
  timers[0]?.work();
  await expect.poll(() => seen).toEqual([clock.now()]);
  timers.length = 0;
  made.due(new Date(start.getTime() + 3_600_000));
  expect(timers).toEqual([]);
});

test('starting ticks at once and a failing beat is logged', async () => {
  const { ticker: made, log } = ticker(async () => {
    throw new Error('no');
  });
  made.start();
  await expect.poll(() => log.of('error')).toEqual(['A tick failed; the next one tries again.']);
});
