import type { Worker } from 'node:worker_threads';
import { compilePdfium, openPdf } from './pdf-engine.ts';
import { type PdfPage, readPage } from './pdf-page.ts';

/** What the second thread is given: the file, PDFium compiled, and a counter that both threads draw page numbers from. */
type HelperJob = { pdf: Uint8Array; compiled: WebAssembly.Module; turn: Int32Array };
type Turned = [index: number, page: PdfPage][];

/** Every page of a PDF, read by this thread and by `helper`, if there is one. Throws `PDF_LOCKED` and what a broken file brings about. */
export async function readPages(bytes: Uint8Array, helper: Worker | undefined): Promise<PdfPage[]> {
  const compiled = await compilePdfium();
  const turn = new Int32Array(new SharedArrayBuffer(4));
  const other = helper ? fromHelper(helper, { pdf: bytes, compiled, turn }) : Promise.resolve([]);
  // Its failure is awaited below; until then it must not count as unhandled.
  other.catch(() => {});
  const mine = await takePages(compiled, bytes, turn);
  const pages: PdfPage[] = [];
  for (const [index, page] of [...mine, ...(await other)]) pages[index] = page;
  return pages;
}

/** The second thread's side. */
export async function helpWithPages({ pdf, compiled, turn }: HelperJob): Promise<Turned> {
  return takePages(compiled, pdf, turn);
}

async function takePages(compiled: WebAssembly.Module, bytes: Uint8Array, turn: Int32Array): Promise<Turned> {
  const pdf = await openPdf(compiled, bytes);
  const taken: Turned = [];
  for (let index = Atomics.add(turn, 0, 1); index < pdf.pages; index = Atomics.add(turn, 0, 1))
    taken.push([index, readPage(pdf, index)]);
  return taken;
}

function fromHelper(helper: Worker, job: HelperJob): Promise<Turned> {
  return new Promise((resolve, reject) => {
    helper.once('message', (pages: Turned) => resolve(pages));
    helper.once('error', reject);
    helper.once('exit', () => reject(new Error('the second thread ended without an answer')));
    helper.postMessage(job);
  });
}
