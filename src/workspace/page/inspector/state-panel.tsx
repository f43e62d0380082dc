import { useEffect, useState } from 'preact/hooks';
import { fullTime } from '../mrkdwn/dates.ts';
import { control } from '../store/api.ts';
import { useApp } from '../store/context.tsx';
import { nameOf, zoneOf } from '../store/state.ts';
import type { Seen } from './use-traffic.ts';

/** The part of GET /control/state that is shown. */
interface Shown {
  pending: number;
  unknown_methods: Record<string, number>;
  channels: { messages: unknown[] }[];
  canvases: unknown[];
  files: unknown[];
  views: unknown[];
}

/** The last snapshot that was taken in this page, and when by the workspace's clock. It stays while the panel is closed. */
let lastKept: { snapshot: unknown; at: number } | null = null;

/** What the workspace holds; keep it, go back to it, deactivate somebody, send something again. */
export function StatePanel({ entries }: { entries: Seen[] }) {
  const { state, session } = useApp();
  const [shown, setShown] = useState<Shown | null>(null);
  const [kept, setKept] = useState(lastKept);
  lastKept = kept;
  const read = async (): Promise<void> => {
    const found = await session.attempt(control<Shown>('GET', 'state'));
    if (found) setShown(found);
  };
  useEffect(() => void read(), []);
  const deed = async (name: string, body: object): Promise<void> => {
    await session.attempt(control('POST', name, body));
    await read();
  };
  const take = async (): Promise<void> => {
    const answer = await session.attempt(control<{ snapshot: unknown }>('POST', 'snapshot', {}));
    if (!answer) return;
    setKept({ snapshot: answer.snapshot, at: session.now() });
    session.toast('The snapshot is kept in this page until it is reloaded.');
  };
  const reset = async (body: { snapshot?: unknown }, when: string): Promise<void> => {
    const sure = await session.ask({
      title: `Go back to ${when}?`,
      text: 'Everything in the workspace becomes what it was then. The app keeps what it knows.',
      confirm: 'Go back',
      deny: 'Stay',
      danger: true,
    });
    if (sure) await deed('reset', body);
  };
  const types = [...new Set(entries.filter((one) => one.direction === 'delivery').map((one) => one.what))];
  const messages = shown?.channels.reduce((sum, channel) => sum + channel.messages.length, 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section class="faults" aria-label="Workspace" tabIndex={0}>
      <section class="panel-part" aria-label="What it holds">
        <h3>What it holds</h3>
        <dl class="totals">
          <Total name="Messages" value={messages} />
          <Total name="Canvases" value={shown?.canvases.length} />
          <Total name="Files" value={shown?.files.length} />
          <Total name="Open modals and homes" value={shown?.views.length} />
          <Total name="Events on their way" value={shown?.pending} />
        </dl>
        <div class="deeds">
          <button type="button" class="button small" onClick={() => void take()}>
            Take a snapshot
          </button>
          <button
            type="button"
            class="button small danger"
            disabled={kept === null}
            onClick={() => kept && void reset({ snapshot: kept.snapshot }, 'the snapshot')}
          >
            {kept ? `Go back to ${fullTime(kept.at, zoneOf(state))}` : 'Go back to the snapshot'}
          </button>
          <button type="button" class="button small danger" onClick={() => void reset({}, 'the beginning')}>
            Go back to the beginning
          </button>
          <a class="button small" href="/control/state" target="_blank" rel="noopener noreferrer">
            Everything as JSON
          </a>
        </div>
      </section>
      <section class="panel-part" aria-label="Send again">
        <h3>Send again</h3>
        {types.length === 0 ? <p class="faint">Nothing was sent to the app yet.</p> : null}
        <div class="deeds">
          {types.map((what) => (
            <button
              key={what}
              type="button"
              class="button small"
              onClick={() => void deed('deliver', { type: what.split(':').at(-1) })}
            >
              {what}
            </button>
          ))}
        </div>
      </section>
      <section class="panel-part" aria-label="People">
        <h3>People</h3>
        <ul class="planned">
          {(state.workspace?.users ?? [])
            .filter((user) => !user.is_bot && user.id !== session.me())
            .map((user) => (
              <li key={user.id}>
                {nameOf(user)}{' '}
                <button
                  type="button"
                  class="button small"
                  aria-label={`${user.deleted ? 'Take back' : 'Deactivate'} ${nameOf(user)}`}
                  onClick={() => void deed('user', { id: user.id, deleted: !user.deleted })}
                >
                  {user.deleted ? 'Take back' : 'Deactivate'}
                </button>
              </li>
            ))}
        </ul>
      </section>
    </section>
  );
}

function Total({ name, value }: { name: string; value: number | undefined }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value ?? '–'}</dd>
    </div>
  );
}
