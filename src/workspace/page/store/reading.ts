import type { PeopleCanvas, PeopleHistory, PeopleMessage, PeopleView, PeopleWorkspace } from '../../people/shapes.ts';
import { people, read } from './api.ts';
import { channelOf, isWithApp, type PageState, type PeopleAssistant, threadKey } from './state.ts';

/** Messages asked for when a channel is opened, and when somebody scrolls up to them. */
const FIRST_READ = '60';
const OLDER_READ = '100';

interface ReadingParts {
  get(): PageState;
  set(patch: Partial<PageState>): void;
  me(): string;
  /** How many events the live line has told so far. */
  heard(): number;
  seeThread(): void;
  readActivity(): Promise<void>;
}

/** What the page asks the server for. Each throws PeopleError; an answer for somebody who sits here no longer is dropped. */
export function createReading({ get, set, me, heard, seeThread, readActivity }: ReadingParts) {
  const readWorkspace = async (as?: string): Promise<void> => {
    const workspace = await read<PeopleWorkspace>('workspace', { as });
    set({ workspace, clock: { now: Date.parse(workspace.now), at: performance.now() }, problem: null });
  };

  /** `again`: also what is known already. */
  const readPlace = async (again: boolean): Promise<void> => {
    const { place } = get();
    const as = me();
    if (place.kind === 'home') {
      await people('open_home', { as });
      await steady(async () => {
        const { view } = await read<{ view: PeopleView | null }>('home', { as });
        if (me() === as) set({ home: view });
      });
    }
    if (place.kind === 'canvas') await readCanvas(place.canvas);
    if (place.kind !== 'channel') return;
    const { channel, thread } = place;
    const canvas = channelOf(get(), channel)?.canvas_id;
    if ((place.tab === 'canvas' || place.side === 'canvas') && canvas) await readCanvas(canvas);
    if (again || !isKnown(channel, place.focus)) await readChannel(channel, place.focus);
    if (thread) await readThread(channel, thread);
    seeThread();
    const shown = channelOf(get(), channel);
    if (shown && isWithApp(get(), shown) && !get().assistant) await readAssistant();
  };

  /** The newest messages of a channel, and all since `focus` and since the oldest that is known already. */
  const readChannel = async (channel: string, focus?: string): Promise<void> => {
    const as = me();
    await steady(async () => {
      const known = get().histories[channel]?.[0]?.ts;
      const oldest = focus && (!known || Number(focus) < Number(known)) ? focus : known;
      const answer = await read<PeopleHistory>('history', { as, channel, limit: FIRST_READ, include: oldest });
      if (me() !== as) return;
      set({
        histories: { ...get().histories, [channel]: answer.messages },
        hasOlder: { ...get().hasOlder, [channel]: answer.has_more },
      });
    });
  };

  /** Read before, and told by the live line of everything since. */
  const isKnown = (channel: string, focus?: string): boolean => {
    const oldest = get().histories[channel]?.[0]?.ts ?? (get().histories[channel] && '0');
    if (oldest === undefined || get().connection !== 'live') return false;
    return !focus || !get().hasOlder[channel] || Number(focus) >= Number(oldest);
  };

  const readingOlder = new Set<string>();

  /** The hundred messages before those that are known; nothing while it is at it, or when there are none. */
  const readOlder = async (channel: string): Promise<void> => {
    const as = me();
    const before = get().histories[channel]?.[0]?.ts;
    if (!before || !get().hasOlder[channel] || readingOlder.has(channel)) return;
    readingOlder.add(channel);
    try {
      const answer = await read<PeopleHistory>('history', { as, channel, before, limit: OLDER_READ });
      const now = get().histories[channel] ?? [];
      if (me() !== as || now[0]?.ts !== before) return;
      set({
        histories: { ...get().histories, [channel]: [...answer.messages, ...now] },
        hasOlder: { ...get().hasOlder, [channel]: answer.has_more },
      });
    } finally {
      readingOlder.delete(channel);
    }
  };

  /** What was said while the answer was on its way may be missing from it: then it is asked for again, until nothing was. */
  const steady = async (readAll: () => Promise<void>): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1) {
      const before = heard();
      await readAll();
      if (heard() === before) return;
    }
  };

  const readThread = async (channel: string, ts: string): Promise<void> => {
    const as = me();
    await steady(async () => {
      const { messages } = await read<{ messages: PeopleMessage[] }>('history', { as, channel, thread_ts: ts });
      if (me() === as) set({ threads: { ...get().threads, [threadKey(channel, ts)]: messages } });
    });
  };

  const readCanvas = async (canvas: string): Promise<void> => {
    const as = me();
    await steady(async () => {
      const found = await read<PeopleCanvas>('canvas', { as, canvas });
      if (me() === as) set({ canvases: { ...get().canvases, [canvas]: found } });
    });
  };

  const readAssistant = async (): Promise<void> => {
    const as = me();
    await steady(async () => {
      const assistant = await read<PeopleAssistant>('assistant', { as });
      if (me() === as) set({ assistant });
    });
  };

  const readViews = async (): Promise<void> => {
    const as = me();
    await steady(async () => {
      const { stack } = await read<{ stack: PeopleView[] }>('views', { as });
      if (me() === as) set({ views: stack });
    });
  };

  /** After a gap nothing that was read may be trusted, so what is not on screen is forgotten and read when it is opened. */
  const reread = async (): Promise<void> => {
    await readWorkspace(me());
    const { place } = get();
    const kept = place.kind === 'channel' ? get().histories[place.channel] : undefined;
    const key = place.kind === 'channel' && place.thread ? threadKey(place.channel, place.thread) : '';
    const thread = get().threads[key];
    set({
      histories: place.kind === 'channel' && kept ? { [place.channel]: kept } : {},
      threads: thread ? { [key]: thread } : {},
      canvases: {},
    });
    await Promise.all([readPlace(true), readViews(), readActivity()]);
  };

  return { readWorkspace, readPlace, readOlder, readCanvas, readAssistant, readViews, reread };
}
