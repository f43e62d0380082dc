import fc from 'fast-check';
import { afterEach, expect } from 'vitest';
import { control, person } from '../fixture.ts';
import { channel, closeAll, everything, open, play } from './plays.ts';
import { rule } from './rule.ts';

afterEach(closeAll);

type Path = (string | number)[];
const isTree = (value: unknown): value is Record<string | number, unknown> =>
  typeof value === 'object' && value !== null;

/** Every place in it, the root aside. */
function pathsIn(value: unknown): Path[] {
  if (!isTree(value)) return [];
  const keys: Path = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return keys.flatMap((key) => [[key], ...pathsIn(value[key]).map((rest) => [key, ...rest])]);
}

/** The same with one place taken out, or something else in it. */
function damaged(whole: unknown, path: Path, put: { value: unknown } | null): unknown {
  const copy = structuredClone(whole);
  const holder = path.slice(0, -1).reduce<unknown>((at, key) => (isTree(at) ? at[key] : undefined), copy);
  const last = path.at(-1) ?? '';
  if (!isTree(holder)) throw new Error('there is no such place');
  if (put) holder[last] = put.value;
  else if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else delete holder[last];
  return copy;
}

const OTHERS = [null, 7, -1.5, true, '', 'x', [], [[]], {}, { $map: [] }, { $set: [] }, { $map: [[7]] }, { $bytes: 7 }];

/** What people and tests read of it. */
async function isReadable(workspace: Awaited<ReturnType<typeof open>>): Promise<void> {
  const priya = person(workspace, 'U0PRIYA');
  for (const answer of [
    control(workspace, 'state'),
    control(workspace, 'snapshot', {}),
    ...['workspace', 'views', 'home', 'assistant', 'functions', 'activity', 'ahead'].map((what) => priya.see(what)),
    priya.see('history', { channel }),
    priya.see('search', { q: 'said' }),
  ])
    expect(await answer).not.toMatchObject({ error: 'internal_error' });
}

rule(
  'workspace:snapshot',
  'a snapshot damaged anywhere is refused and nothing changes, or what it says can be read',
  'src/workspace/README.md',
  async () => {
    const defects: unknown[] = [];
    const workspace = await open({ log: (level, _message, data) => level === 'error' && defects.push(data) });
    await play(workspace, [0, 1, 2, 3, 4, 5, 6, 7, 8]);
    const { snapshot } = await control(workspace, 'snapshot', {});
    const whole = await everything(workspace);
    const paths = pathsIn(snapshot);
    let refused = 0;
    // Most places lie deep in messages and views: half of the trials stay near the root.
    const near = fc.constantFrom(...paths.filter((path) => path.length < 6));
    const path = fc.oneof(near, fc.constantFrom(...paths));
    const put = fc.option(fc.constantFrom(...OTHERS).map((value) => ({ value })));
    await fc.assert(
      fc.asyncProperty(path, put, async (where, what) => {
        const answer = await control(workspace, 'reset', { snapshot: damaged(snapshot, where, what) });
        if (answer.ok) {
          await isReadable(workspace);
          expect(await control(workspace, 'reset', { snapshot })).toEqual({ ok: true });
        } else {
          refused += 1;
          expect(answer).toMatchObject({ error: 'invalid_snapshot', message: expect.any(String) });
        }
        expect(await everything(workspace)).toBe(whole);
      }),
      { numRuns: 400, seed: 20_261_121 },
    );
    expect(refused).toBeGreaterThan(100);
    expect(defects).toEqual([]);
  },
);

rule(
  'workspace:snapshot',
  'without the messages of one channel, or without any people, it is refused and nothing changes',
  'src/workspace/README.md',
  async () => {
    const workspace = await open();
    await play(workspace, [0, 4, 6]);
    const { snapshot } = await control(workspace, 'snapshot', {});
    const whole = await everything(workspace);
    const [messages = []] = pathsIn(snapshot).filter((path) => path.includes('channels') && path.at(-1) === 'messages');
    for (const broken of [
      damaged(snapshot, messages, null),
      damaged(snapshot, ['world', 'users'], { value: { $map: [] } }),
    ]) {
      expect(await control(workspace, 'reset', { snapshot: broken })).toMatchObject({ error: 'invalid_snapshot' });
      expect(await everything(workspace)).toBe(whole);
    }
    // What was to happen still happens.
    workspace.world.clock.advance(700_000);
    expect(await everything(workspace)).toContain('later 1');
  },
);
