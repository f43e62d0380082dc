import { createServer } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { paths } from '../paths.ts';
import { type Child, startChild } from './child.ts';
import { People } from './people.ts';
import { found, StepFailed } from './step-failed.ts';
import { until } from './until.ts';

const Ready = z.object({
  url: z.url(),
  bot_token: z.string(),
  app_token: z.string(),
  signing_secret: z.string(),
});

export interface ProcessesOptions {
  /** Folder for the database and the logs; must exist. */
  dir: string;
  /** ISO instant at which the workspace's clock starts. */
  clockStart: string;
  /** How Slack reaches the bot. */
  mode: 'socket' | 'http';
  /** The company's own zone, IANA. */
  timezone: string;
  /** The workspace's port; 0 takes any. */
  port: number;
  /** Whether Slack's limits of calls hold. People who click as fast as a script would mostly wait for them. */
  rateLimits?: boolean;
  /** Waits before each thing a person does. */
  pace?: () => Promise<void>;
}

export interface Processes {
  people: People;
  database: string;
  log: string;
  /** Resolves with a sentence when one of the two ends by itself. */
  died: Promise<string>;
  stop(): Promise<void>;
}

/** Starts the local workspace and the bot as processes of their own and waits until they know each other. */
export const startProcesses = async (options: ProcessesOptions): Promise<Processes> => {
  const { dir, mode } = options;
  const botPort = mode === 'http' ? await freePort() : null;
  const workspace = startChild(
    'The workspace',
    paths.workspace,
    {
      WORKSPACE_PORT: String(options.port),
      WORKSPACE_MANIFEST: paths.manifest,
      WORKSPACE_PAGE_DIR: paths.page,
      WORKSPACE_CLOCK_START: options.clockStart,
      WORKSPACE_WITH_PARENT: '1',
      ...(options.rateLimits ? {} : { WORKSPACE_RATE_LIMITS: 'off' }),
      ...(botPort === null ? {} : { WORKSPACE_REQUEST_URL: `http://127.0.0.1:${botPort}/slack/events` }),
    },
    join(dir, 'workspace.log'),
  );
  const started: Child[] = [workspace];
  const stop = async (): Promise<void> => {
    for (const child of started.toReversed()) await child.stop();
  };
  try {
    const slack = Ready.parse(JSON.parse(await workspace.firstLine));
    const people = new People(slack.url, options.pace);
    const bot = startChild(
      'Baton',
      paths.main,
      {
        SLACK_BOT_TOKEN: slack.bot_token,
        SLACK_APP_TOKEN: slack.app_token,
        SLACK_SIGNING_SECRET: slack.signing_secret,
        SLACK_API_URL: `${slack.url}/api/`,
        BATON_SLACK_MODE: mode,
        BATON_CLOCK_URL: `${slack.url}/clock`,
        BATON_DB: join(dir, 'baton.sqlite'),
        BATON_DIGEST_CHANNEL: await handoffsChannel(people),
        BATON_TIMEZONE: options.timezone,
        BATON_TICK_SECONDS: '1',
        BATON_WITH_PARENT: '1',
        LOG_LEVEL: 'warn',
        ...(botPort === null ? {} : { PORT: String(botPort) }),
      },
      join(dir, 'baton.log'),
    );
    started.push(bot);
    const died = Promise.race([workspace.died, bot.died]);
    await Promise.race([ready(people, botPort), died.then((sentence) => Promise.reject(new StepFailed(sentence)))]);
    return { people, database: join(dir, 'baton.sqlite'), log: join(dir, 'baton.log'), died, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

const ready = (people: People, botPort: number | null): Promise<unknown> =>
  until('Baton to be connected to the workspace', async () => {
    if (botPort === null) return (await people.company()).app?.connected ?? false;
    return fetch(`http://127.0.0.1:${botPort}/healthz`).then(
      (answer) => answer.ok,
      () => false,
    );
  });

const handoffsChannel = async (people: People): Promise<string> =>
  found(
    (await people.company()).channels.find((one) => one.name === 'handoffs')?.id,
    'The workspace has no #handoffs channel for the digest.',
  );

/** A port nobody listens on now. */
const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port was given')),
      );
    });
  });

/** `wanted`, or the next port that is free. */
export const firstFreePort = async (wanted: number): Promise<number> => {
  for (let port = wanted; port < wanted + 50; port += 1) if (await isFree(port)) return port;
  return freePort();
};

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
