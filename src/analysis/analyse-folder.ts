import type { Analysis } from '../handoff/analysis.ts';
import type { Engine, Progress } from './engine.ts';
import { type DealFolder, readDealFolder } from './reading/deal-folder.ts';

export type AnalysedFolder = { analysis: Analysis; notices: string[]; refused: DealFolder['refused'] };
type Options = Parameters<typeof readDealFolder>[1] & { onProgress?: (progress: Progress) => void };

/**
 * Reads a deal folder and analyses what could be read. `notices` are sentences for a person, `refused` the files left out and why.
 * Throws `ReadRefusal` for the folder itself. The analysis has its keys in the order of README, “Analysis output”.
 */
export async function analyseFolder(
  dir: string,
  engine: Engine,
  { read, onProgress }: Options,
): Promise<AnalysedFolder> {
  const { facts, sources, refused, notices } = await readDealFolder(dir, { read });
  const {
    sources: read_,
    commitments,
    flags,
    scope,
    questions,
    stakeholders,
    dependencies,
    risks,
    successMetrics,
    buyerIntent,
    dropped,
    notes,
  } = await engine.analyse(sources, facts, onProgress);
  return {
    analysis: {
      sources: read_,
      commitments,
      flags,
      scope,
      questions,
      stakeholders,
      dependencies,
      risks,
      successMetrics,
      buyerIntent,
      dropped,
      ...(notes && { notes }),
    },
    notices: [...notices, ...(notes ?? [])],
    refused,
  };
}
