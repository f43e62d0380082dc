/** The keys of one object of Slack's: its kind (`chat.postMessage`, `event:message`, `message`, `file` …) and each path in it. */
export interface Instance {
  kind: string;
  keys: Set<string>;
}

type Fields = Record<string, unknown>;

/** What apps write themselves, or what has names of its own: looked at elsewhere, or by nobody. */
const OPAQUE =
  /(^|_)blocks$|^(attachments|emoji|elements|event_payload|values|options|option_groups|inputs|outputs|args)$/;

/** Keys that are ids (`shares.public.C0123`) say nothing about the shape. */
const ID = /^[A-Z][A-Z0-9]{6,}_?$/;

const MESSAGE = new Set(['message', 'messages', 'previous_message', 'latest', 'root']);

/**
 * Key paths of a JSON value, such as `topic.value` or `messages[].ts`. An object that Slack shows in many places (a message, a file, a
 * user, a conversation, a view, an attachment) is an instance of its own: its keys stand under its kind, not under the path to it.
 */
export function instancesIn(kind: string, value: unknown): Instance[] {
  const found: Instance[] = [];
  const walk = (at: Fields, path: string, keys: Set<string>) => {
    for (const [name, child] of Object.entries(at)) visit(child, `${path}${ID.test(name) ? '*' : name}`, name, keys);
  };
  const visit = (child: unknown, path: string, name: string, keys: Set<string>): void => {
    keys.add(path);
    if (OPAQUE.test(name)) return;
    for (const one of Array.isArray(child) ? child : [child])
      open(one, Array.isArray(child) ? `${path}[]` : path, name, keys);
  };
  const open = (child: unknown, path: string, name: string, keys: Set<string>): void => {
    if (!isFields(child)) return;
    const named = kindOf(name, child);
    if (named === undefined) {
      walk(child, `${path}.`, keys);
      return;
    }
    const own = new Set<string>();
    found.push({ kind: named, keys: own });
    walk(child, '', own);
  };
  const keys = new Set<string>();
  found.push({ kind, keys });
  if (isFields(value)) walk(value, '', keys);
  return found;
}

function kindOf(name: string, value: Fields): string | undefined {
  if (MESSAGE.has(name) && ('ts' in value || 'text' in value)) return 'message';
  if ((name === 'file' || name === 'files') && Object.keys(value).length > 1) return 'file';
  if (name === 'profile' && 'real_name' in value) return 'profile';
  if ('profile' in value && 'name' in value) return 'user';
  if ((name === 'channel' || name === 'channels') && 'is_archived' in value) return 'channel';
  if (name === 'view') return 'view';
  return undefined;
}

/** Under which kind a payload to the app goes: `event:<type>`, `interaction:<type>`, `command`, and `envelope` for what is around an event. */
export function instancesOfPayload(payload: unknown): Instance[] {
  if (!isFields(payload)) return [];
  if ('event' in payload) {
    const { event, ...envelope } = payload;
    const around = instancesIn('envelope', { ...envelope, event: 0 });
    return isFields(event) ? [...around, ...instancesIn(kindOfEvent(event), event)] : around;
  }
  if ('event_ts' in payload) return instancesIn(kindOfEvent(payload), payload);
  if ('command' in payload) return instancesIn('command', payload);
  const container = isFields(payload.container) ? `/${String(payload.container.type)}` : '';
  return instancesIn(`interaction:${String(payload.type)}${container}`, payload);
}

const kindOfEvent = ({ type, subtype }: Fields): string =>
  `event:${String(type)}${typeof subtype === 'string' && subtype !== '' ? `/${subtype}` : ''}`;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
