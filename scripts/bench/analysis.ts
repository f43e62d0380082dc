import { join } from 'node:path';
import { filesIn, shipped, sourceOf, textOf } from '../../evals/rows.ts';
import { offlineEngine } from '../../src/analysis/offline/index.ts';
import { splitSentences } from '../../src/analysis/reading/sentences.ts';
import { unknownDeal } from '../../src/handoff/source.ts';
import type { SourceKind } from '../../src/handoff/vocabulary.ts';
import { median } from './reading-pdf.ts';

/** Medians in ms; `ratio`: analysing over splitting the same passages into sentences, in turns in one process. */
export type AnalysisFigures = {
  megabytes: number;
  splitMs: number;
  analyseMs: number;
  ratio: number;
  mbPerSecond: number;
};

/** People say about 150 words a minute. */
const WORDS_IN_AN_HOUR = 9000;
const ROUNDS = 5;
/** A slow analysis is not measured again and again: rounds end after this many milliseconds. */
const LONG_ENOUGH = 20_000;

/** An hour of talk: the longest public meeting, cut. */
export const hourOfTalk = (): string =>
  textOf(join(shipped('public/transcripts'), 'qmsum_covid_9.txt'))
    .split(' ')
    .slice(0, WORDS_IN_AN_HOUR)
    .join(' ');

/** One megabyte of public contracts. */
export const megabyteOfContracts = (): string =>
  filesIn(shipped('public/contracts')).map(textOf).join('\n\n').slice(0, 1_000_000);

/** Reading apart: the passages are there already. */
export async function measureAnalysis(text: string, name: string, kind: SourceKind): Promise<AnalysisFigures> {
  const source = await sourceOf(name, kind, text);
  const split: number[] = [];
  const analyse: number[] = [];
  const begun = performance.now();
  for (let round = 0; round <= ROUNDS; round += 1) {
    const first = performance.now();
    for (const passage of source.passages) splitSentences(passage.text);
    const second = performance.now();
    await offlineEngine.analyse([source], unknownDeal(''));
    const third = performance.now();
    const over = third - begun > LONG_ENOUGH;
    if (round > 0 || over) {
      split.push(second - first);
      analyse.push(third - second);
    }
    if (over) break;
  }
  const [splitMs, analyseMs] = [median(split), median(analyse)];
  const megabytes = text.length / 1_000_000;
  return { megabytes, splitMs, analyseMs, ratio: analyseMs / splitMs, mbPerSecond: (1000 * megabytes) / analyseMs };
}
