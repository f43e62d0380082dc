import { useState } from 'preact/hooks';
import { fromLocalInput, nextMonday, toLocalInput } from '../mrkdwn/zone.ts';
import { moveClock } from '../store/api.ts';
import { useApp } from '../store/context.tsx';
import { zoneOf } from '../store/state.ts';

const DAY_MS = 86_400_000;

/** Moves the workspace's clock; the app reads the same one. */
export function ClockPanel() {
  const { state, session } = useApp();
  const tz = zoneOf(state);
  const [wanted, setWanted] = useState(() => toLocalInput(session.now(), tz));
  const [busy, setBusy] = useState(false);
  const jump = async (body: { now?: string; advance_ms?: number }): Promise<void> => {
    setBusy(true);
    const moved = await session.attempt(moveClock(body));
    if (moved) setWanted(toLocalInput(Date.parse(moved.now), tz));
    setBusy(false);
  };
  const target = fromLocalInput(wanted, tz);
  return (
    <form
      class="clock-panel"
      aria-label="Workspace clock"
      onSubmit={(event) => {
        event.preventDefault();
        if (target !== null) void jump({ now: new Date(target).toISOString() });
      }}
    >
      <label>
        Jump to <input type="datetime-local" value={wanted} onInput={(event) => setWanted(event.currentTarget.value)} />
      </label>
      <button type="submit" class="button small" disabled={busy || target === null}>
        Jump
      </button>
      <button type="button" class="button small" disabled={busy} onClick={() => void jump({ advance_ms: DAY_MS })}>
        +1 day
      </button>
      <button
        type="button"
        class="button small"
        disabled={busy}
        onClick={() => void jump({ now: new Date(nextMonday(session.now(), tz)).toISOString() })}
      >
        Next Monday 9:00
      </button>
    </form>
  );
}
