import { pino } from 'pino';
import { scrub } from './scrub.ts';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';
export type LogData = Record<string, unknown>;

/** Messages are static sentences; what differs goes into `data`, where it is scrubbed. */
export interface Log {
  debug(message: string, data?: LogData): void;
  info(message: string, data?: LogData): void;
  warn(message: string, data?: LogData): void;
  error(message: string, data?: LogData): void;
  child(data: LogData): Log;
}

/** One JSON object per line to `write` (default: standard output). */
export function createLog(level: LogLevel, write: (line: string) => void = (line) => process.stdout.write(line)): Log {
  const sink = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write },
  );
  return wrap(sink);
}

export const silentLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  child: () => silentLog,
};

type Sink = Pick<ReturnType<typeof pino>, 'debug' | 'info' | 'warn' | 'error' | 'child'>;

const wrap = (sink: Sink): Log => ({
  debug: (message, data = {}) => sink.debug(scrub(data), message),
  info: (message, data = {}) => sink.info(scrub(data), message),
  warn: (message, data = {}) => sink.warn(scrub(data), message),
  error: (message, data = {}) => sink.error(scrub(data), message),
  child: (data) => wrap(sink.child(scrub(data))),
});
