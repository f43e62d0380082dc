import { Transient } from '../../platform/outbox/index.ts';
import { slackErrorCode } from '../../platform/slack/index.ts';
import type { Desk } from '../kit/desk.ts';
import { append, applyStep, readCanvas, replaceAll } from './canvas.ts';
import { allBlocks, blocksOf, chunked, essence, foreignText, mark, sameText } from './compare.ts';
import type { RenderedPacket } from './markdown.ts';
import { planPatch } from './patch.ts';

/** What is known of a canvas: fingerprints of its blocks as Slack last gave them back, and whether it gives back what it took. */
export interface Known {
  canvas: string;
  seen: readonly string[];
  faithful: boolean;
  /** True when this very packet was written there before. */
  current: boolean;
}

export interface Synced {
  seen: string[];
  faithful: boolean;
  how: 'untouched' | 'patched' | 'replaced';
}

const refused = (error: unknown): boolean => /^canvas_(?:editing|creation)_failed$/.test(slackErrorCode(error) ?? '');

/** The whole page in one call; Slack refuses some large ones, and then takes the same page in pieces. */
const rewrite = async (desk: Desk, canvas: string, blocks: readonly string[]): Promise<void> => {
  try {
    await replaceAll(desk, canvas, blocks.join('\n\n'));
    return;
  } catch (error) {
    if (!refused(error)) throw error;
  }
  try {
    for (const [at, chunk] of chunked(blocks).entries())
      await (at === 0 ? replaceAll : append)(desk, canvas, chunk.join('\n\n'));
  } catch (error) {
    if (refused(error)) throw new Transient('canvas_editing_failed', { maybeSent: true, cause: error });
    throw error;
  }
};

/** Block by block; false when a block was not where it should be or Slack would not take a change. */
const patch = async (desk: Desk, canvas: string, now: readonly string[], want: readonly string[]): Promise<boolean> => {
  const steps = planPatch(now, want);
  if (!steps) return false;
  try {
    for (const step of steps) if (!(await applyStep(desk, canvas, step))) return false;
    return true;
  } catch (error) {
    if (refused(error)) return false;
    throw error;
  }
};

const marksOf = (blocks: readonly string[]): string[] => blocks.filter((one) => essence(one) !== '').map(mark);

/**
 * Brings a canvas in line with the packet. What stands there is read first: where only our own text is found, changed blocks are
 * replaced one by one; where people wrote, `keep` is given their text before the page is written anew. What was written is read
 * back, and a page that differs is written whole. `everWritten` is asked only when text is found that nobody accounts for.
 */
export const syncCanvas = async (
  desk: Desk,
  known: Known,
  doc: RenderedPacket,
  keep: (theirs: string[]) => Promise<void>,
  everWritten: () => ReadonlySet<string>,
): Promise<Synced> => {
  const { canvas, faithful } = known;
  const want = allBlocks(doc);
  const read = async (): Promise<string[] | null> => {
    const content = await readCanvas(desk, canvas);
    return content === null ? null : blocksOf(content);
  };
  let now = await read();
  const byHand = now !== null && marksOf(now).join() !== known.seen.join();
  if (now && sameText(now, want)) return { seen: marksOf(now), faithful: true, how: 'untouched' };
  if (now && known.current && !faithful && !byHand) return { seen: marksOf(now), faithful, how: 'untouched' };

  if (now && faithful && !byHand) {
    const patched = await patch(desk, canvas, now, want);
    now = await read();
    if (patched && now && sameText(now, want)) return { seen: marksOf(now), faithful: true, how: 'patched' };
  }
  const accounted = new Set([...known.seen, ...marksOf(want)]);
  if (now && foreignText(now, accounted).length > 0) {
    const theirs = foreignText(now, new Set([...accounted, ...everWritten()]));
    if (theirs.length > 0) await keep(theirs);
  }
  await rewrite(desk, canvas, want);
  const after = await read();
  if (after && sameText(after, want)) return { seen: marksOf(after), faithful: true, how: 'replaced' };
  desk.log.warn('A canvas cannot be read back as it was written.', { canvas });
  return { seen: marksOf(after ?? want), faithful: false, how: 'replaced' };
};
