import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { restoreSnapshot, takeSnapshot } from './snapshot.ts';
import type { Bytes } from './snapshot-json.ts';
import type { World } from './world.ts';

/** How long changes are gathered before they are written. Real time. */
const WRITTEN_AFTER_MS = 500;

export interface KeptState {
  /** Writes what there is and writes no more. */
  close(): Promise<void>;
}

/**
 * Keeps the workspace in a folder: `state.json`, and the bytes of files beside it under the name of their SHA-256. A state that cannot be
 * read is put aside as `state.json.unreadable-<time>`, told of, and the workspace begins from its seed. The app itself (manifest, tokens of
 * the seed) is always the seed's.
 */
export function keepState(world: World, folder: string, tell: (message: string) => void): KeptState {
  const [file, blobs] = [join(folder, 'state.json'), join(folder, 'files')];
  mkdirSync(blobs, { recursive: true });
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
        beside(blobs, () => {}),
      );
      Object.assign(world.app, own.app);
      for (const [value, token] of own.tokens) world.tokens.set(value, token);
      if (own.bot) world.users.set(own.bot.id, own.bot);
    } catch (error) {
      if (isMissing(error) && error.path === file) return;
      const aside = `${file}.unreadable-${new Date(world.clock.real()).toISOString().replaceAll(':', '-')}`;
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
      beside(blobs, (name, bytes) => {
        used.add(name);
        if (!written.has(name)) fresh.set(name, bytes);
      }),
    );
    const text = JSON.stringify(snapshot);
    for (const [name, bytes] of fresh) {
      await replace(join(blobs, name), bytes);
      written.add(name);
    }
    await replace(file, text);
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
    },
  };
}

/** Bytes in a folder under the name of their content; `seen` hears of each that the snapshot names. */
function beside(folder: string, seen: (name: string, bytes: Buffer) => void): Bytes {
  return {
    write(bytes) {
      const name = createHash('sha256').update(bytes).digest('hex');
      seen(name, bytes);
      return name;
    },
    read(written) {
      const name = String(written);
      if (!/^[0-9a-f]{64}$/.test(name)) throw new TypeError('the bytes of a file have no readable name');
      return readFileSync(join(folder, name));
    },
  };
}

/** Whole or not at all: whoever reads meanwhile, or after a crash, sees the old content or the new. */
async function replace(file: string, content: string | Buffer): Promise<void> {
  await writeFile(`${file}.new`, content, { flush: true });
  await rename(`${file}.new`, file);
}

function isMissing(error: unknown): error is { path: string } {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT' && 'path' in error;
}
