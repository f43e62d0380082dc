import mammoth from 'mammoth';
import { draftsOfHtml } from './docx-html.ts';
import type { Draughts } from './draft.ts';
import { ReadRefusal } from './read-refusal.ts';
import { checkedZipNames } from './zip-entries.ts';

/** A Word document: paragraphs, list items and table rows under their headings. Deleted text of tracked changes is left out. */
export async function readDocx(bytes: Uint8Array, fileName: string): Promise<Draughts> {
  const names = checkedZipNames(bytes, fileName);
  if (!names.includes('word/document.xml')) {
    throw new ReadRefusal(
      'wrong_type',
      fileName,
      'it is an archive, but not a Word document',
      'Drop the document itself as DOCX or PDF.',
    );
  }
  const { drafts, title } = draftsOfHtml(await htmlOf(bytes, fileName));
  if (drafts.length === 0)
    throw new ReadRefusal(
      'no_text',
      fileName,
      'it holds no text, perhaps only pictures',
      'Drop a version with text, or paste the scope here.',
    );
  return { drafts, ...(title && { title }) };
}

async function htmlOf(bytes: Uint8Array, fileName: string): Promise<string> {
  try {
    const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
    const result = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { convertImage, externalFileAccess: false, includeEmbeddedStyleMap: false },
    );
    return result.value;
  } catch (cause) {
    const refusal = new ReadRefusal(
      'malformed',
      fileName,
      'the Word document is damaged',
      'Open it in Word, save it again and drop the new file.',
    );
    refusal.cause = cause;
    throw refusal;
  }
}
