import { Agent, request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorkspace, type Workspace } from '../../../src/workspace/server.ts';
import { takesJson } from '../../../src/workspace/web-api/content-types.ts';
import { SCOPES, seedWith } from '../fixture.ts';
import { formOf } from '../form.ts';
import { appCalls } from './app-calls.ts';
import type { RandomCall } from './calls.ts';
import { closedDoor, overTheLimit, spoils } from './invalid-calls.ts';
import { brokenInvariants } from './invariants.ts';
import { moreAppCalls } from './more-app-calls.ts';
import { peopleCalls } from './people-calls.ts';
import { createRandom } from './random.ts';

/** `RANDOM_CALLS_SEED` repeats a run, `RANDOM_CALLS` makes it longer. */
const SEED = Number(process.env.RANDOM_CALLS_SEED ?? 20_261_121);
const CALLS = Number(process.env.RANDOM_CALLS ?? 20_000);
const MORE_SCOPES = ['mpim:read', 'mpim:write', 'mpim:history', 'usergroups:read', 'usergroups:write'];
const LOOK_EVERY = 50;

let workspace: Workspace;
const defects: unknown[] = [];
const agent = new Agent({ keepAlive: true });
const random = createRandom(SEED);

beforeAll(async () => {
  const log = (_level: string, _message: string, data?: unknown) => void defects.push(data);
  workspace = await startWorkspace({
    seed: seedWith({ scopes: [...new Set([...SCOPES, ...MORE_SCOPES])] }),
    rateLimits: false,
    log,
  });
});
afterAll(async () => {
  agent.destroy();
  await workspace.close();
});

function send(
  call: RandomCall,
  token: string,
  asForm: boolean,
): Promise<{ status: number; answer: Record<string, unknown> }> {
  const type = asForm ? 'application/x-www-form-urlencoded' : 'application/json; charset=utf-8';
  const headers = { authorization: `Bearer ${token}`, 'content-type': type };
  return new Promise((resolve, reject) => {
    const sent = request(`${workspace.url}/${call.path}`, { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part) => {
        text += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, answer: JSON.parse(text) }));
    });
    sent.on('error', reject);
    sent.end(asForm ? formOf(call.body) : JSON.stringify(call.body));
  });
}

/** A form makes text of every value, so what was wrong by its type may become right: wrong calls are forms only where they must be. */
function isForm({ path }: RandomCall, wrong: boolean): boolean {
  if (!path.startsWith('api/')) return false;
  return !takesJson(path.slice('api/'.length)) || (!wrong && random.chance(0.5));
}

function rightCall(): RandomCall | null {
  return (
    random.pick(random.chance(0.7) ? [...appCalls, ...moreAppCalls] : peopleCalls)?.(workspace.world, random) ?? null
  );
}

function wrongCall(): RandomCall | null {
  if (random.chance(0.3)) return overTheLimit(workspace.world, random);
  if (random.chance(0.1)) return closedDoor(workspace.world, random);
  const right = rightCall();
  return right && (random.pick(spoils)?.(right, random) ?? null);
}

test(`${CALLS} random calls, right and wrong, leave the workspace whole (seed ${SEED})`, {
  timeout: 300_000,
}, async () => {
  let changes = 0;
  workspace.world.changes.listen((change) => {
    if (change.type !== 'user') changes += 1;
  });
  const done = { right: 0, wrong: 0, methods: new Set<string>() };
  while (done.right + done.wrong < CALLS) {
    const wrong = random.chance(0.35);
    const call = wrong ? wrongCall() : rightCall();
    if (!call) continue;
    const token =
      wrong && call.path.startsWith('api/') && random.chance(0.05) ? 'xoxb-of-somebody-else' : workspace.bot_token;
    const before = changes;
    const asForm = isForm(call, wrong);
    const { status, answer } = await send(call, token, asForm);
    const told = `${asForm ? 'form' : 'JSON'}, seed ${SEED}, call ${done.right + done.wrong}: ${JSON.stringify(call).slice(0, 2000)} → ${JSON.stringify(answer).slice(0, 600)}`;
    expect(defects, told).toEqual([]);
    expect(status, told).toBeLessThan(500);
    expect(answer.ok, told).toBe(!wrong);
    if (wrong) {
      expect(answer.error, told).toMatch(/\S/);
      expect(changes, `a refused call changed something: ${told}`).toBe(before);
    }
    done[wrong ? 'wrong' : 'right'] += 1;
    done.methods.add(call.path);
    if ((done.right + done.wrong) % LOOK_EVERY === 0) expect(brokenInvariants(workspace.world), told).toEqual([]);
  }
  expect(brokenInvariants(workspace.world)).toEqual([]);
  expect(done.methods.size).toBeGreaterThan(40);
  process.stdout.write(
    `random calls: ${done.right} right, ${done.wrong} wrong, ${done.methods.size} kinds, seed ${SEED}\n`,
  );
});
