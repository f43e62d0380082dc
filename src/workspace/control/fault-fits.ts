import type { SeedApp } from '../seed.ts';
import { SlackError } from '../slack-error.ts';
import type { FaultKind } from './faults.ts';

/** What there is to go wrong: the methods, and the app as it is reached now. */
export interface Known {
  /** By name; `scopes` are the ones of which a caller needs one. */
  methods: Record<string, { scopes: readonly string[] }>;
  app: SeedApp;
}

/** Trouble with a call. `lost_response` and `truncated` take effect first; `slow` answers after `after_ms`; `clock_jump` moves the clock by `by_ms`. */
const CALL_FAULTS = ['ratelimited', 'http_500', 'http_503', 'html', 'hang', 'drop', 'lost_response', 'truncated'];
const METHOD_FAULTS = [...CALL_FAULTS, 'slow', 'missing_scope', 'clock_jump'];
/** Trouble with a delivery. `lost_response`: the app got it, Slack believes it did not. */
const DELIVERY_FAULTS = [
  'http_500',
  'hang',
  'lost_response',
  'duplicate',
  'delay',
  'reorder',
  'drop',
  'drop_mid_message',
  'clock_jump',
];

const NO_METHODS = /^(files\.(up|down)load|response_url)$/;
const KINDS_OF_DELIVERY = ['*', 'events_api', 'interactive', 'slash_commands'];
const PAYLOADS = [
  'block_actions',
  'block_suggestion',
  'message_action',
  'shortcut',
  'view_closed',
  'view_submission',
  'app_rate_limited',
];

/** Whether a kind of trouble can befall what has this name. */
export function fits(kind: FaultKind, name: string): boolean {
  if (name.startsWith('delivery:')) return DELIVERY_FAULTS.includes(kind);
  return (NO_METHODS.test(name) ? CALL_FAULTS : METHOD_FAULTS).includes(kind) || kind.startsWith('error:');
}

/** Throws `invalid_fault` with a sentence when none of the kinds can ever befall something with this name. */
export function checkFault(known: Known, kinds: FaultKind[], name: string): void {
  const message = whyNever(known, kinds, name);
  if (message) throw new SlackError('invalid_fault', { message });
}

function whyNever(known: Known, kinds: FaultKind[], name: string): string | null {
  const { methods, app } = known;
  const delivery = name.startsWith('delivery:') ? name.slice('delivery:'.length) : null;
  if (delivery !== null) {
    if (!isDelivered(app, delivery)) return `Nothing that is called "${delivery}" is ever delivered to this app.`;
  } else if (name !== '*' && !NO_METHODS.test(name) && !Object.hasOwn(methods, name)) {
    return `The workspace has no method "${name}".`;
  }
  const fitting = kinds.filter((kind) => fits(kind, name));
  const kind = kinds.join(', ');
  if (fitting.length === 0) return `${kind} cannot happen to ${delivery === null ? 'a call of' : 'a'} ${name}.`;
  if (fitting.every((one) => one === 'drop_mid_message') && app.delivery !== 'socket')
    return 'drop_mid_message cuts a Socket Mode message, and this app is reached by HTTP.';
  if (fitting.every((one) => one === 'missing_scope') && methods[name]?.scopes.length === 0)
    return `${name} needs no scope, so that none can be missing.`;
  return null;
}

function isDelivered(app: SeedApp, type: string): boolean {
  if (KINDS_OF_DELIVERY.includes(type) || PAYLOADS.includes(type)) return true;
  if (type.startsWith('/')) return app.commands.some(({ command }) => command === type);
  return app.events.some((event) => event === type || (type === 'message' && event.startsWith('message.')));
}
