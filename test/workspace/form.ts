/** Arguments as Slack's own clients send them: objects as JSON, and nothing for what has no value. */
export function formOf(args: Record<string, unknown>): string {
  const given = Object.entries(args).filter(([, value]) => value !== undefined && value !== null);
  const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
  return new URLSearchParams(given.map(([key, value]): [string, string] => [key, text(value)])).toString();
}
