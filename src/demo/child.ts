import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { environmentForChild } from '../platform/config/index.ts';

export interface Child {
  /** The first line on standard output; rejects when the process ends before it. */
  firstLine: Promise<string>;
  /** Resolves with a sentence and the last lines of its log when the process ends without having been asked to. */
  died: Promise<string>;
  /** Asks it to end by its id, insists after five seconds, resolves when it is gone. */
  stop(): Promise<void>;
}

const lastLines = 8;

/** Starts a Node program; what it writes goes to `logFile`, its first line of standard output to whoever waits for it. */
export const startChild = (name: string, program: string, env: Record<string, string>, logFile: string): Child => {
  const child = spawn(process.execPath, [program], {
    env: { ...environmentForChild(), ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const log = createWriteStream(logFile, { flags: 'a' });
  const recent: string[] = [];
  let stopping = false;
  const keep = (line: string): void => {
    log.write(`${line}\n`);
    recent.push(line.slice(0, 500));
    if (recent.length > lastLines) recent.shift();
  };
  const { promise: firstLine, resolve, reject } = Promise.withResolvers<string>();
  firstLine.catch(() => undefined); // whoever does not wait for a line is not to fall over its absence
  createInterface({ input: child.stdout }).on('line', (line) => {
    resolve(line);
    // The workspace's first line holds its tokens: they are for the bot, not for a log.
    if (!line.includes('"bot_token"')) keep(line);
  });
  createInterface({ input: child.stderr }).on('line', keep);
  const died = new Promise<string>((tell) => {
    child.once('error', (error) => tell(`${name} could not be started: ${error.message}.`));
    child.once('close', (code, signal) => {
      log.end();
      const sentence = `${name} ended (${signal ?? `code ${code}`}). Its last lines:\n${recent.join('\n')}`;
      reject(new Error(sentence));
      if (!stopping) tell(sentence);
    });
  });
  return {
    firstLine,
    died,
    stop: async () => {
      stopping = true;
      await end(child);
    },
  };
};

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'close');
  child.kill('SIGTERM');
  const late = pause(5_000, 'late', { ref: false });
  if ((await Promise.race([gone, late])) === 'late') child.kill('SIGKILL');
  await gone;
};
