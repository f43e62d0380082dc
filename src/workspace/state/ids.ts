import { createHash, randomBytes } from 'node:crypto';

/** Slack-shaped ids that cannot repeat within a workspace, not after a reset and not after a restart with its state. */
export interface Ids {
  /** `C` → `C0LOCAL0001`-like: a prefix and nine characters. For what the workspace keeps. */
  next(prefix: string): string;
  /** `Ev` → `Ev0K3QX1A0001`-like: an id that no other process gives either, for what is told once and not kept: an app may remember it for long. */
  once(prefix: string): string;
  /** A value nobody can guess, for tokens, tickets and response addresses. Hex, two characters a byte. */
  secret(bytes?: number): string;
  /** A short name Slack gives to a block or action that has none. */
  short(): string;
  /** How many `next` ids were given so far. */
  given(): number;
  /** Goes on behind the ids of a snapshot; never back. */
  resume(given: number): void;
}

export function createIds(): Ids {
  let count = 0;
  let told = 0;
  // 36^6 runs: two of them are alike once in two thousand million.
  const run = (randomBytes(6).readUIntBE(0, 6) % 36 ** 6).toString(36).toUpperCase().padStart(6, '0');
  return {
    next: (prefix) => {
      count += 1;
      return `${prefix}0${count.toString(36).toUpperCase().padStart(8, '0')}`;
    },
    once: (prefix) => {
      told += 1;
      return `${prefix}0${run}${told.toString(36).toUpperCase().padStart(4, '0')}`;
    },
    secret: (bytes = 16) => randomBytes(bytes).toString('hex'),
    short: () => randomBytes(4).toString('base64url').slice(0, 5),
    given: () => count,
    resume: (given) => {
      count = Math.max(count, given);
    },
  };
}

/** The same colour for the same person, in every run. */
export function avatarColor(id: string): string {
  const hue = createHash('sha1').update(id).digest().readUInt16BE(0) % 360;
  return `hsl(${hue} 55% 40%)`;
}
