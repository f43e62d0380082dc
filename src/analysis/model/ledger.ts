import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { DealFacts } from '../../handoff/source.ts';
import type { Usage } from './budget.ts';
import { writeWhole } from './write-whole.ts';

/** What was spent on each deal so far, over restarts. */
export interface Ledger {
  spentOn(deal: DealFacts): Promise<Usage>;
  book(deal: DealFacts, spent: Usage): Promise<void>;
}

const count = z.number().int().nonnegative();
const Spent = z.object({ input: count, output: count });

/** A small file per deal, named by a hash of what never changes of it: vendor, customer, name. Holds numbers only. */
export class FileLedger implements Ledger {
  readonly #folder: string;
  #writing: Promise<void> = Promise.resolve();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Nothing spent where there is no file; throws for one that cannot be read, since its budget may be used up. */
  async spentOn(deal: DealFacts): Promise<Usage> {
    const text = await readFile(this.#path(deal), 'utf8').catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    });
    return text === undefined ? { input: 0, output: 0 } : Spent.parse(JSON.parse(text));
  }

  book(deal: DealFacts, spent: Usage): Promise<void> {
    const writing = this.#writing.then(() => writeWhole(this.#path(deal), JSON.stringify(spent)));
    this.#writing = writing.catch(() => undefined);
    return writing;
  }

  #path({ vendor, customer, name }: DealFacts): string {
    const hash = createHash('sha256')
      .update(JSON.stringify([vendor, customer, name]))
      .digest('hex');
    return join(this.#folder, `spent-${hash}.json`);
  }
}
