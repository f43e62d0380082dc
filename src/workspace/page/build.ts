import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));

/**
 * Bundles the workspace page into `outDir` (made if missing): `index.html`, `page.js`, `page.css`.
 * The page refers to its two files as `/page.js` and `/page.css`, because permalinks serve it under deeper addresses.
 * Throws esbuild's BuildFailure when a source does not compile.
 */
export async function buildPage(outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true });
  await build({
    entryPoints: { page: join(here, 'main.tsx') },
    outdir: outDir,
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2022'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    // CSS custom properties and light-dark() must reach the browser as written.
    supported: { nesting: true },
    sourcemap: false,
    legalComments: 'none',
    logLevel: 'silent',
    tsconfigRaw: {},
  });
  await copyFile(join(here, 'index.html'), join(outDir, 'index.html'));
}
