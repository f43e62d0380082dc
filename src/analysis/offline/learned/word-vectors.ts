import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { modelFile } from './model-file.ts';

/** Dimensions of a word's vector. */
export const DIMENSIONS = 64;

type Table = { rank: Map<string, number>; bytes: Int8Array };
let loaded: Table | undefined;

/** `models/words.bin.gz`: a line of sizes, a line of words, the most frequent first, then eight bits per direction. */
function table(): Table {
  if (loaded) return loaded;
  const all = gunzipSync(readFileSync(modelFile('words.bin.gz')));
  const first = all.indexOf(10);
  const second = all.indexOf(10, first + 1);
  const words = all.toString('latin1', first + 1, second).split(' ');
  loaded = {
    rank: new Map(words.map((word, rank) => [word, rank])),
    bytes: new Int8Array(all.buffer, all.byteOffset + second + 1, words.length * DIMENSIONS),
  };
  return loaded;
}

/** How much a word says by being rare: near 0 for `the`, near 1 for words outside the list (Arora et al. 2017, Zipf's law for the frequency). */
export function rarity(word: string): number {
  const rank = table().rank.get(word);
  return rank === undefined ? 1 : 1e-3 / (1e-3 + 0.08 / (rank + 3));
}

/** Adds a word's vector, times `weight`, to `sum`; false for a word outside the list. */
export function addVector(word: string, weight: number, sum: Float64Array): boolean {
  const { rank, bytes } = table();
  const row = rank.get(word);
  if (row === undefined) return false;
  const from = row * DIMENSIONS;
  const factor = weight / 254;
  for (let d = 0; d < DIMENSIONS; d += 1) sum[d] = (sum[d] ?? 0) + factor * (bytes[from + d] ?? 0);
  return true;
}

/** The mean direction of words, rare ones counting more; of length 1, or 0 where no word is known. */
export function meanVector(words: readonly string[]): Float64Array {
  const sum = new Float64Array(DIMENSIONS);
  for (const word of words) addVector(word, rarity(word), sum);
  let length = 0;
  for (const value of sum) length += value * value;
  length = Math.sqrt(length);
  if (length > 0) for (let d = 0; d < DIMENSIONS; d += 1) sum[d] = (sum[d] ?? 0) / length;
  return sum;
}

/** Cosine of two directions of length 1. */
export function cosine(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let d = 0; d < DIMENSIONS; d += 1) sum += (a[d] ?? 0) * (b[d] ?? 0);
  return sum;
}

/** Cosine of two words; 1 for the same word, 0 where one is unknown. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const { rank, bytes } = table();
  const [rowA, rowB] = [rank.get(a), rank.get(b)];
  if (rowA === undefined || rowB === undefined) return 0;
  const [fromA, fromB] = [rowA * DIMENSIONS, rowB * DIMENSIONS];
  let sum = 0;
  for (let d = 0; d < DIMENSIONS; d += 1) sum += (bytes[fromA + d] ?? 0) * (bytes[fromB + d] ?? 0);
  return sum / (254 * 254);
}
