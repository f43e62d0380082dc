import { afterEach, expect } from 'vitest';
import type { Workspace } from '../../../src/workspace/server.ts';
import { clientOf, control, started } from '../fixture.ts';
import { rule } from './rule.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function fresh(): Promise<Workspace> {
  const workspace = await started({ rateLimits: false });
  ends.push(() => workspace.close());
  return workspace;
}

/** The outcome of forty calls, two methods in turn. */
async function outcomes(workspace: Workspace, between: () => Promise<unknown> = async () => null): Promise<string[]> {
  const client = clientOf(workspace);
  const results: string[] = [];
  for (let n = 0; n < 40; n += 1) {
    const call = n % 2 === 0 ? client.users.list({}) : client.conversations.list({});
    results.push(
      await call.then(
        () => 'ok',
        (error: Error) => error.name,
      ),
    );
    await between();
  }
  return results;
}

const chaos = {
  seed: 42,
  rate: 0.3,
  kinds: ['ratelimited', 'http_500'],
  methods: ['users.list', 'conversations.list'],
};

rule(
  'workspace:chaos',
  'the same seed and the same calls meet the same faults, whatever else is called in between',
  'src/workspace/README.md',
  async () => {
    const [one, other] = [await fresh(), await fresh()];
    await control(one, 'chaos', chaos);
    await control(other, 'chaos', chaos);
    const first = await outcomes(one);
    expect(await outcomes(other, () => clientOf(other).auth.test())).toEqual(first);
    expect(new Set(first).size).toBe(3);
    await control(one, 'chaos', { ...chaos, seed: 43 });
    expect(await outcomes(one)).not.toEqual(first);
  },
);

rule(
  'workspace:chaos',
  'the seed stands in the state and beside every fault in the traffic',
  'src/workspace/README.md',
  async () => {
    const workspace = await fresh();
    await control(workspace, 'chaos', chaos);
    const failed = (await outcomes(workspace)).filter((one) => one !== 'ok');
    expect(await control(workspace, 'state')).toMatchObject({ chaos: { seed: 42, rate: 0.3 } });
    const traffic = JSON.parse(await (await fetch(`${workspace.url}/people/traffic`)).text());
    const faults = (traffic.entries as { fault?: { seed: number; draw: number } }[]).flatMap((one) => one.fault ?? []);
    expect(faults).toHaveLength(failed.length);
    expect(faults.every((one) => one.seed === 42 && one.draw < 0.3)).toBe(true);
    expect(await control(workspace, 'faults')).toMatchObject({ chaos: { seed: 42 }, to_come: [] });
    expect((await control(workspace, 'faults')).used).toHaveLength(failed.length);
  },
);

rule(
  'workspace:faults',
  'what is to come and what was used is listed, and can be taken back',
  'src/workspace/README.md',
  async () => {
    const workspace = await fresh();
    await control(workspace, 'faults', { method: 'auth.test', fault: 'http_500', times: 2 });
    await control(workspace, 'faults', { method: 'users.list', fault: 'slow', rate: 0.5, seed: 3 });
    await clientOf(workspace)
      .auth.test()
      .catch(() => null);
    expect(await control(workspace, 'faults')).toEqual({
      ok: true,
      chaos: null,
      to_come: [
        { method: 'auth.test', fault: 'http_500', times: 1 },
        { method: 'users.list', fault: 'slow', rate: 0.5, seed: 3 },
      ],
      used: [{ method: 'auth.test', fault: 'http_500', turn: 1 }],
    });
    await fetch(`${workspace.url}/control/faults`, { method: 'DELETE' });
    expect(await control(workspace, 'faults')).toMatchObject({ to_come: [], used: [] });
    expect((await clientOf(workspace).auth.test()).ok).toBe(true);
  },
);
