import type { PeopleCanvas, PeopleMessage, PeopleView, PeopleWorkspace } from '../../people/protocol.ts';
import { people, read } from './api.ts';
import { applyLive } from './apply-live.ts';
import { listenLive } from './live.ts';
import { placeOfTarget, targetOf } from './place-of-link.ts';
import { placeOfQuery, queryOfPlace } from './place-url.ts';
import { refusalWords } from './refusal-words.ts';
import { channelOf, emptyState, type PageState, type Place, type Question, threadKey } from './state.ts';

const TOAST_MS = 8000;
const PERSON_KEY = 'workspace-person';

export type Session = ReturnType<typeof createSession>;

/** The page's one store with everything a person can do to it. `changed` is called after each change of `get()`. */
export function createSession(changed: () => void) {
  let state: PageState = emptyState;
  let hangUp: () => void = () => {};
  let nextToast = 1;
  /** What stands in each composer, kept while the person looks elsewhere. */
  const drafts = new Map<string, string>();

  const set = (patch: Partial<PageState>): void => {
    state = { ...state, ...patch };
    changed();
  };
  const me = (): string => state.workspace?.me ?? '';

  const toast = (text: string): void => {
    const id = nextToast++;
    set({ toasts: [...state.toasts.slice(-2), { id, text }] });
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

  const readWorkspace = async (as?: string): Promise<void> => {
    const workspace = await read<PeopleWorkspace>('workspace', { as });
    set({ workspace, clock: { now: Date.parse(workspace.now), at: performance.now() }, problem: null });
    document.title = workspace.team.name;
  };

  const readPlace = async (): Promise<void> => {
    const { place } = state;
    const as = me();
    if (place.kind === 'home') {
      await people('open_home', { as });
      const { view } = await read<{ view: PeopleView | null }>('home', { as });
      if (me() === as) set({ home: view });
    }
    if (place.kind === 'canvas') await readCanvas(place.canvas);
    if (place.kind !== 'channel') return;
    const { channel, thread } = place;
    const canvas = channelOf(state, channel)?.canvas_id;
    if (place.tab === 'canvas' && canvas) await readCanvas(canvas);
    await steady(async () => {
      const history = await read<{ messages: PeopleMessage[] }>('history', { as, channel });
      if (me() === as) set({ histories: { ...state.histories, [channel]: history.messages } });
    });
    if (thread) await readThread(channel, thread);
  };

  let heard = 0;

  /** What was said while the answer was on its way may be missing from it: then it is asked for again, until nothing was. */
  const steady = async (readAll: () => Promise<void>): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1) {
      const before = heard;
      await readAll();
      if (heard === before) return;
    }
  };

  const readThread = async (channel: string, ts: string): Promise<void> => {
    const as = me();
    await steady(async () => {
      const { messages } = await read<{ messages: PeopleMessage[] }>('history', { as, channel, thread_ts: ts });
      if (me() === as) set({ threads: { ...state.threads, [threadKey(channel, ts)]: messages } });
    });
  };

  const readCanvas = async (canvas: string): Promise<void> => {
    const found = await read<PeopleCanvas>('canvas', { as: me(), canvas });
    set({ canvases: { ...state.canvases, [canvas]: found } });
  };

  const readViews = async (): Promise<void> => {
    const { stack } = await read<{ stack: PeopleView[] }>('views', { as: me() });
    set({ views: stack });
  };

  /** After a gap nothing that was read may be trusted, so what is not on screen is forgotten and read when it is opened. */
  const reread = async (): Promise<void> => {
    await readWorkspace(me());
    const { place } = state;
    const kept = place.kind === 'channel' ? state.histories[place.channel] : undefined;
    const key = place.kind === 'channel' && place.thread ? threadKey(place.channel, place.thread) : '';
    const thread = state.threads[key];
    set({
      histories: place.kind === 'channel' && kept ? { [place.channel]: kept } : {},
      threads: thread ? { [key]: thread } : {},
      canvases: {},
    });
    await Promise.all([readPlace(), readViews()]);
  };

  const go = async (place: Place): Promise<void> => {
    set({ place });
    history.replaceState(null, '', `/${queryOfPlace(me(), place)}`);
    await attempt(readPlace());
  };

  const firstPlace = (): Place => {
    const channels = state.workspace?.channels ?? [];
    const first = channels.find((channel) => channel.is_member && channel.kind !== 'im') ?? channels[0];
    return first ? { kind: 'channel', channel: first.id, tab: 'messages', thread: null } : { kind: 'nowhere' };
  };

  const sitDownAs = async (as: string | undefined, wanted: Place): Promise<void> => {
    hangUp();
    set({ histories: {}, threads: {}, canvases: {}, views: [], home: null, connection: 'connecting' });
    await readWorkspace(as);
    const visible = wanted.kind !== 'channel' || channelOf(state, wanted.channel) !== undefined;
    set({ place: wanted.kind === 'nowhere' || !visible ? firstPlace() : wanted });
    history.replaceState(null, '', `/${queryOfPlace(me(), state.place)}`);
    localStorage.setItem(PERSON_KEY, me());
    let first = true;
    hangUp = listenLive(me(), {
      event: (live) => {
        heard += 1;
        set(applyLive(state, live, performance.now()));
      },
      gap: () => {
        // The first connection only follows the first read, so what is on screen is read once.
        void attempt<unknown>(first ? Promise.all([readPlace(), readViews()]) : reread());
        first = false;
      },
      line: (connection) => set({ connection }),
    });
  };

  return {
    get: () => state,
    drafts,
    me,
    toast,
    dismiss,
    attempt,
    go,
    readViews,
    readCanvas,
    async start(): Promise<void> {
      const { as, place } = placeOfQuery(new URLSearchParams(location.search));
      const address = location.href;
      try {
        await sitDownAs(as ?? localStorage.getItem(PERSON_KEY) ?? undefined, place);
        if (new URL(address).pathname !== '/') this.follow(address);
      } catch (error) {
        localStorage.removeItem(PERSON_KEY);
        set({ problem: as ? refusalWords(error) : 'Say who you are: add ?as= and a person’s id to the address.' });
      }
    },
    async switchPerson(as: string): Promise<void> {
      const place = state.place;
      await attempt(sitDownAs(as, place.kind === 'channel' ? { ...place, thread: null } : place));
    },
    openChannel: (channel: string) => go({ kind: 'channel', channel, tab: 'messages', thread: null }),
    openTab: (tab: 'messages' | 'canvas') =>
      state.place.kind === 'channel' ? go({ ...state.place, tab }) : Promise.resolve(),
    openThread: (ts: string | null) => {
      const { place } = state;
      if (place.kind !== 'channel') return Promise.resolve();
      const { focus: _, ...rest } = place;
      return go({ ...rest, thread: ts });
    },
    async openDm(user: string): Promise<void> {
      const answer = await attempt(people('open_dm', { as: me(), user }));
      const channel =
        typeof answer?.channel === 'string' ? answer.channel : (answer?.channel as { id?: string } | undefined)?.id;
      if (!channel) return;
      if (!channelOf(state, channel)) await attempt(readWorkspace(me()));
      await go({ kind: 'channel', channel, tab: 'messages', thread: null });
    },
    /** Follows a link if it stays in this workspace; says whether it did. */
    follow(address: string): boolean {
      const target = targetOf(address, location.origin, state.workspace?.team.domain ?? '');
      if (!target) return false;
      if (target.kind === 'file') {
        window.open(`/people/file?${new URLSearchParams({ as: me(), file: target.file })}`, '_blank', 'noopener');
        return true;
      }
      const place = placeOfTarget(state, target);
      if (place) void go(place);
      return place !== null;
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
