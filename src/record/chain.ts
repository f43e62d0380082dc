import { createHash } from 'node:crypto';

/** The hash before the first event. */
export const genesis = '0'.repeat(64);

export interface Link {
  position: number;
  handoffId: string;
  seq: number;
  at: string;
  actor: string;
  type: string;
  data: string;
  prevHash: string;
}

/** SHA-256 over the previous hash and the event exactly as it is stored. One chain over all handoffs, so that no stream can lose its tail unseen. */
export const hashOf = (link: Link): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        link.prevHash,
        link.position,
        link.handoffId,
        link.seq,
        link.at,
        link.actor,
        link.type,
        link.data,
      ]),
    )
    .digest('hex');
