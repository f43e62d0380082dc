import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useMemo, useReducer } from 'preact/hooks';
import { createSession, type Session } from './session.ts';
import type { PageState } from './state.ts';

interface App {
  state: PageState;
  session: Session;
}

const Context = createContext<App | null>(null);

/** The store for everything below it. */
export function SessionProvider({ children }: { children: ComponentChildren }) {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const session = useMemo(() => createSession(oncePerFrame(() => redraw(undefined))), []);
  useEffect(() => void session.start(), [session]);
  return <Context.Provider value={{ state: session.get(), session }}>{children}</Context.Provider>;
}

/** Much can change between two frames; it is drawn once. A page that nobody sees has no frames. */
function oncePerFrame(draw: () => void): () => void {
  let waiting = false;
  const run = (): void => {
    waiting = false;
    draw();
  };
  return () => {
    if (waiting) return;
    waiting = true;
    if (document.hidden) setTimeout(run, 50);
    else requestAnimationFrame(run);
  };
}

/**
 * For what is drawn in great number. Below it the state moves on only when people, groups, the names of channels, what can be done with a
 * message, or the clock change, so that one more message does not redraw all the others.
 */
export function SlowApp({ children }: { children: ComponentChildren }) {
  const { state, session } = useApp();
  const { workspace, clock } = state;
  const names = (workspace?.channels ?? []).map((one) => `${one.id} ${one.name} ${one.canvas_id}`).join('\n');
  const { me, users, usergroups, shortcuts } = workspace ?? {};
  const slow = useMemo(() => ({ state, session }), [session, clock, names, me, users, usergroups, shortcuts]);
  return <Context.Provider value={slow}>{children}</Context.Provider>;
}

export function useApp(): App {
  const app = useContext(Context);
  if (!app) throw new Error('useApp needs a SessionProvider above it');
  return app;
}
