import { useEffect, useState } from 'preact/hooks';
import type { PeopleAhead } from '../../people/shapes.ts';
import { fullTime } from '../mrkdwn/dates.ts';
import { fromLocalInput, nextMonday, toLocalInput } from '../mrkdwn/zone.ts';
import { read } from '../store/api.ts';
import { useApp } from '../store/context.tsx';
import { nameOf, userOf, zoneOf } from '../store/state.ts';
import { CloseButton, Dialog } from './dialog.tsx';
import { useJump } from './use-jump.ts';
import { nextWorkingMorning, spanWords } from './working-time.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Nearer than this the workspace keeps real time; reading both clocks takes a moment. */
const SAME_MS = 5000;

type Due = { at: number; what: string };

/** Time travel: the workspace's clock moves, the app's with it, and what was due on the way happens. */
export function TimePanel() {
  const { state, session } = useApp();
  const [due, setDue] = useState<Due[]>([]);
  const [drift, setDrift] = useState(0);
  const jump = useJump(due);
  const { now: told } = state.clock;
  useEffect(() => {
    void session.attempt(
      read<PeopleAhead>('ahead', { as: session.me() }).then((ahead) => {
        setDue(ahead.due.map(({ at, what }) => ({ at: Date.parse(at), what })));
        setDrift(session.now() - Date.parse(ahead.real_now));
      }),
    );
  }, [told, session]);
  const close = (): void => session.openPanel(null);
  const now = session.now();
  const tz = zoneOf(state);
  return (
    <Dialog title="Workspace time" onEscape={close} class="time-box" after={<CloseButton close={close} />}>
      <div class="dialog-main time">
        <p class="time-now">
          <span class="time-clock">{fullTime(now, tz)}</span>
          <span class="faint">
            {tz.replaceAll('_', ' ')} · {driftWords(drift)}
          </span>
        </p>
        <div class="time-jumps">
          <Jump
            label="+1 hour"
            to={now + HOUR_MS}
            due={due}
            jump={() => void jump({ advance_ms: HOUR_MS }, now + HOUR_MS)}
          />
          <Jump
            label="+1 day"
            to={now + DAY_MS}
            due={due}
            jump={() => void jump({ advance_ms: DAY_MS }, now + DAY_MS)}
          />
          <Jump
            label="Next Monday 9:00"
            to={nextMonday(now, tz)}
            due={due}
            jump={() => void jump(null, nextMonday(now, tz))}
          />
        </div>
        <WorkingDay due={due} jump={(to) => void jump(null, to)} />
        <DateField key={told} jump={(to) => void jump(null, to)} due={due} />
        <section class="time-due" aria-label="Waiting for their time">
          <h3>Waiting for their time</h3>
          {due.length === 0 ? (
            <p class="faint">Nothing is waiting: no retries, no scheduled messages, no reminders.</p>
          ) : null}
          <ul>
            {due.slice(0, 30).map((one, index) => (
              <li key={index}>
                <span>{one.what}</span>
                <span class="faint">
                  {fullTime(one.at, tz)} · in {spanWords(now, one.at)}
                </span>
              </li>
            ))}
          </ul>
        </section>
        <p class="faint time-note">
          The app reads the same clock: what it planned for a time on the way becomes due for it too.
        </p>
      </div>
      <footer class="dialog-foot">
        <button
          type="button"
          class="button"
          disabled={Math.abs(drift) < SAME_MS}
          onClick={() => void jump({ real: true }, now - drift)}
        >
          Back to real time
        </button>
        <button type="button" class="button primary" onClick={close}>
          Done
        </button>
      </footer>
    </Dialog>
  );
}

function driftWords(drift: number): string {
  if (Math.abs(drift) < SAME_MS) return 'real time';
  return `${spanWords(0, drift)} ${drift > 0 ? 'ahead of' : 'behind'} real time`;
}

const dueBefore = (due: Due[], to: number): number => due.filter((one) => one.at <= to).length;

function Jump({ label, to, due, jump }: { label: string; to: number; due: Due[]; jump(): void }) {
  const { state } = useApp();
  return (
    <button type="button" class="time-jump" onClick={jump}>
      <strong>{label}</strong>
      <span class="faint">{fullTime(to, zoneOf(state)).replace(/, \d{4}/, '')}</span>
      <span class="time-happens">{happens(dueBefore(due, to))}</span>
    </button>
  );
}

const happens = (count: number): string =>
  count === 0 ? 'nothing is due' : `${count} ${count === 1 ? 'thing happens' : 'things happen'}`;

/** Nine in the morning of the next working day, where somebody lives. */
function WorkingDay({ due, jump }: { due: Due[]; jump(to: number): void }) {
  const { state, session } = useApp();
  const [who, setWho] = useState(session.me());
  const user = userOf(state, who);
  const to = nextWorkingMorning(session.now(), user ?? { tz: 'UTC' });
  return (
    <div class="time-row">
      <label>
        Next working day 9:00 of{' '}
        <select class="field select" value={who} onChange={(event) => setWho(event.currentTarget.value)}>
          {(state.workspace?.users ?? [])
            .filter((one) => !one.is_bot && !one.deleted)
            .map((one) => (
              <option key={one.id} value={one.id}>
                {nameOf(one)}
              </option>
            ))}
        </select>
      </label>
      <span class="faint">
        {fullTime(to, user?.tz ?? 'UTC').replace(/, \d{4}/, '')} there · {happens(dueBefore(due, to))}
      </span>
      <button
        type="button"
        class="button"
        aria-label={`Go to the working day of ${nameOf(user)}`}
        onClick={() => jump(to)}
      >
        Go
      </button>
    </div>
  );
}

function DateField({ due, jump }: { due: Due[]; jump(to: number): void }) {
  const { state, session } = useApp();
  const tz = zoneOf(state);
  const [wanted, setWanted] = useState(() => toLocalInput(session.now(), tz));
  const to = fromLocalInput(wanted, tz);
  return (
    <form
      class="time-row"
      aria-label="Jump to a date"
      onSubmit={(event) => {
        event.preventDefault();
        if (to !== null) jump(to);
      }}
    >
      <label>
        Date and time{' '}
        <input
          class="field date"
          type="datetime-local"
          value={wanted}
          onInput={(event) => setWanted(event.currentTarget.value)}
        />
      </label>
      <span class="faint">{to === null ? '' : to < session.now() ? 'goes back' : happens(dueBefore(due, to))}</span>
      <button type="submit" class="button" disabled={to === null}>
        Jump
      </button>
    </form>
  );
}
