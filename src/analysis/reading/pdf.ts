import type { Worker } from 'node:worker_threads';
import type { Draughts } from './draft.ts';
import type { Unseen } from './pdf-chunks.ts';
import { PDF_LOCKED } from './pdf-engine.ts';
import { withoutMargins } from './pdf-margins.ts';
import type { PdfPage } from './pdf-page.ts';
import { readPages } from './pdf-pages.ts';
import { paragraphsOf } from './pdf-paragraphs.ts';
import { ReadRefusal } from './read-refusal.ts';

/** A PDF's paragraphs and table rows with their pages. Throws `encrypted`, `no_text` (a scan) and `malformed`. */
export async function readPdf(bytes: Uint8Array, fileName: string, helper?: Worker): Promise<Draughts> {
  const pages = await readPages(bytes, helper).catch((cause: unknown) => {
    throw cannotOpen(cause, fileName);
  });
  const empty = pages.filter((page) => page.lines.length === 0).length;
  if (empty === pages.length)
    throw new ReadRefusal(
      'no_text',
      fileName,
      'it is a scan without text, and I do no text recognition (OCR)',
      'Run text recognition over it and drop the new file, or paste the part that matters.',
    );
  const { drafts, title } = paragraphsOf(withoutMargins(pages));
  return { drafts, warnings: warningsOf(pages, empty), ...(title && { title }) };
}

const WHY: Record<Unseen, string> = {
  invisible: 'drawn invisibly',
  tiny: 'too small to read',
  'off the page': 'outside the page',
  background: 'white on white',
};

function warningsOf(pages: PdfPage[], empty: number): string[] {
  const some = empty === 1 ? '1 page has' : `${empty} pages have`;
  const scanned = pages.filter((page) => page.scanned).length;
  return [
    ...(empty > 0 ? [`${some} no text (a picture or a blank page), so I read the other ${pages.length - empty}.`] : []),
    ...(scanned > 0
      ? [
          `${scanned === 1 ? '1 page is a scan' : `${scanned} pages are scans`} with recognised text, so check names and numbers against the picture.`,
        ]
      : []),
    ...hiddenWords(pages),
  ];
}

/** `I left out 12 words on page 3 that no reader sees: white on white.` */
function hiddenWords(pages: PdfPage[]): string[] {
  const reasons: Unseen[] = ['background', 'invisible', 'tiny', 'off the page'];
  return reasons.flatMap((why) => {
    const on = pages.flatMap((page, index) => (page.unseen[why] ? [index + 1] : []));
    if (on.length === 0) return [];
    const words = pages.reduce((sum, page) => sum + (page.unseen[why] ?? 0), 0);
    const places = `page${on.length > 1 ? 's' : ''} ${on.slice(0, 5).join(', ')}${on.length > 5 ? ' and others' : ''}`;
    return [`I left out ${words} ${words === 1 ? 'word' : 'words'} on ${places} that nobody sees: ${WHY[why]}.`];
  });
}

function cannotOpen(cause: unknown, fileName: string): ReadRefusal {
  const locked = cause instanceof Error && cause.message === PDF_LOCKED;
  const refusal = locked
    ? new ReadRefusal(
        'encrypted',
        fileName,
        'it is locked with a password',
        'Save it without a password and drop it again.',
      )
    : new ReadRefusal(
        'malformed',
        fileName,
        'the PDF is damaged or was cut off',
        'Export it again and drop the new file.',
      );
  refusal.cause = cause;
  return refusal;
}
