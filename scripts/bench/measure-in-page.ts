import type { Page } from 'playwright-core';
import { z } from 'zod';

/** Runs in every page before its own scripts: frame times, long tasks, and when the newest message stood there. */
export const watchFrames = (newest: string): string => `
  window.bench = { frames: [], tasks: [], shown: null, on: false };
  new PerformanceObserver((list) => { for (const one of list.getEntries()) if (bench.on) bench.tasks.push(one.duration); })
    .observe({ type: 'longtask' });
  let before = 0;
  const frame = (now) => {
    if (bench.on && before) bench.frames.push(now - before);
    before = now;
    if (bench.shown === null && document.querySelector('article[data-ts="${newest}"]')) bench.shown = performance.now();
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
`;

const Paint = z.object({ first: z.number(), shown: z.number() });
export type Paint = z.output<typeof Paint>;

/** Milliseconds since the navigation: first contentful paint, and the newest message in the document. */
export async function paintOf(page: Page): Promise<Paint> {
  return Paint.parse(
    await page.evaluate(`new Promise((resolve) => {
      const look = () => {
        const first = performance.getEntriesByName('first-contentful-paint')[0];
        if (bench.shown === null || !first) return setTimeout(look, 20);
        resolve({ first: first.startTime, shown: bench.shown });
      };
      look();
    })`),
  );
}

const Frames = z.object({ frames: z.array(z.number()), tasks: z.array(z.number()) });
export type Frames = z.output<typeof Frames>;

/** Frame times (ms) and long tasks (ms) while `work` goes on. */
export async function framesDuring(page: Page, work: () => Promise<unknown>): Promise<Frames> {
  await page.evaluate('bench.frames = []; bench.tasks = []; bench.on = true;');
  await work();
  return Frames.parse(await page.evaluate('bench.on = false; ({ frames: bench.frames, tasks: bench.tasks })'));
}

/**
 * Scrolls the open channel at `speed` pixels a millisecond until its beginning (negative) or its end is reached, waiting for what is loaded on the
 * way. By time and not by frame, as a finger does; a late frame makes up for at most 100 ms.
 */
export const scrollAll = (page: Page, speed: number): Promise<unknown> =>
  page.evaluate(`new Promise((resolve) => {
    const list = document.querySelector('.main .list');
    let still = 0;
    let last = performance.now();
    const next = (now) => {
      const before = list.scrollTop;
      list.scrollTop += ${speed} * Math.min(100, Math.max(1, now - last));
      last = now;
      const stuck = list.scrollTop === before && !(${speed} < 0 && list.querySelector('.older'));
      still = stuck ? still + 1 : 0;
      if (still > 5) resolve(); else requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  })`);

/** The value below which the share `part` (0–1) of them lies. */
export function percentile(values: number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
