import { maskCredentials } from './credentials.ts';
import type { LogData } from './log.ts';

// What a customer said, and what opens doors. `text` also covers `markdown_text`, `token` also `bot_access_token` and `appToken`.
const withheld =
  /text|body|token|secret|password|authorization|cookie|blocks|quote|payload|args|response_url|trigger_id/i;
const longest = 500;

/** Makes data fit for a log line: withheld fields, masked credentials, visible control characters, errors without their payload. */
export function scrub(data: LogData): LogData {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, withheld.test(key) ? '[withheld]' : scrubValue(value, 0)]),
  );
}

function scrubValue(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return visible(maskCredentials(value));
  if (typeof value !== 'object' || value === null) return typeof value === 'bigint' ? String(value) : value;
  if (value instanceof Date) return value.toJSON();
  if (value instanceof Error) return describeError(value, depth);
  if (depth > 4) return '[deep]';
  if (Array.isArray(value)) return value.slice(0, 20).map((item) => scrubValue(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      visible(key),
      withheld.test(key) ? '[withheld]' : scrubValue(inner, depth + 1),
    ]),
  );
}

function describeError(error: Error, depth: number): LogData {
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  // A Slack error's message may carry a whole HTML page, and a query's its parameters: one line of it is enough.
  const message = visible(maskCredentials(error.message.split('\n')[0] ?? '').slice(0, 200));
  const at = error.stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 6)
    .map((line) => line.trim());
  // Bolt keeps what it wraps in `original`.
  const inner = 'original' in error ? error.original : error.cause;
  const cause = inner instanceof Error && depth < 3 ? { cause: describeError(inner, depth + 1) } : {};
  return { name: error.name, ...code, message, at, ...cause };
}

/** C0, C1, bidirectional and line separator characters as `\u{…}`: a name can neither start a new line nor colour the terminal. */
const visible = (text: string): string =>
  text
    .slice(0, longest)
    .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, (mark) => `\\u{${mark.codePointAt(0)?.toString(16)}}`);
