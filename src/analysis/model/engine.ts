import type { Analysis } from '../../handoff/analysis.ts';
import type { DealFacts, Source } from '../../handoff/source.ts';
import type { Engine } from '../engine.ts';
import type { Patience } from './ask-patiently.ts';
import { type Budget, Purse } from './budget.ts';
import type { AnswerCache } from './cache.ts';
import { chunksOf, SIZES, type Sizes } from './chunks.ts';
import type { ModelClient } from './client.ts';
import type { Heard } from './heard.ts';
import { interview } from './interview.ts';
import type { Ledger } from './ledger.ts';
import type { ModelFailure } from './model-failure.ts';
import { notesOn, UNMERGED } from './notes.ts';
import { PROMPT_VERSION } from './prompt.ts';

/** Puts what the model said under what the rules found; whatever does not stand in the sources is left out. */
export type Merge = (
  found: Analysis,
  heard: Heard[],
  sources: Source[],
  deal: DealFacts,
) => Promise<Analysis> | Analysis;

export type ModelEngineOptions = {
  client: ModelClient;
  budget: Budget;
  cache: AnswerCache;
  ledger: Ledger;
  offline: Engine;
  merge: Merge;
  patience: Patience;
  elapsed: () => number;
  deadlineMs?: number;
  lanes?: number;
  sizes?: Sizes;
  /** For the operator's log; a failure says a code and a status, never words. */
  onFailure?: (failure: ModelFailure) => void;
  /** What went wrong while the answers were put together; they are left out then. */
  onMergeError?: (error: unknown) => void;
};

/**
 * The rules first, then a language model that may add to what they found, agree with it and doubt it, but take nothing away.
 * Whatever goes wrong with the model, the rules' analysis stands, with a note that says so.
 */
export function modelEngine(options: ModelEngineOptions): Engine {
  const { client, offline, ledger, budget, merge, sizes = SIZES } = options;
  return {
    name: `${offline.name} + model`,
    version: `${offline.version} + ${PROMPT_VERSION} ${client.name}`,
    async analyse(sources, deal, onProgress) {
      const found = await offline.analyse(sources, deal, onProgress);
      const spent = await ledger.spentOn(deal).catch(() => undefined);
      const asked = await interview(chunksOf(sources, found.commitments, sizes), deal, {
        ...options,
        purse: spent && new Purse(budget, spent),
        book: (total) => ledger.book(deal, total),
        deadlineMs: options.deadlineMs ?? 240_000,
        lanes: options.lanes ?? 3,
        onFailure: options.onFailure ?? (() => undefined),
      });
      const { analysis, notes } = await merged(found, asked.heard);
      return withNotes(analysis, [...notesOn(asked), ...notes]);

      async function merged(rules: Analysis, heard: Heard[]): Promise<{ analysis: Analysis; notes: string[] }> {
        if (heard.length === 0) return { analysis: rules, notes: [] };
        try {
          return { analysis: await merge(rules, heard, sources, deal), notes: [] };
        } catch (error) {
          options.onMergeError?.(error);
          return { analysis: rules, notes: [UNMERGED] };
        }
      }
    },
  };
}

const withNotes = (analysis: Analysis, notes: string[]): Analysis => {
  const all = [...(analysis.notes ?? []), ...notes];
  return all.length === 0 ? analysis : { ...analysis, notes: all };
};
