import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { applyManifest } from './manifest.ts';
import { sampleCompany } from './sample-company.ts';
import { WorkspaceSeed } from './seed.ts';
import { startWorkspace } from './server.ts';
import { CLOCK_GOES, isUsable } from './state/clock.ts';

/** The workspace as a process of its own. Prints one JSON line when ready; see README.md for the variables. */
const Environment = z.object({
  WORKSPACE_PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  WORKSPACE_SEED: z.string().optional(),
  WORKSPACE_MANIFEST: z.string().optional(),
  WORKSPACE_PAGE_DIR: z.string().optional(),
  WORKSPACE_CLOCK_START: z.iso
    .datetime({ offset: true })
    .refine((start) => isUsable(Date.parse(start)), CLOCK_GOES)
    .optional(),
  /** The app's request URL; without it the app connects by Socket Mode. */
  WORKSPACE_REQUEST_URL: z.url().optional(),
  /** A folder in which the workspace is kept over restarts. */
  WORKSPACE_STATE: z.string().min(1).optional(),
  /** Slack's rate limits are on unless they are told to be off. */
  WORKSPACE_RATE_LIMITS: z.literal(['on', 'off']).default('on'),
  WORKSPACE_WITH_PARENT: z.literal(['0', '1', '']).optional(),
});

const env = Environment.parse(process.env);
const workspace = await startWorkspace({
  seed: await seedFromFiles(),
  port: env.WORKSPACE_PORT,
  ...(env.WORKSPACE_PAGE_DIR ? { pageDir: env.WORKSPACE_PAGE_DIR } : {}),
  ...(env.WORKSPACE_CLOCK_START ? { clockStart: env.WORKSPACE_CLOCK_START } : {}),
  ...(env.WORKSPACE_RATE_LIMITS === 'off' ? { rateLimits: false } : {}),
  ...(env.WORKSPACE_STATE ? { stateDir: env.WORKSPACE_STATE } : {}),
  log: (level, message, data) => {
    const error = data?.error === undefined ? {} : { error: String(data.error) };
    process.stderr.write(`${JSON.stringify({ level, message, ...data, ...error })}\n`);
  },
}).catch((error: unknown): never => {
  // A port or a state folder that is in use: a sentence is enough.
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${JSON.stringify({ level: 'error', message })}\n`);
  process.exit(1);
});

let closing = false;
async function stop() {
  if (closing) return;
  closing = true;
  const { unknown } = workspace;
  await workspace.close();
  if (unknown.size > 0) {
    const line = {
      level: 'info',
      message: 'methods that this workspace does not know',
      methods: Object.fromEntries(unknown),
    };
    process.stderr.write(`${JSON.stringify(line)}\n`);
  }
  process.exit(0);
}
process.once('SIGTERM', () => void stop());
process.once('SIGINT', () => void stop());
if (env.WORKSPACE_WITH_PARENT === '1') process.stdin.once('end', () => void stop()).resume();

const { url, bot_token, app_token, signing_secret } = workspace;
process.stdout.write(`${JSON.stringify({ url, bot_token, app_token, signing_secret })}\n`);

async function seedFromFiles(): Promise<WorkspaceSeed> {
  const given = env.WORKSPACE_SEED ? WorkspaceSeed.parse(await readJson(env.WORKSPACE_SEED)) : sampleCompany;
  const seed = env.WORKSPACE_MANIFEST ? applyManifest(given, await readJson(env.WORKSPACE_MANIFEST)) : given;
  if (!env.WORKSPACE_REQUEST_URL) return seed;
  return { ...seed, app: { ...seed.app, delivery: { http: env.WORKSPACE_REQUEST_URL } } };
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8'));
}
