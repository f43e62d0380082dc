import type { PeopleFound } from '../../people/shapes.ts';
import { dayLabel, timeOf } from '../mrkdwn/dates.ts';
import { Avatar } from '../shell/avatar.tsx';
import { useApp } from '../store/context.tsx';
import { placeOfMessage } from '../store/notices.ts';
import { channelOf, channelTitle, nameOf, userOf, zoneOf } from '../store/state.ts';
import { Marked } from './marked.tsx';

interface FoundListProps<F extends PeopleFound> {
  name: string;
  found: F[];
  terms: string[];
  isNew?: (one: F) => boolean;
  why?: (one: F) => string;
  onOpen?: (one: F) => void;
}

/** Messages out of their place; each leads back to it. Up and down move between them. */
export function FoundList<F extends PeopleFound>({ name, found, terms, isNew, why, onOpen }: FoundListProps<F>) {
  const { state, session } = useApp();
  const tz = zoneOf(state);
  return (
    <ul class="found" aria-label={name} onKeyDown={stepInList}>
      {found.map((one) => {
        const channel = channelOf(state, one.channel);
        const user = userOf(state, one.user);
        const ms = Number(one.ts) * 1000;
        const where = channel ? channelTitle(state, channel) : '';
        const open = (): void => {
          onOpen?.(one);
          void session.go(placeOfMessage(one.channel, one.ts, one.thread_ts));
        };
        return (
          <li key={`${one.channel}:${one.ts}`}>
            <button type="button" class={`found-one${isNew?.(one) ? ' new' : ''}`} onClick={open}>
              <Avatar user={user} size="small" />
              <span class="found-words">
                <span class="found-head">
                  <strong>{nameOf(user)}</strong>
                  <span class="faint">
                    {why ? `${why(one)} ` : ''}
                    {where}
                    {one.thread_ts && !why ? ' · in a thread' : ''} · {dayLabel(ms, tz, session.now())},{' '}
                    {timeOf(ms, tz)}
                  </span>
                  {isNew?.(one) ? <span class="tag new">new</span> : null}
                </span>
                <span class="found-text">
                  <Marked text={excerptOf(one.excerpt, terms)} terms={terms} />
                </span>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

const LONGEST = 320;

/** The part of a long message in which the first word stands. */
function excerptOf(text: string, terms: string[]): string {
  if (text.length <= LONGEST) return text;
  const at = Math.max(0, text.toLowerCase().indexOf(terms[0] ?? ''));
  const from = at < LONGEST / 2 ? 0 : at - LONGEST / 3;
  return `${from > 0 ? '…' : ''}${text.slice(from, from + LONGEST)}…`;
}

function stepInList(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const { currentTarget: box, target } = event;
  if (!step || !(box instanceof Element) || !(target instanceof HTMLElement)) return;
  const all = [...box.querySelectorAll<HTMLElement>('.found-one')];
  all[all.indexOf(target) + step]?.focus();
  event.preventDefault();
}
