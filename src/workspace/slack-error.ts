/** A refusal in Slack's own words: `code` becomes `error`, `extra` is merged into the answer. */
export class SlackError extends Error {
  readonly code: string;
  readonly extra: Record<string, unknown>;

  constructor(code: string, extra: Record<string, unknown> = {}) {
    super(code);
    this.name = 'SlackError';
    this.code = code;
    this.extra = extra;
  }
}

/** Slack lists what is wrong with arguments as `[ERROR] …` lines (docs.slack.dev, any method page). */
export function argumentError(code: string, lines: string[]): SlackError {
  return new SlackError(code, {
    errors: lines,
    response_metadata: { messages: lines.map((line) => `[ERROR] ${line}`) },
  });
}
