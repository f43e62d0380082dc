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
  const session = useMemo(() => createSession(() => redraw(undefined)), []);
  useEffect(() => void session.start(), [session]);
  return <Context.Provider value={{ state: session.get(), session }}>{children}</Context.Provider>;
}

export function useApp(): App {
  const app = useContext(Context);
  if (!app) throw new Error('useApp needs a SessionProvider above it');
  return app;
}
