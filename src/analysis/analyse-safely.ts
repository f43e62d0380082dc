import { Analysis } from '../handoff/analysis.ts';
import type { DealFacts, Source } from '../handoff/source.ts';
import { type Limits, runLimited } from '../platform/documents/run-limited.ts';
import type { Engine } from './engine.ts';
import type { Merge } from './model/engine.ts';

type Options = { entry: string; limits?: Limits };

const LIMITS: Limits = { timeoutMs: 60_000, memoryMb: 1_024 };

/**
 * Analyses in a child process: a long transcript cannot hold up an acknowledgement. `entry` is `analysis-child.ts` or its bundle.
 * Throws `DocumentFailure`, which the outbox tries again, since the cause may be a busy machine.
 */
export async function analyseSafely(
  sources: Source[],
  deal: DealFacts,
  { entry, limits = LIMITS }: Options,
): Promise<Analysis> {
  return Analysis.parse(await runLimited({ entry, input: { sources, deal }, limits }));
}

/** The same engine to everybody who asks, at work in a process of its own. The child knows which engine it is; progress is not told. */
export const inChild = ({ name, version }: Engine, options: Options): Engine => ({
  name,
  version,
  analyse: (sources, deal) => analyseSafely(sources, deal, options),
});

/** `mergeHeard` at work in a process of its own. */
export const mergeInChild =
  ({ entry, limits = LIMITS }: Options): Merge =>
  async (found, answers, sources, deal) =>
    Analysis.parse(await runLimited({ entry, input: { sources, deal, heard: { found, answers } }, limits }));
