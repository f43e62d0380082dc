import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

let count = 0;

/** A file that is there whole or not at all, for its owner only; its folder is made when missing. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  count += 1;
  const part = `${path}.${process.pid}-${count}.part`;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(part, content, { mode: 0o600 });
  await rename(part, path);
}
