import type { Session } from '../store/session.ts';
import { isDirect, type PageState } from '../store/state.ts';

const REGIONS = '.rail, .main, .thread, .side, .inspector-drawer, .strip';

/** What the keyboard does wherever one is. Returns whether the key was one of these. */
export function pressKey(event: KeyboardEvent, state: PageState, session: Session): boolean {
  const mod = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  const inModal = document.querySelector('dialog[open]') !== null;
  if (event.key === 'F6') return nextRegion(event.shiftKey ? -1 : 1);
  if (mod && !event.shiftKey && key === 'k') return open(() => session.openPanel({ kind: 'switcher' }));
  if (inModal) return false;
  if ((mod && key === '/') || (event.key === '?' && !isTyping(event.target)))
    return open(() => session.openPanel({ kind: 'keys' }));
  if (mod && !event.shiftKey && key === 'g') return open(() => void session.go({ kind: 'search', query: '' }));
  if (mod && event.shiftKey && key === 'm') return open(() => void session.go({ kind: 'activity' }));
  if (mod && event.shiftKey && key === 'l') return open(() => session.openPanel({ kind: 'browse' }));
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.altKey && !mod && step) return open(() => stepChannel(state, session, step, event.shiftKey));
  return false;
}

function open(does: () => void): true {
  does();
  return true;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable="true"]');

function stepChannel(state: PageState, session: Session, step: number, unreadOnly: boolean): void {
  const here = state.place.kind === 'channel' ? state.place.channel : '';
  const all = (state.workspace?.channels ?? [])
    .filter((one) => one.is_member && !one.is_archived)
    .sort((a, b) => Number(isDirect(a)) - Number(isDirect(b)) || a.name.localeCompare(b.name));
  const at = all.findIndex((one) => one.id === here);
  const order =
    step > 0
      ? [...all.slice(at + 1), ...all.slice(0, at + 1)]
      : [...all.slice(at + 1), ...all.slice(0, Math.max(at, 0))].reverse();
  const next = order.find((one) => one.id !== here && (!unreadOnly || one.unread > 0));
  if (next) void session.openChannel(next.id);
}

/** Moves the focus to the next part of the page, to what is current in it or its first field or button. */
function nextRegion(step: number): boolean {
  const regions = [...document.querySelectorAll<HTMLElement>(REGIONS)].filter((one) => one.offsetParent !== null);
  const at = regions.findIndex((one) => one.contains(document.activeElement));
  const region = regions[(at + step + regions.length) % regions.length];
  const target =
    region?.querySelector<HTMLElement>('[aria-current]') ??
    region?.querySelector<HTMLElement>('textarea:not([disabled])') ??
    region?.querySelector<HTMLElement>('button:not([disabled]), a[href], input');
  target?.focus();
  return true;
}
