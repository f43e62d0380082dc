import { startBot } from './bot.ts';
import {
  ConfigError,
  hasSlackSettings,
  loadConfig,
  loadEnvironmentFile,
  startedByParent,
} from './platform/config/index.ts';
import { createLog } from './platform/log/index.ts';
import { StoreError } from './platform/store/index.ts';

/** The process: the bot on Slack when there are tokens, else the local workspace with the bot and the sample deal. */
const run = async (): Promise<void> => {
  loadEnvironmentFile();
  if (!hasSlackSettings()) {
    const { startLocally } = await import('./demo/local.ts');
    return startLocally();
  }
  const config = loadConfig();
  const log = createLog(config.logLevel);
  const bot = await startBot(config, log);
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    log.info('Baton is stopping.');
    await bot.stop();
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
  // Set by whoever started this process for a while (the demo): it must not outlive them, even when they are killed.
  if (startedByParent()) process.stdin.once('end', () => void stop()).resume();
  process.on('unhandledRejection', (error) => log.error('A promise failed and nobody listened.', { error }));
};

/** What an operator can mend is said in one sentence; the rest with its stack. */
const explain = (error: unknown): string => {
  if (error instanceof ConfigError || error instanceof StoreError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};

try {
  await run();
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}
