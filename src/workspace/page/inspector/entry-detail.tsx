import { useEffect, useState } from 'preact/hooks';
import type { TrafficBody, TrafficDetail } from '../../people/traffic-entry.ts';
import { fullTime } from '../mrkdwn/dates.ts';
import { CloseButton } from '../shell/dialog.tsx';
import { Icon } from '../shell/icon.tsx';
import { control, read } from '../store/api.ts';
import { useApp } from '../store/context.tsx';
import { zoneOf } from '../store/state.ts';
import { curlOf } from './curl.ts';
import { Marks, Outcome } from './outcome.tsx';
import { Pretty, shape } from './pretty.tsx';
import type { Seen } from './use-traffic.ts';

interface EntryDetailProps {
  n: number;
  all: Seen[];
  pick(n: number | null): void;
  named(id: string): string;
}

/** One entry with what was sent and answered, where it came from and what it led to. */
export function EntryDetail({ n, all, pick, named }: EntryDetailProps) {
  const { state, session } = useApp();
  const [detail, setDetail] = useState<TrafficDetail | null>(null);
  const entry = all.find((one) => one.n === n);
  const open = entry?.open ?? false;
  useEffect(() => {
    void session
      .attempt(read<{ entry: TrafficDetail }>(`traffic/${n}`))
      .then((found) => found && setDetail(found.entry));
  }, [n, open, session]);
  if (!detail) return <aside class="entry" aria-label="Entry" />;
  const related = relatedTo(detail, all);
  const copy = async (text: string, what: string): Promise<void> => {
    await navigator.clipboard.writeText(text);
    session.toast(`${what} is on the clipboard.`);
  };
  const repeat = async (): Promise<void> => {
    const type = detail.what.split(':').at(-1) ?? detail.what;
    await session.attempt(control('POST', 'deliver', { type }));
  };
  return (
    <aside class="entry" aria-label={`Entry ${n}`}>
      <header class="entry-head">
        <h2>{detail.what}</h2>
        <CloseButton close={() => pick(null)} />
      </header>
      <div class="entry-main">
        <p class="entry-line">
          <Outcome entry={detail} /> {detail.status ? <span>HTTP {detail.status}</span> : null}
          <span>{detail.open ? 'under way' : `${Math.round(detail.ms)} ms`}</span> <Marks entry={detail} />
        </p>
        <p class="faint">
          #{n} · {fullTime(Date.parse(detail.at), zoneOf(state))}
          {detail.by ? ` · ${named(detail.by)}` : ''}
          {detail.id ? ` · ${detail.id}` : ''}
        </p>
        {detail.limited ? <p class="entry-note">Refused by {detail.limited.limit}.</p> : null}
        <p class="button-row">
          {detail.direction === 'api_call' ? (
            <button
              type="button"
              class="button small"
              onClick={() => void copy(curlOf(detail, location.origin), 'The curl command')}
            >
              <Icon name="copy" /> Copy as curl
            </button>
          ) : (
            <button type="button" class="button small" onClick={() => void repeat()}>
              <Icon name="repeat" /> Send the last {detail.what.split(':').at(-1)} again
            </button>
          )}
        </p>
        {related.length > 0 ? (
          <ul class="related" aria-label="Related entries">
            {related.map(({ entry: one, why }) => (
              <li key={`${why}${one.n}`}>
                <span class="faint">{why}</span>{' '}
                <button type="button" class="link-like" onClick={() => pick(one.n)}>
                  {one.what}
                </button>{' '}
                <Outcome entry={one} />
              </li>
            ))}
          </ul>
        ) : null}
        <Part name={detail.direction === 'api_call' ? 'Arguments' : 'Payload'} part={detail.request} copy={copy} />
        <Part name="Answer" part={detail.answer} copy={copy} />
      </div>
    </aside>
  );
}

/** What brought it about, what it brought about, and its other attempts. */
function relatedTo(detail: TrafficDetail, all: Seen[]): { entry: Seen; why: string }[] {
  const cause = all.filter((one) => one.n === detail.caused_by);
  const tries = all.filter((one) => detail.id !== undefined && one.id === detail.id && one.n !== detail.n);
  const effects = all.filter((one) => one.caused_by === detail.n);
  return [
    ...cause.map((entry) => ({ entry, why: detail.guessed ? 'probably because of' : 'because of' })),
    ...tries.map((entry) => ({ entry, why: entry.retry ? `retry ${entry.retry.num}` : 'first attempt' })),
    ...effects.map((entry) => ({ entry, why: entry.guessed ? 'probably led to' : 'led to' })),
  ];
}

interface PartProps {
  name: string;
  part: TrafficBody | null;
  copy(text: string, what: string): Promise<void>;
}

function Part({ name, part, copy }: PartProps) {
  if (!part) return <p class="faint">{name}: not kept.</p>;
  const headers = Object.entries(part.headers);
  return (
    <section class="entry-part" aria-label={name}>
      <h3>
        {name} <span class="faint">{part.bytes} bytes</span>
        <button
          type="button"
          class="icon-button"
          aria-label={`Copy: ${name}`}
          title="Copy"
          onClick={() => void copy(shape(part.body), name)}
        >
          <Icon name="copy" />
        </button>
      </h3>
      {headers.length > 0 ? (
        <details>
          <summary>{headers.length} headers</summary>
          <dl class="headers">
            {headers.map(([key, value]) => (
              <div key={key}>
                <dt>{key}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </details>
      ) : null}
      {part.body ? <Pretty text={part.body} /> : <p class="faint">empty</p>}
    </section>
  );
}
