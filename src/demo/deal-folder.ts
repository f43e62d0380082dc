import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { type DealFile, parseDealFile } from '../analysis/reading/deal-file.ts';
import { bytesInside } from '../analysis/reading/folder-files.ts';
import { addDays } from '../handoff/calendar.ts';
import { StepFailed } from './step-failed.ts';

export interface Deal extends Omit<DealFile, 'closeDate' | 'kickoffDate'> {
  /** What the CRM would call it: made from the folder's name. */
  dealId: string;
  closeDate: string;
  kickoffDate: string;
  /** The files in the order in which they are dropped. */
  contents: { path: string; bytes: Uint8Array }[];
}

/** Reads `deal.json` and the files it names. Days that it leaves out are `today` and two weeks later. */
export const readDeal = async (dir: string, today: string): Promise<Deal> => {
  const text = await readFile(join(dir, 'deal.json'), 'utf8').catch(() => {
    throw new StepFailed(`There is no deal.json in ${dir}. It names the deal, its people and its files.`);
  });
  const file = parseDealFile(text);
  const closeDate = file.closeDate ?? today;
  const contents = await Promise.all(
    file.files.map(async ({ path }) => ({ path, bytes: await bytesInside(dir, path) })),
  );
  return {
    ...file,
    customer: file.customer || file.name,
    dealId: `DEMO-${basename(resolve(dir))}`.slice(0, 60),
    closeDate,
    kickoffDate: file.kickoffDate ?? addDays(closeDate, 14),
    contents,
  };
};
