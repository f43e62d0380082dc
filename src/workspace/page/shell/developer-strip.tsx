import { useEffect, useState } from 'preact/hooks';
import { fullTime } from '../mrkdwn/dates.ts';
import { useApp } from '../store/context.tsx';
import { zoneOf } from '../store/state.ts';
import { ClockPanel } from './clock-panel.tsx';
import { Icon } from './icon.tsx';
import { TrafficList } from './traffic-list.tsx';

const LINE = { connecting: 'Connecting', live: 'Live', lost: 'Connection lost, trying again' } as const;
const TICK_MS = 10_000;

/** The workspace's own clock and what passed between it and the app; folded away until asked for. */
export function DeveloperStrip() {
  const { state, session } = useApp();
  const [open, setOpen] = useState(false);
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const tz = zoneOf(state);
  return (
    <section class="strip" aria-label="Developer">
      <div class="strip-bar">
        <span class={`line ${state.connection}`}>
          <span class="dot" />
          {LINE[state.connection]}
        </span>
        <span class="strip-clock">
          <Icon name="clock" />
          {fullTime(session.now(), tz)} <span class="faint">{tz}</span>
        </span>
        <button type="button" class="strip-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
          <Icon name="code" /> Developer
        </button>
      </div>
      {open ? (
        <div class="strip-body">
          <ClockPanel />
          <TrafficList />
        </div>
      ) : null}
    </section>
  );
}
