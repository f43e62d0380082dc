import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import * as pdfium from '@hyzyla/pdfium';

/** The functions of PDFium that reading needs, under the names of its C interface. Numbers are addresses, counts or points. */
export type Engine = {
  memory: { buffer: ArrayBuffer };
  malloc(size: number): number;
  free(at: number): void;
  FPDF_InitLibrary(): void;
  FPDF_LoadMemDocument(at: number, size: number, password: number): number;
  FPDF_GetLastError(): number;
  FPDF_CloseDocument(document: number): void;
  FPDF_GetPageCount(document: number): number;
  FPDF_LoadPage(document: number, index: number): number;
  FPDF_ClosePage(page: number): void;
  FPDF_GetPageBoundingBox(page: number, box: number): number;
  FPDFPage_GetRotation(page: number): number;
  FPDFPage_CountObjects(page: number): number;
  FPDFPage_GetObject(page: number, index: number): number;
  FPDFFormObj_CountObjects(form: number): number;
  FPDFFormObj_GetObject(form: number, index: number): number;
  FPDFPageObj_GetType(object: number): number;
  FPDFPageObj_GetBounds(object: number, left: number, bottom: number, right: number, top: number): number;
  FPDFPageObj_GetFillColor(object: number, red: number, green: number, blue: number, alpha: number): number;
  FPDFPath_GetDrawMode(object: number, fill: number, stroke: number): number;
  FPDFText_LoadPage(page: number): number;
  FPDFText_ClosePage(text: number): void;
  FPDFText_CountChars(text: number): number;
  FPDFText_GetText(text: number, start: number, count: number, into: number): number;
  FPDFText_GetUnicode(text: number, index: number): number;
  FPDFText_GetCharOrigin(text: number, index: number, x: number, y: number): number;
  FPDFText_GetLooseCharBox(text: number, index: number, box: number): number;
  FPDFText_GetTextObject(text: number, index: number): number;
  FPDFText_GetFontSize(text: number, index: number): number;
  FPDFText_GetMatrix(text: number, index: number, matrix: number): number;
  FPDFTextObj_GetTextRenderMode(object: number): number;
};

/** A PDF that PDFium holds open. `scratch` is 64 bytes for the answers of its functions. */
export type OpenPdf = { engine: Engine; document: number; pages: number; scratch: number };

export const PDF_LOCKED = 'locked';

// Node's types name the shapes of WebAssembly but not its two values.
const { compile, Instance } = (
  globalThis as unknown as {
    WebAssembly: {
      compile(bytes: Uint8Array): Promise<WebAssembly.Module>;
      Instance: new (module: WebAssembly.Module, imports: object) => { exports: object };
    };
  }
).WebAssembly;

let compiled: Promise<WebAssembly.Module> | undefined;

/** PDFium compiled: once, whether it is asked for ahead of its use, and not again by a second thread. */
export function compilePdfium(): Promise<WebAssembly.Module> {
  const path = createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm');
  compiled ??= readFile(path).then(compile);
  return compiled;
}

/** Throws an error with the message `PDF_LOCKED` where a password is wanted, and another where the file is no whole PDF. */
export async function openPdf(compiled: WebAssembly.Module, bytes: Uint8Array): Promise<OpenPdf> {
  let engine: Engine | undefined;
  await pdfium.PDFiumModule({
    instantiateWasm: (imports, done) => {
      const instance = new Instance(compiled, imports);
      // The glue code wants the instance, whatever the declaration says.
      done(instance as unknown as WebAssembly.Module);
      // Its functions themselves: the package wraps each in checks that cost more than the call.
      engine = instance.exports as Engine;
      return instance.exports;
    },
  });
  if (!engine) throw new Error('PDFium did not start');
  engine.FPDF_InitLibrary();
  const at = engine.malloc(bytes.length);
  new Uint8Array(engine.memory.buffer).set(bytes, at);
  const document = engine.FPDF_LoadMemDocument(at, bytes.length, 0);
  if (document === 0) throw new Error(engine.FPDF_GetLastError() === 4 ? PDF_LOCKED : 'no whole PDF');
  return { engine, document, pages: engine.FPDF_GetPageCount(document), scratch: engine.malloc(64) };
}
