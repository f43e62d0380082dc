import type { TrafficBody, TrafficDetail, TrafficEntry } from '../people/traffic-entry.ts';
import { cause } from './cause.ts';
import { createLinks } from './links.ts';
import { masked } from './mask.ts';

/** What is told while something is under way, and at its end. */
export type TrafficNews = Partial<Omit<TrafficEntry, 'n' | 'at' | 'direction' | 'open'>>;
type Body = { headers?: Record<string, string>; body: string };

export interface Underway {
  n: number;
  /** The person behind it, as far as that is known. */
  by: string | undefined;
  tell(news: TrafficNews): void;
  request(body: Body): void;
  answer(body: Body): void;
  end(news: TrafficNews & { ok: boolean }): void;
}

/** What went over the wire, newest last; the oldest entries fall off. Kept in memory only. */
export interface Traffic {
  /** Something begins and is in the list from now on. `about` holds the payload or arguments, for links between entries. */
  begin(entry: Pick<TrafficEntry, 'direction' | 'what'> & TrafficNews, about: Record<string, unknown>): Underway;
  /** Entries after number `n`, oldest first, at most `limit`; `next` is the number to ask after the next time. */
  after(n: number, limit?: number): { entries: TrafficEntry[]; next: number };
  detail(n: number): TrafficDetail | undefined;
  /** Told when an entry begins, changes and ends. */
  listen(listener: (entry: TrafficEntry) => void): void;
}

const KEPT = 5000;
const BODIES_KEPT = 2000;

export function createTraffic(clock: { now(): number; real(): number }, secrets: () => readonly string[]): Traffic {
  const entries = new Map<number, TrafficEntry>();
  const bodies = new Map<number, { request: TrafficBody | null; answer: TrafficBody | null }>();
  const listeners: ((entry: TrafficEntry) => void)[] = [];
  const links = createLinks();
  let count = 0;

  const shown = ({ headers = {}, body }: Body): TrafficBody => ({
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, masked(value, secrets())])),
    body: masked(body, secrets()),
    bytes: Buffer.byteLength(body),
  });

  return {
    begin(begun, about) {
      count += 1;
      const n = count;
      const started = clock.real();
      const known = cause();
      const link = begun.direction === 'delivery' ? undefined : links.find(started, about);
      const caused_by = known.n ?? link?.n;
      const by = known.by ?? begun.by ?? (link ? entries.get(link.n)?.by : undefined);
      const put = (news: Partial<TrafficEntry>) => {
        const entry: TrafficEntry = { ...(entries.get(n) ?? first), ...news };
        entries.set(n, entry);
        for (const listener of listeners) listener(entry);
      };
      const first: TrafficEntry = {
        ...begun,
        n,
        at: new Date(clock.now()).toISOString(),
        open: true,
        ok: true,
        ms: 0,
        ...(caused_by === undefined ? {} : { caused_by, guessed: known.n === undefined && link?.sure === false }),
        ...(by === undefined ? {} : { by }),
      };
      // What tells the app of its own doing is answered by nothing it does later.
      if (begun.direction === 'delivery' && known.n === undefined) links.handedOut(n, started, about);
      const own = { request: null as TrafficBody | null, answer: null as TrafficBody | null };
      bodies.set(n, own);
      put({});
      entries.delete(count - KEPT);
      bodies.delete(count - BODIES_KEPT);
      return {
        n,
        by,
        tell: put,
        request: (body) => {
          own.request = shown(body);
        },
        answer: (body) => {
          own.answer = shown(body);
        },
        end: (news) => put({ ...news, open: false, ms: clock.real() - started }),
      };
    },
    after(after, limit = KEPT) {
      const found = [...entries.values()].filter((entry) => entry.n > after).slice(0, limit);
      const open = found.find((entry) => entry.open);
      return { entries: found, next: open ? open.n - 1 : (found.at(-1)?.n ?? after) };
    },
    detail(n) {
      const entry = entries.get(n);
      return entry && { ...entry, ...(bodies.get(n) ?? { request: null, answer: null }) };
    },
    listen: (listener) => void listeners.push(listener),
  };
}
