import { pathToFileURL } from 'node:url';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { splitSentences } from '../../src/analysis/reading/sentences.ts';
import { TRICKY_SENTENCES } from '../../test/analysis/reading/made/tricky-sentences.ts';

/** `f1` is of the places where sentences end within a paragraph; `msPerMb` is the median of five runs over 1 MB of paragraphs. */
export type SentenceFigures = { f1: number; msPerMb: number };

type Split = (text: string) => string[];

/** Our segmentation and wink-nlp's on the same hand-labelled paragraphs, timed in turns. */
export function measureSentences(): { labelled: number; ours: SentenceFigures; wink: SentenceFigures } {
  const nlp = winkNLP(model, ['sbd']);
  const ours: Split = (text) => splitSentences(text).map((sentence) => sentence.text);
  const wink: Split = (text) => nlp.readDoc(text).sentences().out();
  const paragraphs = TRICKY_SENTENCES.map((sentences) => sentences.join(' '));
  const megabyte: string[] = [];
  for (let size = 0; size < 1_000_000; ) {
    const paragraph = paragraphs.slice(0, 12).join(' ');
    for (const text of [paragraph, ...paragraphs]) {
      megabyte.push(text);
      size += text.length + 1;
    }
  }
  const times: { ours: number[]; wink: number[] } = { ours: [], wink: [] };
  for (let run = 0; run < 6; run += 1) {
    for (const [name, split] of [
      ['ours', ours],
      ['wink', wink],
    ] as const) {
      const started = performance.now();
      for (const text of megabyte) split(text);
      if (run > 0) times[name].push(performance.now() - started);
    }
  }
  return {
    labelled: TRICKY_SENTENCES.flat().length,
    ours: { f1: f1Of(ours), msPerMb: median(times.ours) },
    wink: { f1: f1Of(wink), msPerMb: median(times.wink) },
  };
}

function f1Of(split: Split): number {
  let hits = 0;
  let found = 0;
  let wanted = 0;
  for (const sentences of TRICKY_SENTENCES) {
    const right = new Set(endsOf(sentences).slice(0, -1));
    const said = endsOf(split(sentences.join(' '))).slice(0, -1);
    hits += said.filter((end) => right.has(end)).length;
    found += said.length;
    wanted += right.size;
  }
  return (2 * hits) / (found + wanted);
}

/** Where sentences end, counted in letters without white space, so that how a splitter trims does not matter. */
function endsOf(sentences: string[]): number[] {
  let end = 0;
  return sentences.map((sentence) => {
    end += sentence.replace(/\s+/gu, '').length;
    return end;
  });
}

const median = (numbers: number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(JSON.stringify(measureSentences()));
