/** A handle that a call has in common with an earlier delivery. `sure`: only that delivery carried it. */
interface Handle {
  name: string;
  sure: boolean;
}

export interface Link {
  n: number;
  sure: boolean;
}

/** Deliveries by what they handed to the app, so that the calls it makes with that can be told to belong to them. */
export interface Links {
  handedOut(n: number, at: number, payload: Record<string, unknown>): void;
  find(at: number, args: Record<string, unknown>): Link | undefined;
}

const KEPT = 5000;
/** An answer to a message or a person comes soon; later calls about them are somebody else's doing. */
const GUESS_WITHIN_MS = 30_000;

export function createLinks(): Links {
  const known = new Map<string, { n: number; at: number }>();
  return {
    handedOut(n, at, payload) {
      for (const { name } of handlesOf(payload)) {
        known.delete(name);
        known.set(name, { n, at });
      }
      for (const name of known.keys()) {
        if (known.size <= KEPT) break;
        known.delete(name);
      }
    },
    find(at, args) {
      for (const { name, sure } of handlesOf(args)) {
        const found = known.get(name);
        if (found && (sure || at - found.at <= GUESS_WITHIN_MS)) return { n: found.n, sure };
      }
      return undefined;
    },
  };
}

/** The sure ones first. */
function handlesOf(body: Record<string, unknown>): Handle[] {
  const inside = [body, body.event, body.container, body.message, body.view, body.user, body.channel].filter(isObject);
  const values = (key: string) => inside.map((one) => one[key]).filter((value) => typeof value === 'string');
  const sure = ['trigger_id', 'response_url', 'function_execution_id', 'file_id'].flatMap((key) => values(key));
  const urls = Array.isArray(body.response_urls) ? body.response_urls.filter(isObject) : [];
  const times = ['thread_ts', 'ts', 'message_ts', 'timestamp'].flatMap((key) => values(key));
  const people = ['user_id', 'user'].flatMap((key) => values(key));
  const views = ['view_id', 'root_view_id'].flatMap((key) => values(key));
  return [
    ...[...sure, ...urls.map((one) => String(one.response_url))].map((name) => ({ name, sure: true })),
    ...[...views, ...times].map((name) => ({ name, sure: false })),
    ...[...people, ...idsOf(body.user)].map((name) => ({ name: `user:${name}`, sure: false })),
    ...idsOf(body.view).map((name) => ({ name, sure: false })),
  ];
}

const idsOf = (value: unknown): string[] => (isObject(value) && typeof value.id === 'string' ? [value.id] : []);

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
