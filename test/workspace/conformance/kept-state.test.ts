import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { startWorkspace } from '../../../src/workspace/server.ts';
import { clientOf, person, seedWith, until } from '../fixture.ts';
import { channel, closeAll, everything, later, open, play } from './plays.ts';
import { rule } from './rule.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workspace-state-'));
});
afterEach(async () => {
  await closeAll();
  await rm(folder, { recursive: true, force: true });
});

rule(
  'workspace:kept-state',
  'a workspace kept in a folder stands again after a restart, with the bytes of its files',
  'src/workspace/README.md',
  async () => {
    const first = await open({ stateDir: folder });
    await play(first, [0, 1, 3, 4, 5, 6, 7]);
    const then = await everything(first);
    await first.close();
    const second = await open({ stateDir: folder });
    expect(await everything(second)).toBe(then);
    const file = [...second.world.files.values()][0];
    expect(file?.bytes.toString()).toBe('bytes 4');
    await play(second, [6]);
    expect(new Set([...second.world.channels.values()].map((one) => one.id)).size).toBe(second.world.channels.size);
  },
);

rule(
  'workspace:kept-state',
  "changes are on disk soon, without a stop, and the app stays the seed's",
  'src/workspace/README.md',
  async () => {
    const workspace = await open({ stateDir: folder });
    await person(workspace, 'U0PRIYA').do('post', { channel, text: 'kept soon' });
    await until(async () => (await readFile(join(folder, 'state.json'), 'utf8').catch(() => '')).includes('kept soon'));
    // As it would be found after a crash; the folder itself is still in use.
    const found = await mkdtemp(join(tmpdir(), 'workspace-state-'));
    later(() => rm(found, { recursive: true, force: true }));
    await cp(join(folder, 'state.json'), join(found, 'state.json'));
    const again = await startWorkspace({ seed: seedWith({ scopes: ['chat:write'] }), stateDir: found });
    later(() => again.close());
    expect([...again.world.channels.values()].flatMap((one) => one.messages.map(({ text }) => text))).toContain(
      'kept soon',
    );
    expect(await clientOf(again).auth.test()).toMatchObject({ response_metadata: { scopes: ['chat:write'] } });
  },
);

rule(
  'workspace:kept-state',
  'a file that cannot be read is put aside and told of, never overwritten',
  'src/workspace/README.md',
  async () => {
    const told: string[] = [];
    for (const content of ['{"format":', '{"format":0}']) {
      await writeFile(join(folder, 'state.json'), content);
      const workspace = await open({ stateDir: folder, log: (_level, message) => told.push(message) });
      expect((await person(workspace, 'U0PRIYA').see('history', { channel })).ok).toBe(true);
      await workspace.close();
      const aside = (await readdir(folder)).filter((name) => name.startsWith('state.json.unreadable-'));
      expect(await readFile(join(folder, aside[0] ?? ''), 'utf8')).toBe(content);
      expect(told.at(-1)).toContain('was put aside as');
      await rm(join(folder, aside[0] ?? ''));
    }
    expect(told.at(-1)).toContain('not a snapshot of format 1');
  },
);
