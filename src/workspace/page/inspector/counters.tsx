import { useEffect, useState } from 'preact/hooks';
import { TIERS, tierOf } from '../../web-api/rate-tiers.ts';
import type { Seen } from './use-traffic.ts';

const MINUTE_MS = 60_000;
const TICK_MS = 2000;

interface Count {
  what: string;
  all: number;
  failed: number;
  minute: number;
  slowest: number;
  unknown: boolean;
}

/** Calls of each method against what its tier allows in a minute, and what goes to the app. */
export function Counters({ entries, find }: { entries: Seen[]; find(text: string): void }) {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const calls = countsOf(entries.filter((entry) => entry.direction === 'api_call'));
  const sent = countsOf(entries.filter((entry) => entry.direction === 'delivery'));
  const failed = entries.filter((entry) => !entry.open && !entry.ok).length;
  const unknown = calls.filter((one) => one.unknown);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section class="counters" aria-label="Counters" tabIndex={0}>
      <dl class="totals">
        <Total name="Calls of the app" value={sum(calls)} />
        <Total name="Sent to the app" value={sum(sent)} />
        <Total name="Failed" value={failed} bad={failed > 0} />
        <Total name="Unknown methods" value={unknown.length} bad={unknown.length > 0} />
      </dl>
      {unknown.length > 0 ? (
        <p class="entry-note">The workspace does not have: {unknown.map((one) => one.what).join(', ')}.</p>
      ) : null}
      <Counts name="Calls of the app" counts={calls} find={find} tiers />
      <Counts name="Sent to the app" counts={sent} find={find} />
    </section>
  );
}

const sum = (counts: Count[]): number => counts.reduce((total, one) => total + one.all, 0);

function Total({ name, value, bad }: { name: string; value: number; bad?: boolean }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd class={bad ? 'bad' : ''}>{value}</dd>
    </div>
  );
}

function countsOf(entries: Seen[]): Count[] {
  const counts = new Map<string, Count>();
  const since = performance.now() - MINUTE_MS;
  for (const entry of entries) {
    const { what } = entry;
    const count = counts.get(what) ?? { what, all: 0, failed: 0, minute: 0, slowest: 0, unknown: false };
    counts.set(what, {
      what,
      all: count.all + 1,
      failed: count.failed + (!entry.open && !entry.ok ? 1 : 0),
      minute: count.minute + (entry.seen > since ? 1 : 0),
      slowest: Math.max(count.slowest, entry.ms),
      unknown: count.unknown || entry.error === 'unknown_method',
    });
  }
  return [...counts.values()].sort((a, b) => b.all - a.all);
}

function Counts({
  name,
  counts,
  find,
  tiers,
}: {
  name: string;
  counts: Count[];
  find(text: string): void;
  tiers?: boolean;
}) {
  if (counts.length === 0) return null;
  return (
    <table class="counts">
      <caption>{name}</caption>
      <thead>
        <tr>
          <th scope="col">{tiers ? 'Method' : 'What'}</th>
          <th scope="col">All</th>
          <th scope="col">Failed</th>
          <th scope="col">Slowest</th>
          {tiers ? <th scope="col">Last minute</th> : null}
        </tr>
      </thead>
      <tbody>
        {counts.map((one) => (
          <tr key={one.what}>
            <th scope="row">
              <button type="button" class="link-like" onClick={() => find(one.what)}>
                {one.what}
              </button>
            </th>
            <td>{one.all}</td>
            <td class={one.failed > 0 ? 'bad' : ''}>{one.failed}</td>
            <td>{Math.round(one.slowest)} ms</td>
            {tiers ? <Allowance count={one} /> : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How much of a method's minute is used. Slack does not promise more than the tier's number. */
function Allowance({ count }: { count: Count }) {
  const tier = tierOf.get(count.what);
  if (tier === undefined) return <td class="faint">{count.minute}</td>;
  const allowed = TIERS[tier];
  const name = tier === 'special' ? 'special' : `tier ${tier}`;
  return (
    <td>
      <meter min={0} max={allowed} high={allowed * 0.8} value={count.minute} title={`${count.minute} of ${allowed}`}>
        {count.minute} of {allowed}
      </meter>{' '}
      {count.minute} of {allowed} <span class="faint">{name}</span>
    </td>
  );
}
