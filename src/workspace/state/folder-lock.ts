import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** What this process itself holds: its own id in a file may also be that of an earlier process, as the first ids in a container always are. */
const held = new Set<string>();

/**
 * Takes a folder for this process by a file with its id; the lock of a process that has ended is taken over.
 * Answers how to give it back. Throws a sentence for a person while somebody else has it.
 */
export function lockFolder(file: string): () => void {
  if (!tryLock(file) && !(removeDead(file) && tryLock(file))) {
    throw new Error(
      `Another workspace keeps its state in this folder (process ${holder(file)}, ${file}). Stop it or choose another folder. If no workspace runs, delete that file.`,
    );
  }
  held.add(file);
  return () => {
    if (held.delete(file)) rmSync(file, { force: true });
  };
}

function tryLock(file: string): boolean {
  try {
    writeFileSync(file, `${process.pid}\n`, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Two that do this at once cannot both believe that they took it: each looks again at what it has in hand. */
function removeDead(file: string): boolean {
  const pid = holder(file);
  if (held.has(file) || isAlive(pid)) return false;
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    const dead = holder(aside) === pid;
    if (!dead) linkSync(aside, file);
    rmSync(aside);
    return dead;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return true;
    throw error;
  }
}

function holder(file: string): number | null {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10) || null;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function isAlive(pid: number | null): boolean {
  if (pid === null || pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process may not be asked, but it is there.
    return codeOf(error) === 'EPERM';
  }
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);
