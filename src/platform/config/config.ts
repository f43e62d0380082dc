import { existsSync } from 'node:fs';
import type { z } from 'zod';
import { Environment, ModelEnvironment, missingForMode, missingForModel } from './environment.ts';
import { type ModelConfig, modelOf } from './model.ts';

/** The settings of one process, checked. Absent options are `undefined`. */
export interface Config {
  slack: { botToken: string; apiUrl: string } & (
    | { mode: 'socket'; appToken: string }
    | { mode: 'http'; signingSecret: string; port: number }
  );
  database: string;
  clockUrl: string | undefined;
  digestChannel: string | undefined;
  timezone: string;
  holidays: string | undefined;
  logLevel: z.infer<typeof Environment>['LOG_LEVEL'];
  tickSeconds: number;
  /** Undefined without a key. */
  model?: ModelConfig | undefined;
}

/** Every problem at once, one line each: the variable, what is wrong, an example. Values are never repeated. */
export class ConfigError extends Error {
  readonly variables: string[];
  constructor(problems: { variable: string; problem: string }[], hint = '') {
    const lines = problems.map(({ variable, problem }) => `  ${variable}: ${problem}`);
    super(`The settings are not complete:\n${lines.join('\n')}\nEach variable is explained in .env.example.${hint}`);
    this.name = 'ConfigError';
    this.variables = problems.map(({ variable }) => variable);
  }
}

/** Reads the settings from environment variables (default: this process's); an empty one counts as absent. Throws `ConfigError`. */
export function loadConfig(env: Record<string, string | undefined> = process.env): Config {
  const given = present(env);
  const parsed = Environment.safeParse(given);
  const problems = [
    ...(parsed.error?.issues ?? []).map(toProblem),
    ...missingForMode(given),
    ...missingForModel(given),
  ];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems, sampleHint(given));
  const settings = parsed.data;
  return {
    slack: slackOf(settings),
    database: settings.BATON_DB,
    clockUrl: settings.BATON_CLOCK_URL,
    digestChannel: settings.BATON_DIGEST_CHANNEL,
    timezone: settings.BATON_TIMEZONE,
    holidays: settings.BATON_HOLIDAYS,
    logLevel: settings.LOG_LEVEL,
    tickSeconds: settings.BATON_TICK_SECONDS,
    model: modelOf(settings),
  };
}

/** The language model alone, for commands that need no Slack; undefined without a key. Throws `ConfigError`. */
export function loadModelConfig(env: Record<string, string | undefined> = process.env): ModelConfig | undefined {
  const given = present(env);
  const parsed = ModelEnvironment.safeParse(given);
  const problems = [...(parsed.error?.issues ?? []).map(toProblem), ...missingForModel(given)];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  return modelOf(parsed.data);
}

/** What is set to something. */
const present = (env: Record<string, string | undefined>): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));

/** What only somebody sets who means a Baton of their own: then missing tokens are a mistake, not a wish for the sample. */
const meant = [
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'BATON_SLACK_MODE',
  'PORT',
  'BATON_DB',
] as const;

const sampleHint = (given: Record<string, string | undefined>): string => {
  const set = meant.filter((variable) => given[variable] !== undefined);
  return set.length === 0 || set.some((variable) => variable.startsWith('SLACK_'))
    ? ''
    : `\nFor the sample workspace, start without ${set.join(' and ')}.`;
};

/** Whether anybody tried to connect this process to Slack; without any of these variables it runs on its own. */
export const hasSlackSettings = (env: Record<string, string | undefined> = process.env): boolean =>
  meant.some((variable) => (env[variable] ?? '').trim() !== '');

/** Started for a while by another process (the demo), with all its settings, and to end with it. */
export const startedByParent = (env: Record<string, string | undefined> = process.env): boolean =>
  env.BATON_WITH_PARENT === '1';

/** This process's environment without settings that are meant for another Baton. */
export const environmentForChild = (): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(SLACK|BATON|WORKSPACE)_|^PORT$|^LOG_LEVEL$/.test(name)),
  );

/** Whether nobody asked for output without colours (no-color.org). */
export const mayColour = (): boolean => !process.env.NO_COLOR;

/** Adds what `.env` in the working directory says, where there is one; what is set already stays. Not for a child, whose parent has said everything. */
export const loadEnvironmentFile = (path = '.env'): void => {
  if (existsSync(path) && !startedByParent()) process.loadEnvFile(path);
};

/** The database alone, for commands that need no Slack: `BATON_DB` or its default. */
export const databasePath = (env: Record<string, string | undefined> = process.env): string =>
  Environment.shape.BATON_DB.parse(env.BATON_DB?.trim() || undefined);

const toProblem = ({ path, message }: z.core.$ZodIssue): { variable: string; problem: string } => ({
  variable: path.join('.'),
  problem: message,
});

function slackOf(settings: z.infer<typeof Environment>): Config['slack'] {
  const common = { botToken: settings.SLACK_BOT_TOKEN, apiUrl: settings.SLACK_API_URL };
  const {
    BATON_SLACK_MODE: mode,
    SLACK_APP_TOKEN: appToken,
    SLACK_SIGNING_SECRET: signingSecret,
    PORT: port,
  } = settings;
  if (mode === 'socket' && appToken !== undefined) return { ...common, mode, appToken };
  if (mode === 'http' && signingSecret !== undefined && port !== undefined)
    return { ...common, mode, signingSecret, port };
  throw new Error('The environment schema let an incomplete Slack mode through.');
}
