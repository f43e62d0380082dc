import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { PDF, TWO_THREADS } from './pdf-arguments.ts';

/**
 * The entry of the child process: one file in, its passages or a refusal out; and of the thread that helps it with a long
 * PDF. That thread takes as long to start as everything else here, so it is started before anything else is loaded.
 */
if (isMainThread) {
  const helper = process.argv.includes(TWO_THREADS) ? new Worker(new URL(import.meta.url)) : undefined;
  // Compiled by other threads while this one loads the rest; a failure shows where it is used.
  if (process.argv.includes(PDF)) (await import('./pdf-engine.ts')).compilePdfium().catch(() => {});
  const { readOne } = await import('./read-one.ts');
  await readOne(helper);
} else {
  const { helpWithPages } = await import('./pdf-pages.ts');
  parentPort?.once('message', async (job) => parentPort?.postMessage(await helpWithPages(job)));
}
