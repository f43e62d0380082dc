import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fold } from '../folded.ts';
import { docxViews } from './docx.ts';
import { mailboxViews, mailViews } from './mail.ts';
import { pdfViews } from './pdf.ts';
import { captionViews, textViews, threadViews } from './talk.ts';

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** The texts under which a careful reader may quote a file, folded: as it stands, without marks, by speaker … */
export function viewsOf(path: string): string[] {
  const bytes = readFileSync(path);
  const views = viewsAs(extname(path).slice(1).toLowerCase(), path, bytes).map(fold);
  return [...new Set(views.filter(Boolean))];
}

function viewsAs(format: string, path: string, bytes: Buffer): string[] {
  if (format === 'pdf') return pdfViews(path, bytes);
  if (format === 'docx') return docxViews(bytes);
  const raw = utf8.decode(bytes);
  if (format === 'eml') return [raw, ...mailViews(bytes)];
  if (format === 'mbox') return [raw, ...mailboxViews(bytes)];
  if (format === 'json') return [raw, ...threadViews(raw)];
  if (format === 'vtt' || format === 'srt') return [raw, ...captionViews(raw)];
  return [raw, ...textViews(raw)];
}
