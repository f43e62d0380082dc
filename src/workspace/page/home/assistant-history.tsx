import { useEffect } from 'preact/hooks';
import { dayLabel, timeOf } from '../mrkdwn/dates.ts';
import { Icon } from '../shell/icon.tsx';
import { useApp } from '../store/context.tsx';
import { zoneOf } from '../store/state.ts';

/** Talks with the app as an assistant, newest first, under the titles that it gave them. */
export function AssistantHistory() {
  const { state, session } = useApp();
  useEffect(() => void session.attempt(session.readAssistant()), [session]);
  const tz = zoneOf(state);
  const threads = (state.assistant?.threads ?? []).flatMap((one) =>
    one.thread_ts ? [{ ...one, ts: one.thread_ts }] : [],
  );
  return (
    <section class="place-scroll" aria-label="Earlier talks">
      <button type="button" class="button primary" onClick={() => void session.openAssistant()}>
        <Icon name="plus" /> New talk
      </button>
      <ul class="found" aria-label="Talks">
        {threads
          .sort((a, b) => (a.ts < b.ts ? 1 : -1))
          .map((one) => (
            <li key={one.ts}>
              <button
                type="button"
                class="found-one"
                onClick={() =>
                  void session.go({ kind: 'channel', channel: one.channel, tab: 'messages', thread: one.ts })
                }
              >
                <Icon name="reply" />
                <span class="found-words">
                  <strong>{one.title || 'Untitled talk'}</strong>
                  <span class="faint">
                    {dayLabel(Number(one.ts) * 1000, tz, session.now())}, {timeOf(Number(one.ts) * 1000, tz)}
                  </span>
                </span>
              </button>
            </li>
          ))}
      </ul>
      {threads.length === 0 ? <p class="faint">No talk yet.</p> : null}
    </section>
  );
}
