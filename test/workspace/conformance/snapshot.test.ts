import fc from 'fast-check';
import { afterEach, expect } from 'vitest';
import { WebSocket } from 'ws';
import { control, person, until } from '../fixture.ts';
import { channel, closeAll, everything, later, open, play, steps } from './plays.ts';
import { rule } from './rule.ts';

afterEach(closeAll);

/** Snapshots are this workspace's own; each rule names the page of what must survive them. */
rule(
  'people:snapshot',
  'whatever was done, a reset to a snapshot gives back everything there was',
  'docs.slack.dev/reference/objects',
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
        expect((await control(workspace, 'snapshot', {})).snapshot).toEqual(snapshot);
      }),
      { numRuns: 40, seed: 20_261_121 },
    );
  },
);

rule(
  'people:snapshot',
  'a reset without a snapshot goes back to the seed, and ids go on from there',
  'docs.slack.dev/reference/objects',
  async () => {
    const workspace = await open();
    const seeded = await everything(workspace);
    await play(workspace, [0, 1, 3, 5, 9]);
    expect(await everything(workspace)).not.toBe(seeded);
    await control(workspace, 'reset', {});
    expect(await everything(workspace)).toBe(seeded);
  },
);

rule(
  'chat.scheduleMessage',
  'a scheduled message is still posted after a reset to a snapshot, once',
  'docs.slack.dev/reference/methods/chat.scheduleMessage',
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

rule('people:snapshot', 'open pages are told to read again', 'docs.slack.dev/reference/objects', async () => {
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
  'people:snapshot',
  'a snapshot that does not fit is refused and changes nothing',
  'docs.slack.dev/reference/objects',
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
    ]) {
      expect(await control(workspace, 'reset', { snapshot: broken })).toMatchObject({
        ok: false,
        error: 'invalid_snapshot',
      });
    }
    expect(await everything(workspace)).toBe(now);
  },
);
