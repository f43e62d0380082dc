import { apply } from '../../handoff/fold.ts';
import { packetOf } from '../../handoff/packet/index.ts';
import type { Handoff } from '../../handoff/state.ts';
import { readStream } from '../../record/stream.ts';
import type { Desk } from '../kit/desk.ts';
import { allBlocks, mark } from './compare.ts';
import { marksOf } from './inline.ts';
import { renderPacket } from './markdown.ts';

/**
 * Fingerprints of every block that Baton can have written since a version: an attempt that was cut short (a rate limit, a crash)
 * leaves text that no receipt knows, and nobody may be told that they wrote it.
 */
export const everWritten = (desk: Pick<Desk, 'store'>, h: string, since: number): Set<string> => {
  const found = new Set<string>();
  let state: Handoff | null = null;
  for (const one of readStream(desk.store.read, h)) {
    state = apply(state, h, one);
    if (state.packetVersion < since) continue;
    for (const block of allBlocks(renderPacket(packetOf(state), marksOf(state)))) found.add(mark(block));
  }
  return found;
};
