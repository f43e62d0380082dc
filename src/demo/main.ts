import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { ReadRefusal } from '../analysis/reading/read-refusal.ts';
import { paths } from '../paths.ts';
import { startOf } from './begin.ts';
import { HandOverFailed, handOver } from './hand-over.ts';
import { green, red, say, seconds, stepLine } from './lines.ts';
import { type Processes, startProcesses } from './processes.ts';
import { StepFailed } from './step-failed.ts';

/** What went wrong in one sentence where somebody foresaw it, else with its stack. */
const explain = (error: unknown): string => {
  if (error instanceof HandOverFailed) return `${error.step}: ${error.message}`;
  if (error instanceof StepFailed || error instanceof ReadRefusal) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};

/** `npm run demo`: the main job without a person. Exits 0 only when all of it happened. */
const demo = async (dir: string, how: { mode: 'socket' | 'http'; rateLimits: boolean }): Promise<boolean> => {
  const from = performance.now();
  const folder = await mkdtemp(join(tmpdir(), 'baton-demo-'));
  let processes: Processes | null = null;
  let happened = false;
  try {
    const { deal, clockStart, timezone } = await startOf(dir);
    say(`${deal.name}`);
    processes = await startProcesses({ dir: folder, clockStart, timezone, ...how, port: 0 });
    await handOver(deal, processes, (done) => say(stepLine(done)));
    say(green(`All of it happened, in ${seconds(performance.now() - from)}.`));
    happened = true;
  } catch (error) {
    say(red(`✗ ${explain(error)}`));
    say(`Logs and database: ${folder}`);
  } finally {
    await processes?.stop();
  }
  if (happened) await rm(folder, { recursive: true, force: true });
  return happened;
};

const program = new Command('demo')
  .description(
    'Hands over a deal from start to kickoff, by scripted people in the local workspace, and checks every step.',
  )
  .option('--deal <dir>', 'a deal folder with a deal.json', paths.sampleDeal)
  .option('--http', 'deliver by signed HTTP instead of Socket Mode')
  .option('--rate-limits', 'keep Slack’s limits of calls, which so quick a script mostly waits for')
  .action(async (options: { deal: string; http?: boolean; rateLimits?: boolean }) => {
    const how = { mode: options.http ? 'http' : 'socket', rateLimits: options.rateLimits ?? false } as const;
    process.exitCode = (await demo(options.deal, how)) ? 0 : 1;
  });

await program.parseAsync();
