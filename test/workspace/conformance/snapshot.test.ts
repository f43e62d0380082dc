import fc from 'fast-check';
import { afterEach, expect } from 'vitest';
import { WebSocket } from 'ws';
import { clientOf, control, person, until } from '../fixture.ts';
import { closeAll as closeApps, quiet, say, withRecorder } from './http-apps.ts';
import { channel, closeAll, everything, later, open, play, steps } from './plays.ts';
import { rule } from './rule.ts';

afterEach(closeAll);
afterEach(closeApps);

rule(
  'workspace:snapshot',
  'whatever was done, a reset to a snapshot gives back everything there was',
  'src/workspace/README.md',
  async () => {
    const plan = fc.array(fc.nat(steps.length - 1), { maxLength: 12 });
    const workspace = await open();
    await fc.assert(
      fc.asyncProperty(plan, plan, async (before, after) => {
        await control(workspace, 'reset', {});
        await play(workspace, before);
        const then = await everything(workspace);
        const { snapshot } = await control(workspace, 'snapshot', {});
        await play(workspace, after);
        expect(await control(workspace, 'reset', { snapshot })).toEqual({ ok: true });
        expect(await everything(workspace)).toBe(then);
        const again = await control(workspace, 'snapshot', {});
        // All but the counter of ids, which never goes back.
        expect(again.snapshot).toEqual({ ...Object(snapshot), ids: expect.any(Number) });
      }),
      { numRuns: 40, seed: 20_261_121 },
    );
  },
);

rule(
  'workspace:snapshot',
  'a reset without a snapshot goes back to the seed, and ids go on from there',
  'src/workspace/README.md',
  async () => {
    const workspace = await open();
    const seeded = await everything(workspace);
    await play(workspace, [0, 1, 3, 5, 9]);
    expect(await everything(workspace)).not.toBe(seeded);
    const before = new Set([...workspace.world.channels.keys(), ...workspace.world.files.keys()]);
    await control(workspace, 'reset', {});
    expect(await everything(workspace)).toBe(seeded);
    const fresh = await play(workspace, [1, 2, 5]).then(() => ({ ...workspace.world }));
    const later = [...fresh.channels.keys(), ...fresh.files.keys()].filter((id) => !seeded.includes(id));
    expect(later).toHaveLength(3);
    expect(later.filter((id) => before.has(id))).toEqual([]);
  },
);

rule(
  'workspace:snapshot',
  'ids go on behind those of a snapshot in another process, too',
  'src/workspace/README.md',
  async () => {
    const [one, other] = [await open(), await open()];
    await play(one, [1, 1, 2, 3, 5]);
    const { snapshot } = await control(one, 'snapshot', {});
    expect(await control(other, 'reset', { snapshot })).toEqual({ ok: true });
    const size = other.world.channels.size;
    await clientOf(other).conversations.create({ name: 'one-more' });
    expect(other.world.channels.size).toBe(size + 1);
  },
);

rule(
  'workspace:ids',
  'what an app may remember does not come twice, not after a reset and not from another process: event ids, triggers',
  'src/workspace/README.md',
  async () => {
    const ids: unknown[] = [];
    for (let run = 0; run < 2; run += 1) {
      const { workspace, app } = await withRecorder();
      for (let reset = 0; reset < 2; reset += 1) {
        await say(workspace);
        await person(workspace, 'U0PRIYA').do('shortcut', { callback_id: 'start_it' });
        await quiet(workspace);
        await control(workspace, 'reset', {});
      }
      ids.push(...app.got.map(({ body }) => body.event_id ?? String(body.trigger_id).split('.').slice(0, 2).join('.')));
    }
    expect(ids).toHaveLength(8);
    expect(new Set(ids).size).toBe(8);
  },
);

rule(
  'workspace:snapshot',
  'a scheduled message is still posted after a reset to a snapshot, once',
  'src/workspace/README.md',
  async () => {
    const workspace = await open();
    await play(workspace, [4]);
    const { snapshot } = await control(workspace, 'snapshot', {});
    await control(workspace, 'reset', {});
    await control(workspace, 'reset', { snapshot });
    workspace.world.clock.advance(700_000);
    const { messages } = await person(workspace, 'U0PRIYA').see('history', { channel });
    expect(messages).toMatchObject([{ text: 'later 0' }]);
  },
);

rule('workspace:snapshot', 'open pages are told to read again', 'src/workspace/README.md', async () => {
  const workspace = await open();
  const page = new WebSocket(`${workspace.url.replace('http', 'ws')}/people/live?as=U0PRIYA`);
  later(() => page.terminate());
  const told: string[] = [];
  page.on('message', (data) => told.push(JSON.parse(String(data)).type));
  await new Promise((resolve) => page.once('open', resolve));
  await control(workspace, 'reset', {});
  await until(() => told.includes('reset'));
});

rule(
  'workspace:snapshot',
  'a snapshot that does not fit is refused and changes nothing',
  'src/workspace/README.md',
  async () => {
    const workspace = await open();
    await play(workspace, [0]);
    const now = await everything(workspace);
    const { snapshot } = (await control(workspace, 'snapshot', {})) as unknown as {
      snapshot: { format: number; world: object };
    };
    for (const broken of [
      null,
      {},
      { ...snapshot, format: 0 },
      { ...snapshot, world: {} },
      { ...snapshot, world: { ...snapshot.world, channels: 7 } },
      { ...snapshot, clock: { now: '9999-01-01T00:00:00.000Z', moved: true } },
    ]) {
      expect(await control(workspace, 'reset', { snapshot: broken })).toMatchObject({
        ok: false,
        error: 'invalid_snapshot',
      });
    }
    expect(await everything(workspace)).toBe(now);
  },
);
