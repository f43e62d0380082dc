import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { gemoji } from 'gemoji';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Of each emoji the page needs the character, the names and the group: a third of the package. */
const smallEmoji: Plugin = {
  name: 'small-emoji',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^gemoji$/ }, () => ({ path: 'gemoji', namespace: 'small-emoji' }));
    onLoad({ filter: /.*/, namespace: 'small-emoji' }, () => ({ contents: emojiModule(), loader: 'js' }));
  },
};

function emojiModule(): string {
  const groups = [...new Set(gemoji.map(({ category }) => category))];
  const lines = groups.map((group) =>
    gemoji
      .filter(({ category }) => category === group)
      .map(({ emoji, names }) => [emoji, ...names].join(' '))
      .join('|'),
  );
  return `const groups = ${JSON.stringify(groups)};
    export const gemoji = ${JSON.stringify(lines)}.flatMap((line, at) => line.split('|').map((one) => {
      const [emoji, ...names] = one.split(' ');
      return { emoji, names, category: groups[at] };
    }));`;
}

/**
 * Bundles the workspace page into `outDir` (made if missing): `index.html`, `page.js`, `page.css` and the parts that are fetched later.
 * The page refers to its two files as `/page.js` and `/page.css`, because permalinks serve it under deeper addresses.
 * Throws esbuild's BuildFailure when a source does not compile.
 */
export async function buildPage(outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true });
  await build({
    entryPoints: { page: join(here, 'main.tsx') },
    outdir: outDir,
    plugins: [smallEmoji],
    bundle: true,
    splitting: true,
    charset: 'utf8',
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
