import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { buildPage } from '../src/workspace/page/build.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const entries = {
  main: 'src/main.ts',
  cli: 'src/cli/main.ts',
  demo: 'src/demo/main.ts',
  workspace: 'src/workspace/main.ts',
  'document-child': 'src/analysis/reading/child.ts',
  'analysis-child': 'src/analysis/analysis-child.ts',
};

/**
 * Packages that find files of their own beside themselves, or are native: loaded from node_modules at run time. One file
 * for each process and no shared chunks: these start no faster, and a process that runs on beside a new build would look
 * for chunks that are gone.
 */
const external = ['better-sqlite3', 'date-holidays', 'pino', 'esbuild'];

const filesUnder = async (dir: string, pattern: RegExp): Promise<string[]> =>
  (await readdir(join(root, dir), { recursive: true }))
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => join(dir, name));

/** Size and time of every input: a start that finds nothing changed builds nothing. */
const fingerprint = async (): Promise<string> => {
  const hash = createHash('sha256');
  for (const file of [
    ...(await filesUnder('src', /\.(ts|tsx|css|html|json)$/)),
    ...(await filesUnder('models', /\./)),
    'package.json',
    'package-lock.json',
    'scripts/build.ts',
  ]) {
    const { size, mtimeMs } = await stat(join(root, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
};

const readStamp = (): Promise<string> => readFile(join(dist, 'stamp'), 'utf8').catch(() => '');

/** Bundles the processes and the page into `dist/`. Built beside it and moved into place, so that nobody meets half a build. */
export const build = async (): Promise<void> => {
  const stamp = await fingerprint();
  if ((await readStamp()) === stamp) return;
  const fresh = join(root, `dist-${process.pid}`);
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true });
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: entries,
    outdir: fresh,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    external,
    sourcemap: 'linked',
    logLevel: 'error',
    banner: {
      js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
    },
  });
  await buildPage(join(fresh, 'page'));
  await writeFile(join(fresh, 'stamp'), stamp);
  await rm(dist, { recursive: true, force: true });
  await rename(fresh, dist).catch(async (error: unknown) => {
    // another start was quicker; its build is as good
    await rm(fresh, { recursive: true, force: true });
    if ((await readStamp()) !== stamp) throw error;
  });
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
