import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { paths } from '../paths.ts';
import { startOf } from './begin.ts';
import { castOf } from './cast.ts';
import { HandOverFailed, handOver } from './hand-over.ts';
import { faint, red, say, stepLine } from './lines.ts';
import { firstFreePort, type Processes, startProcesses } from './processes.ts';

const firstPort = 3456;

/** Some 0.4 to 0.8 seconds before each thing a person does, so that somebody can follow. */
const humanPace = (): Promise<void> => pause(400 + Math.random() * 400).then(() => undefined);

/** Ends both children when the terminal says so, and then this process. The signal is aborted from then on. */
const stopOnSignal = (processes: Processes): AbortSignal => {
  const stopping = new AbortController();
  const stop = async (): Promise<void> => {
    if (stopping.signal.aborted) return;
    stopping.abort();
    say('\nBaton and the workspace are stopping.');
    await processes.stop();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
  void processes.died.then((sentence) => {
    if (stopping.signal.aborted) return;
    stopping.abort();
    say(red(sentence));
    void processes.stop().then(() => process.exit(1));
  });
  return stopping.signal;
};

/** `npm start` without Slack tokens: the local workspace and the bot, the sample deal handed over before one's eyes; stays open. */
export const startLocally = async (): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'baton-local-'));
  const { deal, clockStart, timezone } = await startOf(paths.sampleDeal);
  const port = await firstFreePort(firstPort);
  const processes = await startProcesses({ dir: folder, clockStart, timezone, mode: 'socket', port, pace: humanPace });
  const stopping = stopOnSignal(processes);
  const { account_owner, delivery_lead } = await castOf(deal, processes.people);
  say('No Slack tokens are set, so Baton runs in a workspace on this machine. It starts afresh each time.');
  say(`Open ${processes.people.url}/?as=${account_owner.id}`);
  say(faint(`Database and logs: ${folder}`));
  say(`\n${account_owner.name} hands over “${deal.name}” to ${delivery_lead.name}:`);
  try {
    await handOver(deal, processes, (done) => say(stepLine(done)));
    say('\nHanded over. The workspace stays open.');
  } catch (error) {
    if (stopping.aborted) return;
    const what = error instanceof HandOverFailed ? `${error.step}: ${error.message}` : String(error);
    say(red(`\nThe hand-over stopped half-way at ${what}`));
    say('The workspace stays open as it is.');
  }
  say(`You are ${account_owner.name}; the menu at the top changes who you are.`);
  say(
    'Try: /handoff new to open a handoff of your own, /handoff list to see what is under way, a file dropped into its channel.',
  );
  say('Ctrl-C stops both.');
};
