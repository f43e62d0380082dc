import { dirname, join } from 'node:path';
import type { Engine } from '../analysis/engine.ts';
import { connectModel } from '../analysis/model/index.ts';
import { mergeHeard } from '../analysis/model/merge-heard.ts';
import { offlineEngine } from '../analysis/offline/index.ts';
import { systemClock } from '../platform/clock/index.ts';
import { databasePath, loadModelConfig } from '../platform/config/index.ts';
import { createLog } from '../platform/log/index.ts';

/** The engine of BATON_MODEL_…; throws with a sentence when there is no key. Its log goes to standard error, beside the notices. */
export async function modelFromSettings(): Promise<Engine> {
  const settings = loadModelConfig();
  if (!settings)
    throw new Error(
      'No language model is set up. Set BATON_MODEL_API_KEY and BATON_MODEL_NAME, or leave --engine out.',
    );
  return connectModel(settings, {
    offline: offlineEngine,
    merge: mergeHeard,
    folder: join(dirname(databasePath()), 'model'),
    now: systemClock.now(),
    log: createLog('warn', (line) => process.stderr.write(line)),
  });
}
