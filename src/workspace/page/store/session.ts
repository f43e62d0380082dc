import type { TrafficEntry } from '../../people/traffic-entry.ts';
import { applyLive } from './apply-live.ts';
import { listenLive } from './live.ts';
import { createMoves } from './moves.ts';
import { createNotices } from './notices.ts';
import { placeOfAddress, queryOfPlace } from './place-url.ts';
import { createReading } from './reading.ts';
import { refusalWords } from './refusal-words.ts';
import { channelOf, emptyState, isDirect, type PageState, type Place, type Question, type Toast } from './state.ts';
import { titleOf } from './title.ts';

const TOAST_MS = 8000;
const PERSON_KEY = 'workspace-person';

export type Session = ReturnType<typeof createSession>;

/** The page's one store with everything a person can do to it. `changed` is called after each change of `get()`. */
export function createSession(changed: () => void) {
  let state: PageState = emptyState;
  let hangUp: () => void = () => {};
  let nextToast = 1;

  const set = (patch: Partial<PageState>): void => {
    state = { ...state, ...patch };
    const title = titleOf(state);
    if (document.title !== title) document.title = title;
    changed();
  };
  const me = (): string => state.workspace?.me ?? '';

  const toast = (text: string, open?: Toast['open']): void => {
    const id = nextToast++;
    set({ toasts: [...state.toasts.slice(-2), { id, text, ...(open ? { open } : {}) }] });
    window.setTimeout(() => dismiss(id), TOAST_MS);
  };
  const dismiss = (id: number): void => set({ toasts: state.toasts.filter((one) => one.id !== id) });

  /** Runs something the person asked for; a refusal becomes a private note and `null`. */
  const attempt = async <T>(work: Promise<T>): Promise<T | null> => {
    try {
      return await work;
    } catch (error) {
      toast(refusalWords(error));
      return null;
    }
  };

  let heard = 0;
  const get = (): PageState => state;
  const notices = createNotices({ get, set, toast, go: (place) => void go(place) });
  const { seeThread, readActivity } = notices;
  const reading = createReading({ get, set, me, heard: () => heard, seeThread, readActivity });
  const { readWorkspace, readPlace, readViews, readCanvas, readOlder, readAssistant, reread } = reading;

  const go = async (place: Place): Promise<void> => {
    const address = `/${queryOfPlace(me(), place)}`;
    // Another place is a step that "back" undoes; the same one with another message in focus is not.
    if (address !== location.pathname + location.search) history.pushState(null, '', address);
    set({ place, panel: null });
    await attempt(readPlace(false));
  };

  const trafficEars = new Set<(entry: TrafficEntry) => void>();

  const firstPlace = (): Place => {
    const channels = state.workspace?.channels ?? [];
    const first = channels.find((channel) => channel.is_member && !isDirect(channel)) ?? channels[0];
    return first ? { kind: 'channel', channel: first.id, tab: 'messages', thread: null } : { kind: 'nowhere' };
  };

  const sitDownAs = async (as: string | undefined, wanted: Place): Promise<void> => {
    hangUp();
    set({
      histories: {},
      threads: {},
      canvases: {},
      views: [],
      home: null,
      assistant: null,
      activity: null,
      connection: 'connecting',
    });
    await readWorkspace(as);
    const visible = wanted.kind !== 'channel' || channelOf(state, wanted.channel) !== undefined;
    set({ place: wanted.kind === 'nowhere' || !visible ? firstPlace() : wanted });
    history.replaceState(null, '', `/${queryOfPlace(me(), state.place)}`);
    localStorage.setItem(PERSON_KEY, me());
    let first = true;
    hangUp = listenLive(me(), {
      event: (live) => {
        if (live.type === 'traffic') {
          for (const ear of trafficEars) ear(live.entry);
          return;
        }
        if (live.type === 'reset') {
          void attempt(sitDownAs(me(), state.place));
          return;
        }
        heard += 1;
        set(applyLive(state, live, performance.now()));
        if (live.type !== 'message') return;
        void notices.hear(live);
        seeThread();
      },
      gap: () => {
        // The first connection only follows the first read, so what is on screen is read once.
        void attempt<unknown>(first ? Promise.all([readPlace(true), readViews(), readActivity()]) : reread());
        first = false;
      },
      line: (connection) => set({ connection }),
    });
  };

  return {
    get,
    me,
    toast,
    dismiss,
    attempt,
    go,
    readViews,
    readCanvas,
    readOlder,
    async start(): Promise<void> {
      const address = location.href;
      const { as, place } = placeOfAddress(new URL(address));
      window.addEventListener('popstate', () => {
        const back = placeOfAddress(new URL(location.href));
        if (back.as && back.as !== me()) void attempt(sitDownAs(back.as, back.place));
        else {
          set({ place: back.place, panel: null });
          void attempt(readPlace(false));
        }
      });
      try {
        await sitDownAs(as ?? localStorage.getItem(PERSON_KEY) ?? undefined, place);
        if (place.kind !== 'inspector' && new URL(address).pathname !== '/') this.follow(address);
      } catch (error) {
        localStorage.removeItem(PERSON_KEY);
        set({ problem: as ? refusalWords(error) : 'Say who you are: add ?as= and a person’s id to the address.' });
      }
    },
    async switchPerson(as: string): Promise<void> {
      const place = state.place;
      history.pushState(null, '', location.href);
      await attempt(sitDownAs(as, place.kind === 'channel' ? { ...place, thread: null } : place));
    },
    readAssistant,
    ...createMoves({ get, set, me, go, attempt, readWorkspace, readAssistant }),
    readActivity,
    readWorkspace: () => readWorkspace(me()),
    /** Tells of the traffic between the workspace and the app until the returned function is called. */
    onTraffic(ear: (entry: TrafficEntry) => void): () => void {
      trafficEars.add(ear);
      return () => trafficEars.delete(ear);
    },
    ask: (question: Omit<Question, 'answer'>): Promise<boolean> =>
      new Promise((resolve) => {
        const answer = (yes: boolean): void => {
          set({ question: null });
          resolve(yes);
        };
        set({ question: { ...question, answer } });
      }),
    /** The workspace's time now, ms. */
    now: (): number => state.clock.now + (performance.now() - state.clock.at),
  };
}
