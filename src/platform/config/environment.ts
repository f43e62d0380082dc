import { IANAZone } from 'luxon';
import { z } from 'zod';
import { isHolidayCountry } from '../calendar/index.ts';

const fix = (what: string, example: string): string => `${what}, for example ${example}`;
const botToken = fix('must be the bot token of your Slack app, which begins with xoxb-', 'SLACK_BOT_TOKEN=xoxb-…');
const appToken = fix('must be an app-level token, which begins with xapp-', 'SLACK_APP_TOKEN=xapp-1-…');
const secret = fix('must be the signing secret of your Slack app, 16 characters or more', 'SLACK_SIGNING_SECRET=8f7…');
const apiUrl = fix('must be an http(s) address that ends with /', 'SLACK_API_URL=https://slack.com/api/');
const port = fix('must be a whole number from 1 to 65535', 'PORT=3000');
const clockUrl = fix('must be an http(s) address', 'BATON_CLOCK_URL=http://127.0.0.1:4000/clock');
const channel = fix('must be a channel id', 'BATON_DIGEST_CHANNEL=C0123456789');
const zone = fix('must be an IANA time zone', 'BATON_TIMEZONE=Europe/Berlin');
const country = fix('must be a country or region date-holidays knows', 'BATON_HOLIDAYS=US or BATON_HOLIDAYS=DE-BY');
const ticks = fix('must be a whole number of seconds from 1 to 60', 'BATON_TICK_SECONDS=30');
const modelUrl = fix(
  'must be an http(s) address without a password in it',
  'BATON_MODEL_BASE_URL=https://api.openai.com/v1',
);
const tokens = fix('must be a whole number of tokens from 1000 to 100000000', 'BATON_MODEL_MAX_TOKENS=300000');
const cost = fix('must be an amount of 0 or more', 'BATON_MODEL_MAX_COST=2.50');
const inputPrice = fix('must be a price of 0 or more per million tokens', 'BATON_MODEL_INPUT_PRICE=1.25');
const outputPrice = fix('must be a price of 0 or more per million tokens', 'BATON_MODEL_OUTPUT_PRICE=10');

const amount = (problem: string) =>
  z
    .string()
    .regex(/^\d{1,9}(?:\.\d{1,9})?$/, problem)
    .transform(Number);

const wholeNumber = (least: number, most: number, problem: string) =>
  z
    .string()
    .regex(/^\d+$/, problem)
    .transform(Number)
    .refine((number) => number >= least && number <= most, problem);

/** The variables of the language model, which are read without the others too. */
export const ModelEnvironment = z.object({
  BATON_MODEL_API_KEY: z.string().optional(),
  BATON_MODEL_NAME: z.string().optional(),
  BATON_MODEL_BASE_URL: z
    .url({ protocol: /^https?$/, error: modelUrl })
    .refine((url) => !/^\w+:\/\/[^/]*@/.test(url), modelUrl)
    .default('https://api.openai.com/v1'),
  BATON_MODEL_MAX_TOKENS: wholeNumber(1_000, 100_000_000, tokens).default(300_000),
  BATON_MODEL_MAX_COST: amount(cost).optional(),
  BATON_MODEL_INPUT_PRICE: amount(inputPrice).optional(),
  BATON_MODEL_OUTPUT_PRICE: amount(outputPrice).optional(),
});

/** Every variable Baton reads. `.env.example` says the same in prose. */
export const Environment = z.object({
  SLACK_BOT_TOKEN: z.string(botToken).startsWith('xoxb-', botToken),
  SLACK_APP_TOKEN: z.string().startsWith('xapp-', appToken).optional(),
  SLACK_SIGNING_SECRET: z.string().min(16, secret).optional(),
  BATON_SLACK_MODE: z
    .enum(['socket', 'http'], fix('must be socket or http', 'BATON_SLACK_MODE=socket'))
    .default('socket'),
  PORT: wholeNumber(1, 65_535, port).optional(),
  SLACK_API_URL: z
    .url({ protocol: /^https?$/, error: apiUrl })
    .endsWith('/', apiUrl)
    .default('https://slack.com/api/'),
  BATON_DB: z.string().default('data/baton.sqlite'),
  BATON_CLOCK_URL: z.url({ protocol: /^https?$/, error: clockUrl }).optional(),
  BATON_DIGEST_CHANNEL: z
    .string()
    .regex(/^[CG][A-Z0-9]{2,}$/, channel)
    .optional(),
  BATON_TIMEZONE: z.string().refine(IANAZone.isValidZone, zone).default('UTC'),
  BATON_HOLIDAYS: z.string().refine(isHolidayCountry, country).optional(),
  LOG_LEVEL: z
    .enum(
      ['debug', 'info', 'warn', 'error', 'silent'],
      fix('must be debug, info, warn, error or silent', 'LOG_LEVEL=info'),
    )
    .default('info'),
  BATON_TICK_SECONDS: wholeNumber(1, 60, ticks).default(30),
  ...ModelEnvironment.shape,
});

export type Environment = z.infer<typeof Environment>;

/** What the chosen mode needs and is not there; asked beside the schema, so that one message names everything. */
export function missingForMode(given: Record<string, string | undefined>): { variable: string; problem: string }[] {
  const needed =
    given.BATON_SLACK_MODE === 'http'
      ? { SLACK_SIGNING_SECRET: `is needed in http mode; it ${secret}`, PORT: `is needed in http mode; it ${port}` }
      : { SLACK_APP_TOKEN: `is needed in socket mode; it ${appToken}` };
  return Object.entries(needed)
    .filter(([variable]) => given[variable] === undefined)
    .map(([variable, problem]) => ({ variable, problem }));
}

/** What a key needs beside it, and a cost limit: a limit without prices would hold nothing. */
export function missingForModel(given: Record<string, string | undefined>): { variable: string; problem: string }[] {
  if (given.BATON_MODEL_API_KEY === undefined) return [];
  const needed = {
    BATON_MODEL_NAME:
      'is needed with BATON_MODEL_API_KEY; it is the model to ask, for example BATON_MODEL_NAME=gpt-5-mini',
    ...(given.BATON_MODEL_MAX_COST !== undefined && {
      BATON_MODEL_INPUT_PRICE: `is needed with BATON_MODEL_MAX_COST; it ${inputPrice}`,
      BATON_MODEL_OUTPUT_PRICE: `is needed with BATON_MODEL_MAX_COST; it ${outputPrice}`,
    }),
  };
  return Object.entries(needed)
    .filter(([variable]) => given[variable] === undefined)
    .map(([variable, problem]) => ({ variable, problem }));
}
