import { FileCache } from '../../src/analysis/model/cache.ts';
import { type ModelEngineOptions, modelEngine } from '../../src/analysis/model/engine.ts';
import { FileLedger } from '../../src/analysis/model/ledger.ts';
import { mergeHeard } from '../../src/analysis/model/merge-heard.ts';
import type { ModelFailure } from '../../src/analysis/model/model-failure.ts';
import { openaiClient } from '../../src/analysis/model/openai-client.ts';
import { offlineEngine } from '../../src/analysis/offline/index.ts';
import { call, note, signed } from '../analysis/offline/deal.ts';

export const KEY = 'sk-test-3f9a1c77b2d84e60';

/** A deal in which the rules find promises, one of them contradicted, and miss one (“count on” a bare noun). */
export const deal = [
  call(
    'H: When does the crane come?',
    "O: We'll train your dairymen on site, free of charge.",
    'T: Your roof gets a second coat of sealant, count on it.',
    'H: Our electrician isolates the main board on Monday.',
    'P: Piet decides about the barn, and he wants mails, no calls.',
  ),
  note('Deal desk: a second visit by the surveyor approved, no charge.', 'Deal desk: waiver of the deposit refused.'),
  signed(
    'contract',
    '1. Panels > The supplier installs forty panels on the main roof.',
    '2. Training > Training is not included.',
    '3. Sealing > The roof receives one coat of sealant.',
    '4. Warranty > Inverters are replaced within fifteen working days.',
  ),
];

type Changes = Partial<ModelEngineOptions> & { timeoutMs?: number };

/** The engine with the real SDK against a server, files in a folder, and waits that are only noted. */
export function engineAgainst(url: string, folder: string, changes: Changes = {}) {
  const waits: number[] = [];
  const failures: ModelFailure[] = [];
  const engine = modelEngine({
    client: openaiClient({ apiKey: KEY, baseUrl: url, model: 'fake-1', timeoutMs: changes.timeoutMs ?? 60_000 }),
    budget: { maxTokens: 1_000_000, maxCost: null, inputPrice: 0, outputPrice: 0 },
    cache: new FileCache(folder),
    ledger: new FileLedger(folder),
    offline: offlineEngine,
    merge: mergeHeard,
    patience: { tries: 3, longestWaitMs: 30_000, random: () => 0, sleep: async (ms) => void waits.push(ms) },
    elapsed: () => 0,
    onFailure: (failure) => void failures.push(failure),
    ...changes,
  });
  return { engine, waits, failures };
}
