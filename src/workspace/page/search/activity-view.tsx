import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../shell/icon.tsx';
import { PlaceHead } from '../shell/place-head.tsx';
import { people } from '../store/api.ts';
import { useApp } from '../store/context.tsx';
import { markSeen, unseenOf } from '../store/seen.ts';
import { FoundList } from './found-list.tsx';

type Shown = 'all' | 'mention' | 'thread';
const SHOWN: [Shown, string][] = [
  ['all', 'All'],
  ['mention', 'Mentions'],
  ['thread', 'Threads'],
];

/** What named this person and who answered in their threads, newest first. */
export function ActivityView({ openRail }: { openRail(): void }) {
  const { state, session } = useApp();
  const [shown, setShown] = useState<Shown>('all');
  const [busy, setBusy] = useState(false);
  const me = session.me();
  useEffect(() => void session.attempt(session.readActivity()), [session, me]);
  const unseen = unseenOf(state);
  const items = (state.activity ?? []).filter((one) => shown === 'all' || one.why === shown);
  const readAll = async (): Promise<void> => {
    setBusy(true);
    const newest = new Map<string, string>();
    for (const one of unseen) {
      if (one.thread_ts) markSeen(me, one.channel, one.thread_ts, one.ts);
      else if ((newest.get(one.channel) ?? '') < one.ts) newest.set(one.channel, one.ts);
    }
    for (const [channel, ts] of newest) await session.attempt(people('read', { as: me, channel, ts }));
    await session.attempt(session.readActivity());
    setBusy(false);
  };
  return (
    <>
      <PlaceHead icon="bell" title="Activity" openRail={openRail}>
        <Asking />
        <button type="button" class="button small" disabled={busy || unseen.size === 0} onClick={() => void readAll()}>
          Mark all as read
        </button>
      </PlaceHead>
      <section class="place-scroll" aria-label="Activity">
        <fieldset class="choices">
          <legend class="visually-hidden">What to show</legend>
          {SHOWN.map(([key, label]) => (
            <label key={key} class="choice">
              <input type="radio" name="activity" checked={shown === key} onChange={() => setShown(key)} /> {label}
            </label>
          ))}
        </fieldset>
        {items.length > 0 ? (
          <FoundList
            name="Mentions and threads"
            found={items}
            terms={[]}
            isNew={(one) => unseen.has(one)}
            why={(one) => (one.why === 'thread' ? 'answered in a thread of' : 'mentioned you in')}
            onOpen={(one) => one.thread_ts && markSeen(me, one.channel, one.thread_ts, one.ts)}
          />
        ) : (
          <div class="place-empty">
            <Icon name="bell" />
            <p>{state.activity ? 'Nobody has asked for you yet.' : 'Reading …'}</p>
            <p class="faint">Mentions of you and answers in your threads come here.</p>
          </div>
        )}
      </section>
    </>
  );
}

/** Browsers tell nobody anything before they were asked, and are asked only here. */
function Asking() {
  const [answer, setAnswer] = useState('Notification' in window ? Notification.permission : 'denied');
  if (answer !== 'default') return null;
  return (
    <button
      type="button"
      class="button small"
      onClick={() => void Notification.requestPermission().then((said) => setAnswer(said))}
    >
      <Icon name="bell" /> Notify me outside this page
    </button>
  );
}
