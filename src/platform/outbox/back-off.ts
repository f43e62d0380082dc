import { Permanent, SendFailure, Transient } from './failures.ts';

const longestMilliseconds = 5 * 60_000;
const unexpectedAttempts = 8;

/** 1, 2, 4 … seconds after attempt 1, 2, 3 …, within 25 % either way, at most 5 minutes. `random` in [0, 1). */
export function backOff(attempts: number, random: number): number {
  const exact = 1_000 * 2 ** Math.min(attempts - 1, 20);
  return Math.round(Math.min(exact * (0.75 + 0.5 * random), longestMilliseconds));
}

/** What nobody recognises is most likely our own mistake: tried again a few times with care, then given up. */
export function toFailure(
  error: unknown,
  attempts: number,
  classify: (error: unknown) => SendFailure | undefined = () => undefined,
): SendFailure {
  if (error instanceof SendFailure) return error;
  const known = classify(error);
  if (known) return known;
  if (attempts >= unexpectedAttempts) return new Permanent('unexpected', error);
  return new Transient('unexpected', { maybeSent: true, cause: error });
}
