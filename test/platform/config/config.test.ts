import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Environment } from '../../../src/platform/config/environment.ts';
import {
  ConfigError,
  databasePath,
  hasSlackSettings,
  loadConfig,
  loadModelConfig,
} from '../../../src/platform/config/index.ts';
import { temporaryFolder } from '../temporary.ts';

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

test.each(['BATON_SLACK_MODE', 'PORT', 'BATON_DB'])(
  '%s alone means a Baton of one’s own, not the sample',
  (variable) => {
    expect(hasSlackSettings({ [variable]: '3000' })).toBe(true);
    expect(hasSlackSettings({ [variable]: ' ', BATON_TIMEZONE: 'UTC', BATON_WITH_PARENT: '1' })).toBe(false);
  },
);

describe('started in a folder', () => {
  const main = join(root, 'src/main.ts');
  const startIn = (cwd: string, env: Record<string, string>) =>
    spawnSync(process.execPath, [main], { cwd, env, encoding: 'utf8', timeout: 15_000 });

  test('with a database and no token, it says what is missing and does not show the sample', () => {
    const { status, stdout, stderr } = startIn(temporaryFolder(), { BATON_DB: 'mine.sqlite' });
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/SLACK_BOT_TOKEN: .*\n.*SLACK_APP_TOKEN: is needed/);
    expect(stderr).toContain('For the sample workspace, start without BATON_DB.');
  });

  test('it takes its settings from .env; what is set already stays', () => {
    const cwd = temporaryFolder();
    writeFileSync(
      join(cwd, '.env'),
      'SLACK_BOT_TOKEN=xoxb-1\nSLACK_APP_TOKEN=xapp-1\nBATON_TIMEZONE=Mars/Base\nPORT=0\n',
    );
    const { status, stderr } = startIn(cwd, { PORT: '3000' });
    expect(status).toBe(1);
    expect(stderr).toContain('BATON_TIMEZONE: must be');
    expect(stderr).not.toMatch(/PORT:|SLACK/);
  });

  test('by the demo, it leaves .env alone', () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, '.env'), 'SLACK_BOT_TOKEN=xoxb-1\nSLACK_APP_TOKEN=xapp-1\n');
    const { stderr } = startIn(cwd, { BATON_WITH_PARENT: '1', BATON_DB: 'x.sqlite' });
    expect(stderr).toContain('SLACK_BOT_TOKEN: must be');
  });
});

test('the database is known without any Slack', () => {
  expect(databasePath({ BATON_DB: 'x.sqlite' })).toBe('x.sqlite');
  expect(databasePath({ BATON_DB: '' })).toBe('data/baton.sqlite');
});

test('an empty variable counts as absent', () => {
  expect(loadConfig({ ...socket, BATON_HOLIDAYS: '', PORT: ' ' })).toMatchObject({ holidays: undefined });
});

describe('the language model', () => {
  const key = { BATON_MODEL_API_KEY: 'sk-1', BATON_MODEL_NAME: 'some-model' };

  test('is not asked without a key, whatever else is set', () => {
    expect(loadConfig(socket).model).toBeUndefined();
    expect(loadModelConfig({ BATON_MODEL_NAME: 'some-model', BATON_MODEL_API_KEY: ' ' })).toBeUndefined();
  });

  test('needs a key and a name; the rest has defaults', () => {
    const model = {
      apiKey: 'sk-1',
      name: 'some-model',
      baseUrl: 'https://api.openai.com/v1',
      maxTokens: 300_000,
      maxCost: null,
      inputPrice: 0,
      outputPrice: 0,
    };
    expect(loadModelConfig(key)).toEqual(model);
    expect(loadConfig({ ...socket, ...key }).model).toEqual(model);
  });

  test('may have a limit of cost, which needs the prices', () => {
    const prices = { BATON_MODEL_MAX_COST: '2.50', BATON_MODEL_INPUT_PRICE: '1.25', BATON_MODEL_OUTPUT_PRICE: '10' };
    expect(loadModelConfig({ ...key, ...prices })).toMatchObject({ maxCost: 2.5, inputPrice: 1.25, outputPrice: 10 });
    expect(problemsOf({ ...socket, BATON_MODEL_API_KEY: 'sk-1', BATON_MODEL_MAX_COST: '1' }).variables).toEqual([
      'BATON_MODEL_NAME',
      'BATON_MODEL_INPUT_PRICE',
      'BATON_MODEL_OUTPUT_PRICE',
    ]);
  });
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
    ['BATON_MODEL_BASE_URL', 'https://me:very-secret@models.example/v1'],
    ['BATON_MODEL_BASE_URL', 'very-secret'],
    ['BATON_MODEL_MAX_TOKENS', '999'],
    ['BATON_MODEL_MAX_COST', 'very-secret'],
    ['BATON_MODEL_INPUT_PRICE', '-1'],
    ['BATON_MODEL_OUTPUT_PRICE', '1e9'],
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
