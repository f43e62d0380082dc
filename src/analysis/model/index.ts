import { setTimeout as sleep } from 'node:timers/promises';
import type { ModelConfig } from '../../platform/config/index.ts';
import { errorName, type Log } from '../../platform/log/index.ts';
import type { Engine } from '../engine.ts';
import { FileCache } from './cache.ts';
import { type Merge, modelEngine } from './engine.ts';
import { FileLedger } from './ledger.ts';

type Around = {
  offline: Engine;
  merge: Merge;
  /** Where answers and what was spent are kept. */
  folder: string;
  now: Date;
  log: Log;
};

const KEPT_DAYS = 90;

/** The engine that asks the model of the settings, with everything real around it. The SDK is loaded only here. */
export async function connectModel(
  settings: ModelConfig,
  { offline, merge, folder, now, log }: Around,
): Promise<Engine> {
  const { openaiClient } = await import('./openai-client.ts');
  const { apiKey, baseUrl, name, ...budget } = settings;
  const cache = new FileCache(folder);
  await cache.prune(now, KEPT_DAYS);
  return modelEngine({
    client: openaiClient({ apiKey, baseUrl, model: name }),
    budget,
    cache,
    ledger: new FileLedger(folder),
    offline,
    merge,
    patience: { tries: 3, longestWaitMs: 30_000, sleep, random: Math.random },
    elapsed: () => performance.now(),
    onFailure: ({ code, status }) => log.warn('The language model gave no answer.', { code, status }),
    onMergeError: (error) => log.warn('What the language model said could not be used.', { error: errorName(error) }),
  });
}
