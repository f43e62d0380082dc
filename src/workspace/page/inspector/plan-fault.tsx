import { useId, useState } from 'preact/hooks';

const FAULTS = {
  ratelimited: '429 with Retry-After',
  http_500: '500',
  http_503: '503',
  html: 'HTML with status 200',
  hang: 'No answer',
  slow: 'Slow answer',
  lost_response: 'It takes effect, the answer is lost',
  truncated: 'Half an answer',
  drop: 'The connection breaks',
  missing_scope: 'Missing scope',
  'error:canvas_editing_failed': 'Canvas failure',
  'error:token_revoked': 'Revoked token',
  'error:fatal_error': 'fatal_error',
  duplicate: 'Delivered twice',
  delay: 'Delivered late',
  reorder: 'Delivered out of order',
  drop_mid_message: 'The socket breaks within a message',
  clock_jump: 'The clock jumps',
} as const;

const ALWAYS = [
  'chat.postMessage',
  'chat.update',
  'canvases.edit',
  'views.open',
  'files.download',
  'response_url',
  'delivery:*',
  'delivery:events_api',
  'delivery:interactive',
  'delivery:slash_commands',
];

interface PlanFaultProps {
  seen: string[];
  change(verb: 'POST', name: string, body: object): Promise<boolean>;
}

/** One kind of trouble for one method or delivery. */
export function PlanFault({ seen, change }: PlanFaultProps) {
  const [method, setMethod] = useState('chat.postMessage');
  const [fault, setFault] = useState('ratelimited');
  const [times, setTimes] = useState('1');
  const [wait, setWait] = useState('1');
  const listId = useId();
  const plan = (): void => {
    const seconds = Number(wait);
    const after_ms = Math.round(seconds * 1000);
    const body = { method, fault, times: Number(times), retry_after: Math.round(seconds), after_ms };
    void change('POST', 'faults', body);
  };
  return (
    <form
      class="panel-part plan-fault"
      aria-label="Plan trouble"
      onSubmit={(event) => {
        event.preventDefault();
        plan();
      }}
    >
      <h3>Plan trouble</h3>
      <label>
        With
        <input
          class="field"
          type="text"
          list={listId}
          value={method}
          onInput={(event) => setMethod(event.currentTarget.value)}
        />
      </label>
      <datalist id={listId}>
        {[...new Set([...ALWAYS, ...seen])].sort().map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <label>
        What happens
        <select class="field select" value={fault} onChange={(event) => setFault(event.currentTarget.value)}>
          {Object.entries(FAULTS).map(([key, words]) => (
            <option key={key} value={key}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <label class="short">
        Times
        <input
          class="field"
          type="number"
          min={1}
          value={times}
          onInput={(event) => setTimes(event.currentTarget.value)}
        />
      </label>
      {['ratelimited', 'slow', 'delay'].includes(fault) ? (
        <label class="short">
          Seconds
          <input
            class="field"
            type="number"
            min={0}
            step={fault === 'ratelimited' ? 1 : 0.1}
            value={wait}
            onInput={(event) => setWait(event.currentTarget.value)}
          />
        </label>
      ) : null}
      <button type="submit" class="button primary">
        Plan it
      </button>
    </form>
  );
}
