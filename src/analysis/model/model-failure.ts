export type ModelFailureCode =
  | 'timeout'
  | 'unreachable'
  | 'unauthorised'
  | 'rate_limited'
  | 'server_error'
  | 'rejected'
  | 'refused'
  | 'truncated'
  | 'malformed'
  | 'too_long';

/** What the operator may know beside the code. Never the service's own words: they may repeat the key or the question. */
type Details = { status?: number | undefined; retryAfterMs?: number | undefined };

/** Why the model gave no answer that counts. */
export class ModelFailure extends Error {
  override readonly name = 'ModelFailure';
  readonly code: ModelFailureCode;
  readonly status: number | undefined;
  /** How long the service asked to be left alone. */
  readonly retryAfterMs: number | undefined;

  constructor(code: ModelFailureCode, { status, retryAfterMs }: Details = {}) {
    super(`The language model gave no answer: ${code}`);
    this.code = code;
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}
