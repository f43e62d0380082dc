import { fileURLToPath } from 'node:url';

/** Files beside the code, the same for `src/*.ts` run as they are and for the bundle in `dist/`: both lie one level below the root. */
const bundled = import.meta.url.endsWith('.js');
const fromRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

export const paths = {
  migrations: fromRoot('migrations/sqlite'),
  manifest: fromRoot('manifest.json'),
  page: fromRoot('dist/page'),
  documentChild: fromRoot(bundled ? 'dist/document-child.js' : 'src/analysis/reading/child.ts'),
  analysisChild: fromRoot(bundled ? 'dist/analysis-child.js' : 'src/analysis/analysis-child.ts'),
  workspace: fromRoot(bundled ? 'dist/workspace.js' : 'src/workspace/main.ts'),
  main: fromRoot(bundled ? 'dist/main.js' : 'src/main.ts'),
  sampleDeal: fromRoot('samples/deals/thornbury-website'),
};
