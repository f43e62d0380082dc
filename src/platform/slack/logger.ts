import { type Logger, LogLevel } from '@slack/web-api';
import type { Log } from '../log/index.ts';

/** Slack's libraries' logger on ours. Their debug and info lines carry whole bodies, so only warnings and errors pass. */
export function slackLogger(log: Log): Logger {
  const line = (parts: unknown[]): { detail: string } => ({ detail: parts.map(brief).join(' ') });
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...parts) => log.warn('The Slack library warns.', line(parts)),
    error: (...parts) => log.error('The Slack library reports an error.', line(parts)),
    getLevel: () => LogLevel.WARN,
    setLevel: () => undefined,
    setName: () => undefined,
  };
}

// Bolt writes a listener's whole error into its line, and such a message may quote a customer.
const brief = (part: unknown): string => {
  if (part instanceof Error) return part.name;
  if (typeof part !== 'string') return typeof part;
  return (part.split('\n')[0] ?? '').replace(/\berror: .*$/i, 'error').slice(0, 200);
};
