import { createHash, randomBytes } from 'node:crypto';

/** Slack-shaped ids that cannot repeat within a workspace. */
export interface Ids {
  /** `C` → `C0LOCAL0001`-like: a prefix and nine characters. */
  next(prefix: string): string;
  /** A value nobody can guess, for tokens, tickets and response addresses. Hex, two characters a byte. */
  secret(bytes?: number): string;
  /** A short name Slack gives to a block or action that has none. */
  short(): string;
  /** How many ids were given so far, and going on from there. */
  given(): number;
  resume(given: number): void;
}

export function createIds(): Ids {
  let count = 0;
  return {
    next: (prefix) => {
      count += 1;
      return `${prefix}0${count.toString(36).toUpperCase().padStart(8, '0')}`;
    },
    secret: (bytes = 16) => randomBytes(bytes).toString('hex'),
    short: () => randomBytes(4).toString('base64url').slice(0, 5),
    given: () => count,
    resume: (given) => {
      count = given;
    },
  };
}

/** The same colour for the same person, in every run. */
export function avatarColor(id: string): string {
  const hue = createHash('sha1').update(id).digest().readUInt16BE(0) % 360;
  return `hsl(${hue} 55% 40%)`;
}
