import { createHash } from 'node:crypto';

/** A number in [0, 1) that the text decides: the same text, the same number, in every run and whatever was drawn in between. */
export const chance = (text: string): number => createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32;
