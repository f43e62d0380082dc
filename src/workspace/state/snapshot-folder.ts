import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lockFolder } from './folder-lock.ts';
import { restoreSnapshot, takeSnapshot } from './snapshot.ts';
import type { Bytes } from './snapshot-json.ts';
import type { World } from './world.ts';

/** How what cannot be read is called from then on, before the time. */
const ASIDE = 'state.json.unreadable-';

/** How long changes are gathered before they are written. Real time. */
const WRITTEN_AFTER_MS = 500;

export interface KeptState {
  /** Writes what there is and writes no more. */
  close(): Promise<void>;
}

/**
 * Keeps the workspace in a folder that belongs to one process at a time: `state.json`, and the bytes of files beside it under the name of
 * their SHA-256. A state that cannot be read is put aside as `state.json.unreadable-<time>`, told of, and the workspace begins from its seed;
 * as long as it lies there, no bytes are cleared away. A file whose bytes are gone is told of and stands empty until they are put back. The app
 * itself (manifest, tokens of the seed) is always the seed's. Throws a sentence when another process has the folder.
 */
export function keepState(world: World, folder: string, tell: (message: string) => void): KeptState {
  const [file, blobs] = [join(folder, 'state.json'), join(folder, 'files')];
  mkdirSync(blobs, { recursive: true, mode: 0o700 });
  for (const own of [folder, blobs]) chmodSync(own, 0o700);
  const unlock = lockFolder(join(folder, 'state.lock'));
  /** Files whose bytes were not found, with the name under which they are looked for. */
  const lost = new Map<Buffer, string>();
  read();
  const written = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  let writing = Promise.resolve();

  function read(): void {
    try {
      const { app, tokens } = world;
      const own = { app: structuredClone(app), tokens: new Map(tokens), bot: world.users.get(app.bot_user.id) };
      restoreSnapshot(
        world,
        JSON.parse(readFileSync(file, 'utf8')),
        beside(blobs, lost, () => {}),
      );
      for (const { id, name, bytes } of world.files.values()) {
        const blob = lost.get(bytes);
        if (blob !== undefined)
          tell(`The bytes of the file "${name}" (${id}) are not in ${join(blobs, blob)}: it stands empty.`);
      }
      Object.assign(world.app, own.app);
      for (const [value, token] of own.tokens) world.tokens.set(value, token);
      if (own.bot) world.users.set(own.bot.id, own.bot);
    } catch (error) {
      if (isMissing(error) && error.path === file) return;
      const aside = `${join(folder, ASIDE)}${new Date(world.clock.real()).toISOString().replaceAll(':', '-')}`;
      renameSync(file, aside);
      const why = error instanceof Error ? error.message : String(error);
      tell(`The kept state cannot be read (${why}). It was put aside as ${aside}; the workspace begins anew.`);
    }
  }

  async function write(): Promise<void> {
    const fresh = new Map<string, Buffer>();
    const used = new Set<string>();
    const snapshot = takeSnapshot(
      world,
      beside(blobs, lost, (name, bytes) => {
        used.add(name);
        if (!written.has(name) && !lost.has(bytes)) fresh.set(name, bytes);
      }),
    );
    const text = JSON.stringify(snapshot);
    for (const [name, bytes] of fresh) {
      await replace(join(blobs, name), bytes);
      written.add(name);
    }
    await replace(file, text);
    // A state that was put aside may be put back; its bytes lie here.
    if ((await readdir(folder)).some((name) => name.startsWith(ASIDE))) return;
    for (const name of await readdir(blobs)) {
      if (used.has(name)) continue;
      written.delete(name);
      await rm(join(blobs, name), { force: true });
    }
  }

  const queue = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    writing = writing.then(write).catch((error: unknown) => tell(`The state could not be written: ${String(error)}`));
    return writing;
  };
  const soon = (): void => {
    if (!closed) timer ??= setTimeout(queue, WRITTEN_AFTER_MS).unref();
  };
  world.changes.listen(soon);
  world.clock.onMove(soon);

  return {
    async close() {
      closed = true;
      await queue();
      unlock();
    },
  };
}

/** Bytes in a folder under the name of their content; `seen` hears of each that the snapshot names. What is missing is empty and noted in `lost`. */
function beside(folder: string, lost: Map<Buffer, string>, seen: (name: string, bytes: Buffer) => void): Bytes {
  return {
    write(bytes) {
      const name = lost.get(bytes) ?? createHash('sha256').update(bytes).digest('hex');
      seen(name, bytes);
      return name;
    },
    read(written) {
      const name = String(written);
      if (!/^[0-9a-f]{64}$/.test(name)) throw new TypeError('the bytes of a file have no readable name');
      try {
        return readFileSync(join(folder, name));
      } catch (error) {
        if (!isMissing(error)) throw error;
        const none = Buffer.alloc(0);
        lost.set(none, name);
        return none;
      }
    },
  };
}

/** Whole or not at all: whoever reads meanwhile, or after a crash, sees the old content or the new. */
async function replace(file: string, content: string | Buffer): Promise<void> {
  await writeFile(`${file}.new`, content, { flush: true, mode: 0o600 });
  await rename(`${file}.new`, file);
}

function isMissing(error: unknown): error is { path: string } {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT' && 'path' in error;
}
