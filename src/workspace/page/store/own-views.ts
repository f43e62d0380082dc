import type { PeopleVerb } from '../../people/protocol.ts';
import type { PeopleView } from '../../people/shapes.ts';

/** What can bring a modal about. */
const OPENERS = new Set<PeopleVerb>(['act', 'slash', 'shortcut', 'submit']);
/** A trigger id lives for 3 s (docs.slack.dev/interactivity/handling-user-interaction); an app that is asked late gets it late. */
const WINDOW_MS = 10_000;

let askedAt = Number.NEGATIVE_INFINITY;

/** Remembers that somebody at this page did something. */
export function notice(verb: PeopleVerb): void {
  if (OPENERS.has(verb)) askedAt = performance.now();
}

/** The modals of a stack that were opened from this page: as in Slack, another window of the same person, or a script that acts as them, keeps its own. */
export function ownViews(stack: PeopleView[], shown: PeopleView[]): PeopleView[] {
  const fresh = performance.now() - askedAt < WINDOW_MS;
  const known = new Set(shown.map(({ id }) => id));
  const from = stack.findIndex(({ id }) => fresh || known.has(id));
  return from < 0 ? [] : stack.slice(from);
}
