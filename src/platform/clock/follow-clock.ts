import { z } from 'zod';
import type { Clock } from './clock.ts';

const ClockAnswer = z.object({ now: z.iso.datetime({ offset: true }), offset_ms: z.number() });
type Fetch = (
  url: string,
  init: { signal: AbortSignal },
) => Promise<{ ok: boolean; status: number; json(): Promise<unknown> }>;

/**
 * A clock that keeps the offset of another: `GET url` answers `{now, offset_ms}`, milliseconds ahead of true time. The first
 * read is awaited and throws when it fails; later failures keep the last offset. `refresh` reads at once.
 */
export async function followClock(
  url: string,
  options: { fetch?: Fetch; everyMs?: number; base?: Clock } = {},
): Promise<Clock & { refresh(): Promise<void>; stop(): void }> {
  const { fetch: get = fetch, everyMs = 250, base = { now: () => new Date() } } = options;
  let offset = await readOffset(get, url);
  const refresh = async (): Promise<void> => {
    offset = await readOffset(get, url).catch(() => offset);
  };
  const timer = setInterval(refresh, everyMs);
  timer.unref();
  return {
    now: () => new Date(base.now().getTime() + offset),
    refresh,
    stop: () => clearInterval(timer),
  };
}

async function readOffset(get: Fetch, url: string): Promise<number> {
  const answer = await get(url, { signal: AbortSignal.timeout(2_000) });
  if (!answer.ok) throw new Error(`BATON_CLOCK_URL answered ${answer.status}.`);
  return ClockAnswer.parse(await answer.json()).offset_ms;
}
