import type { Log, LogData } from '../../src/platform/log/index.ts';

/** Keeps what is logged, for tests that expect a warning or an error, or none. */
export class RecordingLog implements Log {
  readonly lines: { level: string; message: string; data: LogData }[] = [];
  debug(message: string, data: LogData = {}): void {
    this.lines.push({ level: 'debug', message, data });
  }
  info(message: string, data: LogData = {}): void {
    this.lines.push({ level: 'info', message, data });
  }
  warn(message: string, data: LogData = {}): void {
    this.lines.push({ level: 'warn', message, data });
  }
  error(message: string, data: LogData = {}): void {
    this.lines.push({ level: 'error', message, data });
  }
  child(): Log {
    return this;
  }
  of(level: string): string[] {
    return this.lines.filter((line) => line.level === level).map((line) => line.message);
  }
}
