import type { Instance } from './key-paths.ts';
import keys from './keys.json' with { type: 'json' };

/** Keys of one kind of object (a method's answer, `event:<type>`, `message` …), or of every kind (`*`), and why the lists differ there. */
export interface Exception {
  where: string;
  /** A key stands for everything below it, too. */
  keys: string[];
  why: string;
}

/** Whole kinds. */
export interface Absence {
  kinds: string[];
  why: string;
}

interface Difference {
  kind: string;
  key: string;
}

const KNOWN = new Map(Object.entries(keys.known).map(([kind, list]) => [kind, list.split(' ')]));
const ALWAYS = new Map(Object.entries(keys.always).map(([kind, one]) => [kind, one.keys.split(' ')]));

export const knownKinds = (): string[] => [...new Set([...KNOWN.keys()].map(shared))];
export const alwaysKinds = (): string[] => [...ALWAYS.keys()];

/** An interaction is one kind wherever it happened, and a mention whatever message it stands in. */
export const shared = (kind: string) =>
  /^(interaction:|event:app_mention)/.test(kind) ? (kind.split('/')[0] ?? kind) : kind;

/** A message with a subtype is a message, too; the samples of rare ones are thin. */
const wider = (kind: string): string[] => {
  const [event = kind, subtype] = kind.split('/');
  return kind.startsWith('event:message') ? [event, 'message'] : subtype === undefined ? [] : [event];
};

/** Every key that Slack is known to send; null for a kind that no published payload shows. */
function knownOf(...kinds: string[]): Set<string> | null {
  const lists = [...KNOWN]
    .filter(([one]) => kinds.some((kind) => shared(one) === shared(kind)))
    .map(([, list]) => list);
  return lists.length > 0 ? new Set(lists.flat()) : null;
}

/** Keys that we send and Slack does not, or not that anybody published. */
export function invented(instances: Instance[]): Difference[] {
  return merged(instances).flatMap(([kind, own]) => {
    const known = knownOf(kind, ...wider(kind));
    return known === null
      ? [{ kind, key: '*' }]
      : [...own].filter((key) => !known.has(key)).map((key) => ({ kind, key }));
  });
}

/** Keys that a published payload shows and that no object of ours of that kind has. Below a missing key nothing is counted. */
export function missing(instances: Instance[]): Difference[] {
  return merged(instances).flatMap(([kind, own]) => {
    const lacking = [...(knownOf(kind) ?? [])].filter((key) => !own.has(key));
    const tops = lacking.filter((key) => !lacking.some((other) => isBelow(key, other)));
    return tops.map((key) => ({ kind, key }));
  });
}

/** Keys that every filled payload of Slack's has, and some object of ours of that kind has not. */
export function sometimesMissing(instances: Instance[]): Difference[] {
  const found = instances.flatMap(({ kind, keys: own }) =>
    (ALWAYS.get(kind) ?? []).filter((key) => !own.has(key)).map((key) => ({ kind, key })),
  );
  const tops = found.filter((one) => !found.some((other) => other.kind === one.kind && isBelow(one.key, other.key)));
  return [...new Map(tops.map((one) => [`${one.kind} ${one.key}`, one])).values()];
}

/** Differences that no exception explains, and exceptions that explain nothing (any more). */
export function unexplained(differences: Difference[], exceptions: Exception[]): { open: string[]; stale: string[] } {
  const used = new Set<string>();
  const open = differences.filter(({ kind, key }) => {
    const by = exceptions.flatMap(({ where, keys: list }) =>
      where === kind || where === '*'
        ? list.filter((one) => one === key || isBelow(key, one)).map((one) => `${where} ${one}`)
        : [],
    );
    for (const one of by) used.add(one);
    return by.length === 0;
  });
  const all = exceptions.flatMap(({ where, keys: list }) => list.map((one) => `${where} ${one}`));
  return { open: open.map(({ kind, key }) => `${kind} ${key}`), stale: all.filter((one) => !used.has(one)) };
}

const isBelow = (key: string, other: string) =>
  key !== other && (key.startsWith(`${other}.`) || key.startsWith(`${other}[]`));

function merged(instances: Instance[]): [string, Set<string>][] {
  const all = new Map<string, Set<string>>();
  for (const { kind, keys: own } of instances) {
    all.set(shared(kind), new Set([...(all.get(shared(kind)) ?? []), ...own]));
  }
  return [...all];
}
