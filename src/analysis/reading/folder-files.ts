import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { MOST_BYTES } from './most-bytes.ts';
import { ReadRefusal } from './read-refusal.ts';

/** The names of the plain files in a folder, alphabetical, without hidden ones. */
export async function filesOf(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { withFileTypes: true }).catch(() => {
    throw new ReadRefusal('malformed', dir, 'there is no such folder', 'Check the path.');
  });
  return entries
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort();
}

/** The bytes of a file inside a folder; links that lead out of it are followed only to be refused. */
export async function bytesInside(dir: string, path: string): Promise<Uint8Array> {
  if (isAbsolute(path) || path.includes('\\') || leadsOut(resolve(dir), resolve(dir, path))) throw outside(path);
  const real = await realpath(resolve(dir, path)).catch(() => {
    throw new ReadRefusal('malformed', path, 'it is not in the folder', 'Add it, or take it out of deal.json.');
  });
  if (leadsOut(await realpath(dir), real)) throw outside(path);
  const { size } = await stat(real);
  if (size > MOST_BYTES)
    throw new ReadRefusal(
      'too_large',
      path,
      `it has ${Math.ceil(size / 1024 / 1024)} MB and I read at most 20`,
      'Keep the part that matters.',
    );
  return new Uint8Array(await readFile(real));
}

function leadsOut(dir: string, file: string): boolean {
  const way = relative(dir, file);
  return way === '' || way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
}

const outside = (path: string) =>
  new ReadRefusal('malformed', path, 'its path leads out of the folder', 'Put the file into the folder.');
