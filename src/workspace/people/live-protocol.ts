import type {
  Notice,
  PeopleAssistantThread,
  PeopleCanvas,
  PeopleChannel,
  PeopleExecution,
  PeopleMessage,
  PeopleUser,
  PeopleView,
  PeopleWorkspace,
} from './shapes.ts';
import type { TrafficEntry } from './traffic-entry.ts';

/** Server → page. A page that missed something re-reads; `seq` has no gaps. */
export type Live = { seq: number } & (
  | { type: 'message'; channel: string; message: PeopleMessage; notice?: { why: Notice; excerpt: string } }
  | { type: 'message_changed'; channel: string; message: PeopleMessage }
  | { type: 'message_deleted'; channel: string; ts: string }
  | { type: 'channel'; channel: PeopleChannel }
  | { type: 'channel_left'; channel: string }
  | { type: 'views'; stack: PeopleView[] }
  | { type: 'home'; view: PeopleView | null }
  | { type: 'canvas'; canvas: PeopleCanvas }
  | { type: 'assistant'; thread: PeopleAssistantThread }
  | { type: 'function'; execution: PeopleExecution }
  | { type: 'user'; user: PeopleUser }
  | { type: 'usergroups'; usergroups: PeopleWorkspace['usergroups'] }
  | { type: 'clock'; now: string }
  /** A traffic entry began, changed or ended: the newest state of it, at most ten times a second. */
  | { type: 'traffic'; entry: TrafficEntry }
  /** The whole workspace was replaced: read everything again. */
  | { type: 'reset' }
  | { type: 'app'; connected: boolean }
);
