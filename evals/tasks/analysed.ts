import { offlineEngine } from '../../src/analysis/offline/index.ts';
import { readDealFolder } from '../../src/analysis/reading/deal-folder.ts';
import { readDocument } from '../../src/analysis/reading/read-document.ts';
import type { Analysis } from '../../src/handoff/analysis.ts';
import { type LabelledDeal, labelledDeals } from '../deals/deal.ts';

export type Analysed = { deal: LabelledDeal; analysis: Analysis };
const known = new Map<string, Promise<Analysed[]>>();

/** The labelled deals of a folder, read and analysed by the real engine; once per run. */
export function analysedDeals(folder: string): Promise<Analysed[]> {
  const found = known.get(folder) ?? analyseAll(folder);
  known.set(folder, found);
  return found;
}

async function analyseAll(folder: string): Promise<Analysed[]> {
  const out: Analysed[] = [];
  for (const deal of labelledDeals([folder])) {
    const { sources, facts } = await readDealFolder(deal.folder, { read: (bytes, name) => readDocument(bytes, name) });
    out.push({ deal, analysis: await offlineEngine.analyse(sources, facts) });
  }
  return out;
}
