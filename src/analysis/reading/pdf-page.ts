import { type Chunk, chunksOf, type PageFrame, type Unseen } from './pdf-chunks.ts';
import type { OpenPdf } from './pdf-engine.ts';
import { linesOf, type Rule } from './pdf-layout.ts';
import type { PdfLine } from './pdf-line.ts';
import { isPale, type Painted, paintedOn } from './pdf-painted.ts';

/** `bottom` and `top` are the page's edges in points; `unseen` counts words that a reader of the page does not see, by why; `scanned` where all of its text lies unseen over a picture. */
export type PdfPage = {
  lines: PdfLine[];
  bottom: number;
  top: number;
  unseen: Partial<Record<Unseen, number>>;
  scanned: boolean;
};

/** The lines of one page in reading order, what nobody sees left out. A page that PDFium cannot load is empty. */
export function readPage(pdf: OpenPdf, index: number): PdfPage {
  const { engine } = pdf;
  const page = engine.FPDF_LoadPage(pdf.document, index);
  const none: PdfPage = { lines: [], bottom: 0, top: 842, unseen: {}, scanned: false };
  if (page === 0) return none;
  const text = engine.FPDFText_LoadPage(page);
  try {
    if (text === 0) return none;
    const frame = frameOf(pdf, page);
    const chunks = chunksOf(pdf, text, frame);
    let areas: Painted[] | undefined;
    const painted = () => {
      areas ??= paintedOn(pdf, page);
      return areas;
    };
    const scanned = isScan(chunks, frame, painted);
    if (scanned) for (const chunk of chunks) if (chunk.unseen === 'invisible') delete chunk.unseen;
    markPale(pdf, chunks, painted);
    const unseen: PdfPage['unseen'] = {};
    for (const { unseen: why, text: said } of chunks)
      if (why) unseen[why] = (unseen[why] ?? 0) + said.split(' ').length;
    const rules = (): Rule[] => (frame.turned === 0 ? painted().filter((area) => !area.picture) : []);
    const seen = chunks.filter((chunk) => chunk.unseen === undefined);
    const height = frame.turned % 2 === 1 ? frame.right - frame.left : frame.top - frame.bottom;
    return { lines: linesOf(seen, rules), bottom: frame.bottom, top: frame.bottom + height, unseen, scanned };
  } finally {
    if (text !== 0) engine.FPDFText_ClosePage(text);
    engine.FPDF_ClosePage(page);
  }
}

function frameOf({ engine, scratch }: OpenPdf, page: number): PageFrame {
  const turned = engine.FPDFPage_GetRotation(page);
  const known = engine.FPDF_GetPageBoundingBox(page, scratch) !== 0;
  const [left = 0, top = 842, right = 595, bottom = 0] = known
    ? new Float32Array(engine.memory.buffer, scratch, 4)
    : [0, 842, 595, 0];
  return { left, right, bottom, top, turned };
}

/** Text recognition puts invisible words over the picture of the page: these are the page's text. */
function isScan(chunks: Chunk[], frame: PageFrame, painted: () => Painted[]): boolean {
  if (chunks.length === 0 || !chunks.every(({ unseen }) => unseen === 'invisible')) return false;
  const whole = (frame.right - frame.left) * (frame.top - frame.bottom);
  return painted().some(
    ({ picture, left, right, bottom, top }) => picture && (right - left) * (top - bottom) > whole * 0.5,
  );
}

/** White letters are seen only on a picture or a shape that is not white. */
function markPale(pdf: OpenPdf, chunks: Chunk[], painted: () => Painted[]): void {
  const pale = new Map<number, boolean>();
  for (const chunk of chunks) {
    if (chunk.unseen || chunk.object === 0) continue;
    let isWhite = pale.get(chunk.object);
    if (isWhite === undefined) {
      isWhite = isPale(pdf, chunk.object);
      pale.set(chunk.object, isWhite);
    }
    if (isWhite && !painted().some((area) => !area.white && holds(area, chunk))) chunk.unseen = 'background';
  }
}

function holds({ left, right, bottom, top }: Painted, chunk: Chunk): boolean {
  const x = (chunk.x + chunk.right) / 2;
  const y = chunk.y + chunk.size * 0.3;
  return x >= left && x <= right && y >= bottom && y <= top;
}
