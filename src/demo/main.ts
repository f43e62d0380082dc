import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { paths } from '../paths.ts';
import { startOf } from './begin.ts';
import { HandOverFailed, handOver } from './hand-over.ts';
import { green, red, say, seconds, stepLine } from './lines.ts';
import { type Processes, startProcesses } from './processes.ts';
import { StepFailed } from './step-failed.ts';

/** `npm run demo`: the main job without a person. Exits 0 only when all of it happened. */
const demo = async (dir: string, mode: 'socket' | 'http'): Promise<boolean> => {
  const from = performance.now();
  const folder = await mkdtemp(join(tmpdir(), 'baton-demo-'));
  let processes: Processes | null = null;
  try {
    const { deal, clockStart, timezone } = await startOf(dir);
    say(`${deal.name}`);
    processes = await startProcesses({ dir: folder, clockStart, timezone, mode, port: 0 });
    await handOver(deal, processes, (done) => say(stepLine(done)));
    say(green(`All of it happened, in ${seconds(performance.now() - from)}.`));
    return true;
  } catch (error) {
    const where = error instanceof HandOverFailed ? `✗ ${error.step}: ` : '✗ ';
    const expected = error instanceof HandOverFailed || error instanceof StepFailed;
    say(
      red(
        `${where}${expected || !(error instanceof Error) ? String(expected ? error.message : error) : (error.stack ?? error.message)}`,
      ),
    );
    say(`Logs and database: ${folder}`);
    return false;
  } finally {
    await processes?.stop();
  }
};

const program = new Command('demo')
  .description(
    'Hands over a deal from start to kickoff, by scripted people in the local workspace, and checks every step.',
  )
  .option('--deal <dir>', 'a deal folder with a deal.json', paths.sampleDeal)
  .option('--http', 'deliver by signed HTTP instead of Socket Mode')
  .action(async (options: { deal: string; http?: boolean }) => {
    process.exitCode = (await demo(options.deal, options.http ? 'http' : 'socket')) ? 0 : 1;
  });

await program.parseAsync();
