import { extractTextItems, getDocumentProxy } from 'unpdf';
import type { Draughts } from './draft.ts';
import { linesOf } from './pdf-lines.ts';
import { withoutMargins } from './pdf-margins.ts';
import { paragraphsOf } from './pdf-paragraphs.ts';
import { ReadRefusal } from './read-refusal.ts';

/** A PDF's paragraphs with their pages. Throws `encrypted`, `no_text` (a scan) and `malformed`. */
export async function readPdf(bytes: Uint8Array, fileName: string): Promise<Draughts> {
  const pages = await pagesOf(bytes, fileName);
  const empty = pages.filter((page) => page.length === 0).length;
  if (empty === pages.length)
    throw new ReadRefusal(
      'no_text',
      fileName,
      'it is a scan without text',
      'Drop a version with text, or paste the scope here.',
    );
  const { drafts, title } = paragraphsOf(withoutMargins(pages));
  const some = empty === 1 ? '1 page has' : `${empty} pages have`;
  const warnings =
    empty > 0 ? [`${some} no text (a picture or a blank page), so I read the other ${pages.length - empty}.`] : [];
  return { drafts, warnings, ...(title && { title }) };
}

async function pagesOf(bytes: Uint8Array, fileName: string) {
  try {
    // A copy, because the library takes the buffer away from its owner. Fonts are not loaded: text needs none.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), {
      disableFontFace: true,
      useSystemFonts: false,
      verbosity: 0,
    });
    try {
      return (await extractTextItems(pdf)).items.map(linesOf);
    } finally {
      await pdf.loadingTask.destroy();
    }
  } catch (cause) {
    const locked = cause instanceof Error && cause.name === 'PasswordException';
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
          'Download or export it again and drop the new file.',
        );
    refusal.cause = cause;
    throw refusal;
  }
}
