import type { Analysis } from '../handoff/analysis.ts';
import type { DealFacts, Source } from '../handoff/source.ts';

/** Sources read so far, of how many; `source` is the name of the one just read. */
export type Progress = { done: number; total: number; source: string };

/** The port behind which analysts stand. Whatever one says passes `ground` before anybody sees it. */
export interface Engine {
  name: string;
  version: string;
  analyse(sources: Source[], deal: DealFacts, onProgress?: (progress: Progress) => void): Promise<Analysis> | Analysis;
}
