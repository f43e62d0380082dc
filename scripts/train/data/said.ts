import { basename } from 'node:path';
import { z } from 'zod';
import type { Names } from '../../../src/analysis/offline/learned/tokens.ts';
import type { Utterance } from '../../../src/analysis/offline/utterances.ts';
import { lowered } from '../../../src/analysis/offline/words.ts';
import type { Source } from '../../../src/handoff/source.ts';
import { CommitmentKind, Side, SourceKind } from '../../../src/handoff/vocabulary.ts';
import { filesIn, rowsOf } from './jsonl.ts';

const Label = z.enum(['none', 'explicit', 'implied', 'unsure']);
const Said = z.union([z.tuple([z.string(), Label]), z.tuple([z.string(), Label, CommitmentKind.nullable()])]);
const Snippet = z.object({
  trade: z.string(),
  source: SourceKind,
  turns: z.array(z.object({ by: z.string(), side: Side, said: z.array(Said) })),
});

/** One conversation with a label for each sentence. */
export type Talk = {
  group: string;
  set: 'said' | 'deal';
  said: Utterance[];
  labels: (LabelOf | undefined)[];
  names: Names;
};
export type LabelOf = { strength: z.infer<typeof Label>; kind: z.infer<typeof CommitmentKind> | undefined };

/** The snippets of `evals/data/said`. */
export function snippets(): Talk[] {
  return filesIn('said').flatMap((file) =>
    rowsOf(file, Snippet).map((snippet, at): Talk => {
      const source = {
        id: 's1',
        name: 'snippet',
        kind: snippet.source,
        kindGuessed: false,
        signed: false,
        sha256: '',
        size: 0,
        passages: [],
      } satisfies Source;
      const named = new Map(
        snippet.turns.flatMap(({ by, side }) => partsOf(by).map((part): [string, string] => [part, `#${side}`])),
      );
      const labels: Talk['labels'] = [];
      const said = snippet.turns.flatMap(({ by, side, said: sentences }, turn) =>
        sentences.map(([text, strength, kind], index): Utterance => {
          labels.push({ strength, kind: kind ?? undefined });
          const passage = { id: `${turn}`, locator: '', text };
          return {
            source,
            passage,
            speaker: by,
            side,
            text,
            low: lowered(text),
            turn,
            first: index === 0,
            heading: '',
          };
        }),
      );
      return {
        group: `${basename(file, '.jsonl')}-${at}`,
        set: 'said',
        said,
        labels,
        names: (word) => named.get(word),
      };
    }),
  );
}

const partsOf = (name: string): string[] =>
  name
    .toLowerCase()
    .split(/[^\p{L}'-]+/u)
    .filter((part) => part.length > 2);
