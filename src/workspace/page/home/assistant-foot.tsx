import { useEffect, useState } from 'preact/hooks';
import { people } from '../store/api.ts';
import { useApp } from '../store/context.tsx';
import { isDirect } from '../store/state.ts';

const NEXT_WORDS_MS = 3000;

/** Over the composer of a talk with the app: what it is doing, what one could ask, and which channel it may look at. */
export function AssistantFoot({ channel, thread }: { channel: string; thread: string | null }) {
  const { state, session } = useApp();
  const { assistant } = state;
  if (!assistant?.view) return null;
  const inThread = assistant.threads.find((one) => one.channel === channel && one.thread_ts === thread);
  const known = inThread ?? assistant.threads.find((one) => one.channel === channel && one.thread_ts === null);
  if (!known && thread !== null && assistant.view === 'assistant_view') return null;
  const said = (thread ? state.threads[`${channel}:${thread}`] : state.histories[channel]) ?? [];
  const begun = said.some((message) => message.user === session.me());
  const ask = (text: string): void =>
    void session.attempt(people('post', { as: session.me(), channel, text, ...(thread ? { thread_ts: thread } : {}) }));
  return (
    <div class="assistant">
      {known?.status ? <Status status={known.status} more={known.loading_messages} /> : null}
      {known && known.prompts.length > 0 && !begun ? (
        <fieldset class="prompts" aria-label={known.prompts_title || 'Suggestions'}>
          {known.prompts_title ? <p>{known.prompts_title}</p> : null}
          {known.prompts.map((prompt) => (
            <button key={prompt.title} type="button" class="prompt" onClick={() => ask(prompt.message)}>
              {prompt.title}
            </button>
          ))}
        </fieldset>
      ) : null}
      <LookingAt channel={channel} thread={thread} />
    </div>
  );
}

/** "Baton is thinking…", or the app's own words in turn. */
function Status({ status, more }: { status: string; more: string[] }) {
  const { state } = useApp();
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (more.length < 2) return;
    const timer = setInterval(() => setTurn((count) => count + 1), NEXT_WORDS_MS);
    return () => clearInterval(timer);
  }, [more.length]);
  const words = more[turn % Math.max(more.length, 1)] ?? `${state.workspace?.app?.name ?? 'The app'} ${status}`;
  return (
    <p class="assistant-status" role="status">
      <span class="thinking" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {words}
    </p>
  );
}

/** Slack tells the assistant which channel its person looks at; here the person says it. */
function LookingAt({ channel, thread }: { channel: string; thread: string | null }) {
  const { state, session } = useApp();
  const [viewing, setViewing] = useState('');
  const channels = (state.workspace?.channels ?? []).filter(
    (one) => one.is_member && !isDirect(one) && !one.is_archived,
  );
  const look = (id: string): void => {
    setViewing(id);
    if (!id) return;
    const body = { as: session.me(), viewing: id, ...(thread ? { thread_ts: thread } : {}) };
    void session.attempt(people('assistant_context', body));
  };
  return (
    <label class="looking" key={channel}>
      Looking at{' '}
      <select value={viewing} onChange={(event) => look(event.currentTarget.value)}>
        <option value="">where you came from</option>
        {channels.map((one) => (
          <option key={one.id} value={one.id}>
            #{one.name}
          </option>
        ))}
      </select>
    </label>
  );
}
