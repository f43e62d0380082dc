import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { person } from '../fixture.ts';
import { channel, closeAll, everything, open, play } from './plays.ts';
import { rule } from './rule.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workspace-state-'));
});
afterEach(async () => {
  await closeAll();
  await rm(folder, { recursive: true, force: true });
});

const state = () => join(folder, 'state.json');

rule(
  'workspace:kept-state',
  'a state that was put aside can be put back and read, with the bytes of its files',
  'src/workspace/README.md',
  async () => {
    const first = await open({ stateDir: folder });
    await play(first, [5, 6]);
    const then = await everything(first);
    await first.close();
    const good = await readFile(state(), 'utf8');
    await writeFile(state(), `${good} and some more`);
    const anew = await open({ stateDir: folder });
    await play(anew, [6]);
    await anew.close();
    const [aside = ''] = (await readdir(folder)).filter((name) => name.includes('unreadable'));
    await rename(join(folder, aside), state());
    await writeFile(state(), (await readFile(state(), 'utf8')).replace(' and some more', ''));
    const back = await open({ stateDir: folder });
    expect(await everything(back)).toBe(then);
    expect([...back.world.files.values()].map(({ bytes }) => bytes.toString())).toEqual(['bytes 0']);
  },
);

rule(
  'workspace:kept-state',
  'a file whose bytes are gone is named, all else is there, and the bytes can be put back',
  'src/workspace/README.md',
  async () => {
    const first = await open({ stateDir: folder });
    await play(first, [5, 6, 5]);
    await first.close();
    const blobs = join(folder, 'files');
    const names = await readdir(blobs);
    const bytes = await Promise.all(names.map((name) => readFile(join(blobs, name), 'utf8')));
    const gone = names[bytes.indexOf('bytes 2')] ?? '';
    await rename(join(blobs, gone), join(folder, 'kept-elsewhere'));
    const told: string[] = [];
    const second = await open({ stateDir: folder, log: (_level, message) => told.push(message) });
    expect(told).toEqual([expect.stringMatching(/"f2\.txt" \(F\w+\) are not in .*files.*: it stands empty/)]);
    const bytesOf = ({ world }: typeof second) => [...world.files.values()].map((file) => file.bytes.toString());
    expect(bytesOf(second)).toEqual(['bytes 0', '']);
    const { messages } = await person(second, 'U0PRIYA').see('history', { channel });
    expect(messages).toHaveLength(3);
    await play(second, [6]);
    await second.close();
    await rename(join(folder, 'kept-elsewhere'), join(blobs, gone));
    expect(bytesOf(await open({ stateDir: folder }))).toEqual(['bytes 0', 'bytes 2']);
  },
);

rule(
  'workspace:kept-state',
  'a folder belongs to one workspace at a time; that of a process which has ended is free',
  'src/workspace/README.md',
  async () => {
    const first = await open({ stateDir: folder });
    await expect(open({ stateDir: folder })).rejects.toThrow(/Another workspace keeps its state in this folder/);
    const program = join(import.meta.dirname, '../../../src/workspace/main.ts');
    const env = { ...process.env, WORKSPACE_STATE: folder };
    const second = spawnSync(process.execPath, [program], { env, encoding: 'utf8' });
    expect([second.status, JSON.parse(second.stderr)]).toEqual([
      1,
      { level: 'error', message: expect.stringContaining(`(process ${process.pid}, `) },
    ]);
    await play(first, [6]);
    await first.close();
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    await writeFile(join(folder, 'state.lock'), `${dead}\n`);
    const third = await open({ stateDir: folder });
    expect(await everything(third)).toContain('hello 0');
    await third.close();
    await writeFile(join(folder, 'state.lock'), `${process.ppid}\n`);
    await expect(open({ stateDir: folder })).rejects.toThrow(`process ${process.ppid}`);
  },
);

rule(
  'workspace:kept-state',
  'a workspace that could not start leaves the folder free',
  'src/workspace/README.md',
  async () => {
    const other = await open();
    const taken = Number(new URL(other.url).port);
    await expect(open({ stateDir: folder, port: taken })).rejects.toThrow('EADDRINUSE');
    await open({ stateDir: folder });
  },
);

rule(
  'workspace:kept-state',
  'nobody else on the machine can read the state: it holds tokens',
  'src/workspace/README.md',
  async () => {
    const own = join(folder, 'own');
    const workspace = await open({ stateDir: own });
    await play(workspace, [5]);
    await workspace.close();
    const [blob = ''] = await readdir(join(own, 'files'));
    const modes = [own, join(own, 'files'), join(own, 'state.json'), join(own, 'files', blob)].map(
      async (path) => (await stat(path)).mode & 0o777,
    );
    expect(await Promise.all(modes)).toEqual([0o700, 0o700, 0o600, 0o600]);
  },
);
