import { encodingByMark } from './decode-text.ts';
import { ReadRefusal } from './read-refusal.ts';

export type Format = 'md' | 'txt' | 'eml' | 'mbox' | 'vtt' | 'srt' | 'slack' | 'pdf' | 'docx';

const BY_ENDING: Record<string, Format> = {
  md: 'md',
  markdown: 'md',
  txt: 'txt',
  text: 'txt',
  eml: 'eml',
  mbox: 'mbox',
  vtt: 'vtt',
  srt: 'srt',
  json: 'slack',
  pdf: 'pdf',
  docx: 'docx',
};

/** Pictures, archives, programs, RTF: text by their bytes or not, none is read. */
const BINARY = ['\x89PNG', '\xff\xd8\xff', 'GIF8', '\x1f\x8b', '\x7fELF', 'Rar!', '7z\xbc\xaf', '{\\rtf'];

type Content = 'pdf' | 'zip' | 'ole' | 'web page' | 'binary' | 'text';

/** The format of a file by its ending, once its first bytes agree. Throws `unsupported_format`, `wrong_type`, `encrypted`. */
export function sniff(bytes: Uint8Array, fileName: string): Format {
  const ending = /\.([A-Za-z0-9]{1,10})$/u.exec(fileName.trim())?.[1]?.toLowerCase();
  const content = contentOf(bytes);
  const format = ending ? BY_ENDING[ending] : ({ pdf: 'pdf', zip: 'docx', text: 'txt' } as const)[content as 'text'];
  if (!format) {
    throw new ReadRefusal(
      'unsupported_format',
      fileName,
      `I do not read ${ending ? `.${ending} files` : 'this kind of file'}`,
      'Drop it as PDF, DOCX, Markdown, text, mail (.eml), captions (.vtt, .srt) or a Slack thread (.json).',
    );
  }
  const wrong = (because: string, remedy: string) => new ReadRefusal('wrong_type', fileName, because, remedy);
  if (content === 'web page')
    throw wrong(
      'it is a web page, most likely a sign-in page saved in place of the document',
      'Open the document, download it again and drop that file.',
    );
  if (format === 'pdf' && content !== 'pdf')
    throw wrong('it is called .pdf but does not hold a PDF', 'Export it again and drop the new file.');
  if (format === 'docx' && content === 'ole') throw oldWord(bytes, fileName);
  if (format === 'docx' && content !== 'zip')
    throw wrong(
      'it is called .docx but does not hold a Word document',
      'Save it again from Word and drop the new file.',
    );
  if (format !== 'pdf' && format !== 'docx' && content !== 'text')
    throw wrong(
      `it is called .${ending ?? format} but does not hold text`,
      'Check the file and drop it under its right name.',
    );
  return format;
}

function contentOf(bytes: Uint8Array): Content {
  // Not TextDecoder: its "latin1" is windows-1252, where \x89 is another character.
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (/^[\s\S]{0,1000}%PDF-\d/u.test(head)) return 'pdf';
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return 'zip';
  if (head.startsWith('\xd0\xcf\x11\xe0')) return 'ole';
  const mark = encodingByMark(bytes);
  const shown = mark ? new TextDecoder(mark).decode(bytes.subarray(0, 1024)) : head;
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b/iu.test(shown))
    return 'web page';
  if (BINARY.some((start) => head.startsWith(start))) return 'binary';
  const utf16 = mark === 'utf-16le' || mark === 'utf-16be';
  return !utf16 && bytes.includes(0) ? 'binary' : 'text';
}

/** Word wraps a document with a password into the container of its old format. */
function oldWord(bytes: Uint8Array, fileName: string): ReadRefusal {
  const locked = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
  if (locked)
    return new ReadRefusal(
      'encrypted',
      fileName,
      'it is locked with a password',
      'Save it without a password and drop it again.',
    );
  return new ReadRefusal(
    'wrong_type',
    fileName,
    'it is in the old .doc format under a .docx name',
    'Save it as .docx or PDF and drop it again.',
  );
}
