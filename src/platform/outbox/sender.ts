import type { Tx } from '../store/index.ts';
import type { Json, OutboxEntry, Receipt } from './entry.ts';

export interface Job {
  entry: OutboxEntry;
  /** What is known of the thing on the other side: present means update, absent means create. */
  receipt: Receipt | null;
  /** An earlier attempt may have taken effect (crash, lost answer): look for it before creating anything. */
  previouslyTried: boolean;
}

export interface Sent {
  /** The other side's identity of the thing, such as `{channel, ts}`. */
  remote?: Json;
  /** Hash of what is shown there now, so that the same content is not sent twice. */
  contentHash?: string;
  /** Writes that must stand or fall with the receipt. */
  commit?: (tx: Tx) => void;
}

/** Brings one kind of thing in line. Runs outside of any transaction; throws a `SendFailure` or an error `classify` knows. */
export interface Sender {
  send(job: Job): Promise<Sent | undefined> | Promise<void>;
}
