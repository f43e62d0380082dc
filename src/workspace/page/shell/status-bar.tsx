import { useEffect, useState } from 'preact/hooks';
import { fullTime } from '../mrkdwn/dates.ts';
import { useApp } from '../store/context.tsx';
import { zoneOf } from '../store/state.ts';
import { Icon } from './icon.tsx';

const LINE = { connecting: 'Connecting', live: 'Live', lost: 'Connection lost, trying again' } as const;
const TICK_MS = 1000;

/** The line to the server, the workspace's own time, and the doors of a developer. */
export function StatusBar({ drawer, toggle }: { drawer: boolean; toggle(): void }) {
  const { state, session } = useApp();
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const tz = zoneOf(state);
  const time = fullTime(session.now(), tz);
  return (
    <section class="strip" aria-label="Developer">
      <span class={`line ${state.connection}`}>
        <span class="dot" />
        {LINE[state.connection]}
      </span>
      <button
        type="button"
        class="strip-button strip-clock"
        title="Move the workspace's clock"
        onClick={() => session.openPanel({ kind: 'time' })}
      >
        <Icon name="clock" />
        <span>{time}</span> <span class="zone">{tz.replaceAll('_', ' ')}</span>
      </button>
      <span class="head-space" />
      <button
        type="button"
        class="strip-button strip-keys"
        aria-label="Keyboard shortcuts"
        title="Keyboard shortcuts"
        onClick={() => session.openPanel({ kind: 'keys' })}
      >
        <Icon name="keyboard" />
      </button>
      <button type="button" class="strip-button" aria-expanded={drawer} onClick={toggle}>
        <Icon name="pulse" /> Inspector
      </button>
    </section>
  );
}
