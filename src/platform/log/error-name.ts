/** The name of what went wrong, under Bolt's wrapping (`original`); never its message, which may quote a customer. */
export function errorName(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'original' in error && error.original instanceof Error ? errorName(error.original) : error.name;
}
