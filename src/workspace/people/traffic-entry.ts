export interface TrafficEntry {
  n: number;
  /** ISO instant of the workspace's clock at which it began. */
  at: string;
  /** `api_call`: from the app (also files and response addresses); `delivery`: to the app. */
  direction: 'api_call' | 'delivery';
  /** A Web API method, `files.upload`, `files.download`, `response_url`; or `message`, `interactive:block_actions`, `slash_commands:/desk`. */
  what: string;
  /** No answer yet. `ok` and `ms` count when it is false. */
  open: boolean;
  ok: boolean;
  error?: string;
  /** Real milliseconds from the beginning to the end. */
  ms: number;
  /** HTTP status of the answer, where there is one. */
  status?: number;
  /** `event_id` of an event; the same for its retries. */
  id?: string;
  /** How often it was tried before, as in `x-slack-retry-num`, and why it is tried again. */
  retry?: { num: number; reason: string };
  /** Trouble that was put in on purpose. `draw` is the seeded generator's number, for trouble by chance. */
  fault?: { kind: string; seed?: number; draw?: number };
  /** Refused by a rate limit: which, and the seconds it asked to wait. */
  limited?: { limit: string; retry_after: number };
  /** The person who began it. */
  by?: string;
  /** The entry that led to this one; `guessed` when it only speaks of the same message or person soon afterwards. */
  caused_by?: number;
  guessed?: boolean;
}

/** What went over the wire: JSON or text, tokens and secrets hidden, cut after 16,000 characters. `bytes` is the whole length. */
export interface TrafficBody {
  headers: Record<string, string>;
  body: string;
  bytes: number;
}

/** The bodies of older entries are forgotten. */
export interface TrafficDetail extends TrafficEntry {
  request: TrafficBody | null;
  answer: TrafficBody | null;
}
