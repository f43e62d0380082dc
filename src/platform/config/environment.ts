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

const wholeNumber = (least: number, most: number, problem: string) =>
  z
    .string()
    .regex(/^\d+$/, problem)
    .transform(Number)
    .refine((number) => number >= least && number <= most, problem);

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
