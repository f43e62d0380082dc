import { fullTime } from '../mrkdwn/dates.ts';
import type { Session } from '../store/session.ts';
import { channelTitle, isDirect, nameOf, type PageState, partnerOf, zoneOf } from '../store/state.ts';
import type { IconName } from './icon.tsx';

export interface Entry {
  key: string;
  group: 'Go to' | 'Act as' | 'Do';
  label: string;
  hint: string;
  icon: IconName;
  unread: boolean;
  run(): void;
}

/** Everything one can jump to or do from the keyboard. */
export function entriesOf(state: PageState, session: Session): Entry[] {
  return [...places(state, session), ...people(state, session), ...deeds(state, session)];
}

function places(state: PageState, session: Session): Entry[] {
  const { workspace } = state;
  if (!workspace) return [];
  const me = session.me();
  const channels = workspace.channels
    .filter((one) => one.is_member || !one.is_archived)
    .map(
      (one): Entry => ({
        key: one.id,
        group: 'Go to',
        label: channelTitle(state, one),
        hint: isDirect(one) ? (partnerOf(state, one)?.title ?? '') : one.is_archived ? 'archived' : one.topic,
        icon: isDirect(one) ? 'people' : one.kind === 'private' ? 'lock' : 'hash',
        unread: one.unread > 0,
        run: () => void session.openChannel(one.id),
      }),
    );
  const talked = new Set(workspace.channels.filter((one) => one.kind === 'im').map((one) => partnerOf(state, one)?.id));
  const strangers = workspace.users
    .filter((user) => !user.deleted && !talked.has(user.id) && user.id !== me)
    .filter((user) => !user.is_bot || user.id === workspace.app?.bot_user)
    .map(
      (user): Entry => ({
        key: user.id,
        group: 'Go to',
        label: nameOf(user),
        hint: user.title,
        icon: 'people',
        unread: false,
        run: () => void session.openDm(user.id),
      }),
    );
  return [...channels.toSorted((a, b) => Number(b.unread) - Number(a.unread)), ...strangers];
}

const people = (state: PageState, session: Session): Entry[] =>
  (state.workspace?.users ?? [])
    .filter((user) => !user.is_bot && !user.deleted && user.id !== session.me())
    .map((user) => ({
      key: `as-${user.id}`,
      group: 'Act as',
      label: `Act as ${nameOf(user)}`,
      hint: user.title,
      icon: 'updown',
      unread: false,
      run: () => void session.switchPerson(user.id),
    }));

function deeds(state: PageState, session: Session): Entry[] {
  const deed = (label: string, icon: IconName, run: () => void, hint = ''): Entry => ({
    key: label,
    group: 'Do',
    label,
    hint,
    icon,
    unread: false,
    run,
  });
  return [
    deed('Activity', 'bell', () => void session.go({ kind: 'activity' })),
    deed('Browse channels', 'compass', () => session.openPanel({ kind: 'browse' })),
    deed('Create a channel', 'plus', () => session.openPanel({ kind: 'new_channel', name: '' })),
    deed('Move the clock', 'clock', () => session.openPanel({ kind: 'time' }), fullTime(session.now(), zoneOf(state))),
    deed('Inspector', 'pulse', () => void session.go({ kind: 'inspector' }), 'deliveries and calls'),
    deed(`${state.workspace?.app?.name ?? 'App'} Home`, 'home', () => void session.openHome()),
    deed('Keyboard shortcuts', 'keyboard', () => session.openPanel({ kind: 'keys' })),
  ];
}

/** How well an entry answers what was typed; 0 when it does not. Beginnings of words count most. */
export function matchScore(entry: Entry, typed: string): number {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return entry.group === 'Go to' ? (entry.unread ? 3 : 2) : entry.group === 'Do' ? 1 : 0;
  const label = entry.label.toLowerCase().replace(/^[#@]/, '');
  const words = wanted.replace(/^[#@]/, '').split(/\s+/);
  const parts = label.split(/[^\p{L}\p{N}]+/u);
  if (label.startsWith(words.join(' '))) return 5;
  if (words.every((word) => parts.some((part) => part.startsWith(word)))) return 4;
  if (words.every((word) => label.includes(word))) return 3;
  return words.every((word) => `${label} ${entry.hint.toLowerCase()}`.includes(word)) ? 1 : 0;
}
