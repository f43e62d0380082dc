import { fullTime } from '../mrkdwn/dates.ts';
import { moveClock } from '../store/api.ts';
import { useApp } from '../store/context.tsx';
import { zoneOf } from '../store/state.ts';

/** A minute back is a slip of the field, not a journey into the past. */
const BACK_MS = 60_000;

/** Moves the clock to `to` (ms), and asks first when that is in the past. `body` says it in other words, for steps and real time. */
export function useJump(
  due: { at: number }[],
): (body: { advance_ms: number } | { real: true } | null, to: number) => Promise<void> {
  const { state, session } = useApp();
  return async (body, to) => {
    const tz = zoneOf(state);
    const back = to < session.now() - BACK_MS;
    const sure =
      !back ||
      (await session.ask({
        title: 'Go back in time?',
        text: `It becomes ${fullTime(to, tz)}. What was said keeps its time and stays; new messages are placed after it. What the app did already is not undone.`,
        confirm: 'Go back',
        deny: 'Stay',
        danger: false,
      }));
    if (!sure) return;
    const count = due.filter((one) => one.at <= to).length;
    const moved = await session.attempt(moveClock(body ?? { now: new Date(to).toISOString() }));
    if (!moved) return;
    const happened = count === 0 ? '' : ` ${count} ${count === 1 ? 'thing was' : 'things were'} due on the way.`;
    session.toast(`The workspace and the app have moved to ${fullTime(Date.parse(moved.now), tz)}.${happened}`);
  };
}
