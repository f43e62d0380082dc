import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Environment } from '../../../src/platform/config/environment.ts';
import { ConfigError, databasePath, hasSlackSettings, loadConfig } from '../../../src/platform/config/index.ts';

const root = join(import.meta.dirname, '../../..');
const socket = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1-A' };

const problemsOf = (env: Record<string, string>): ConfigError => {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('The settings were taken.');
};

test('two tokens are enough for socket mode; the rest has defaults', () => {
  expect(loadConfig(socket)).toEqual({
    slack: { mode: 'socket', botToken: 'xoxb-1', appToken: 'xapp-1-A', apiUrl: 'https://slack.com/api/' },
    database: 'data/baton.sqlite',
    clockUrl: undefined,
    digestChannel: undefined,
    timezone: 'UTC',
    holidays: undefined,
    logLevel: 'info',
    tickSeconds: 30,
  });
});

test('http mode takes a secret and a port', () => {
  const env = {
    SLACK_BOT_TOKEN: 'xoxb-1',
    BATON_SLACK_MODE: 'http',
    SLACK_SIGNING_SECRET: '0123456789abcdef',
    PORT: '3000',
  };
  expect(loadConfig(env).slack).toMatchObject({ mode: 'http', port: 3000 });
});

test('any of Slack’s variables means that Slack was meant', () => {
  expect(hasSlackSettings({ PATH: 'x', SLACK_BOT_TOKEN: '' })).toBe(false);
  expect(hasSlackSettings({ SLACK_APP_TOKEN: 'xapp-1' })).toBe(true);
});

test('the database is known without any Slack', () => {
  expect(databasePath({ BATON_DB: 'x.sqlite' })).toBe('x.sqlite');
  expect(databasePath({ BATON_DB: '' })).toBe('data/baton.sqlite');
});

test('an empty variable counts as absent', () => {
  expect(loadConfig({ ...socket, BATON_HOLIDAYS: '', PORT: ' ' })).toMatchObject({ holidays: undefined });
});

describe('what is wrong', () => {
  test('is told all at once, each by its name with an example', () => {
    const { message, variables } = problemsOf({ BATON_TIMEZONE: 'Mars/Base', BATON_TICK_SECONDS: '0.5' });
    expect(variables.sort()).toEqual(['BATON_TICK_SECONDS', 'BATON_TIMEZONE', 'SLACK_APP_TOKEN', 'SLACK_BOT_TOKEN']);
    expect(message).toContain('BATON_TIMEZONE=Europe/Berlin');
    expect(message).toContain('SLACK_APP_TOKEN=xapp-');
  });

  test('in http mode names the secret and the port', () => {
    expect(problemsOf({ SLACK_BOT_TOKEN: 'xoxb-1', BATON_SLACK_MODE: 'http' }).variables).toEqual([
      'SLACK_SIGNING_SECRET',
      'PORT',
    ]);
  });

  test.each([
    ['SLACK_BOT_TOKEN', 'xoxp-very-secret'],
    ['SLACK_APP_TOKEN', 'xoxb-very-secret'],
    ['SLACK_SIGNING_SECRET', 'very-secret'],
    ['BATON_SLACK_MODE', 'very-secret'],
    ['PORT', '70000'],
    ['SLACK_API_URL', 'https://very-secret.example/api'],
    ['SLACK_API_URL', 'ftp://very-secret.example/'],
    ['BATON_CLOCK_URL', 'very-secret'],
    ['BATON_DIGEST_CHANNEL', '#very-secret'],
    ['BATON_TIMEZONE', 'very-secret'],
    ['BATON_HOLIDAYS', 'very-secret'],
    ['LOG_LEVEL', 'very-secret'],
    ['BATON_TICK_SECONDS', '61'],
  ])('%s names the variable and never its value', (variable, value) => {
    const { message, variables } = problemsOf({ ...socket, [variable]: value });
    expect(variables).toEqual([variable]);
    expect(message).not.toContain('very-secret');
    expect(message).toContain('for example');
  });
});

test('.env.example names the variables of the schema, each with a sentence above it', () => {
  const blocks = readFileSync(join(root, '.env.example'), 'utf8').trim().split('\n\n');
  const names = blocks.map((block) => /^# [A-Z][^\n]+\.\n([A-Z_]+)=.*$/.exec(block)?.[1]);
  expect(names).toEqual(Object.keys(Environment.shape));
});

test('only config reads the environment', () => {
  const files = globSync('src/**/*.{ts,tsx}', { cwd: root }).filter(
    (file) => !/^src\/(platform\/config|workspace)\//.test(file),
  );
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((file) => /process\.env\b/.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
});
