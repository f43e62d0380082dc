/** The four ways a send can fail. Senders throw these, or `classify` of the vendor's kit makes them from its errors. */
export abstract class SendFailure extends Error {
  readonly code: string;
  constructor(code: string, cause?: unknown) {
    super(code, { cause });
    this.name = new.target.name;
    this.code = code;
  }
}

/** Not done, and the lane must rest this long. Costs no attempt. */
export class RateLimited extends SendFailure {
  readonly retryAfterMs: number;
  constructor(retryAfterMs: number, cause?: unknown) {
    super('rate_limited', cause);
    this.retryAfterMs = retryAfterMs;
  }
}

/** Worth another try later. `maybeSent`: it may have taken effect all the same, so the next try must reconcile first. */
export class Transient extends SendFailure {
  readonly maybeSent: boolean;
  constructor(code: string, options: { maybeSent: boolean; cause?: unknown }) {
    super(code, options.cause);
    this.maybeSent = options.maybeSent;
  }
}

/** Will never work as asked; waits for a new `want` or for a person. */
export class Permanent extends SendFailure {}

/** Our standing with the other side is broken: nothing more is sent until `resume`. */
export class Unauthorized extends SendFailure {}
