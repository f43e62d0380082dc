import type { Worker } from 'node:worker_threads';
import { canonical, countHidden } from './canonical.ts';
import { decodeText } from './decode-text.ts';
import type { Draft, Draughts } from './draft.ts';
import { languageOf, languageWarning } from './language.ts';
import { maskDrafts } from './mask-drafts.ts';
import { maskSecrets } from './mask-secrets.ts';
import { MOST_BYTES } from './most-bytes.ts';
import { withRanges } from './original-ranges.ts';
import { ReadRefusal } from './read-refusal.ts';
import type { ReadResult } from './read-result.ts';
import type { Writing } from './reduced.ts';
import { sha256Hex } from './sha256.ts';
import { type Format, sniff } from './sniff.ts';

/**
 * The passages of one file: pure given its bytes. It may take as long and as much memory as a hostile file wants, so
 * only a child process calls it for files from outside (`readSafely`). `helper` is a second thread
 * for a long PDF. Throws `ReadRefusal`.
 */
export async function readDocument(
  bytes: Uint8Array,
  fileName: string,
  { helper }: { helper?: Worker | undefined } = {},
): Promise<ReadResult> {
  if (bytes.length === 0) throw new ReadRefusal('empty', fileName, 'the file is empty', 'Check it and drop it again.');
  if (bytes.length > MOST_BYTES)
    throw new ReadRefusal(
      'too_large',
      fileName,
      `it has ${Math.ceil(bytes.length / 1024 / 1024)} MB and I read at most 20`,
      'Drop the part that matters.',
    );
  const format = sniff(bytes, fileName);
  const found = await readAs(format, bytes, fileName, helper);
  const hidden = found.drafts.reduce((sum, draft) => sum + countHidden(draft.text), 0);
  const shown = found.drafts.flatMap(canonicalDraft);
  const { drafts, found: secrets } = maskDrafts(shown);
  if (drafts.length === 0)
    throw new ReadRefusal('empty', fileName, 'it holds no words', 'Check the file and drop it again.');
  const prefix = sha256Hex(bytes).slice(0, 8);
  const language = await languageOf(drafts);
  const attachments = found.attachments ?? [];
  const title = found.title && maskSecrets(canonical(found.title)).text;
  const passages = drafts.map((draft, index) => ({ id: `${prefix}-${index.toString(36)}`, ...draft }));
  const writing = WRITING[format];
  return {
    format,
    passages: writing ? withRanges(passages, decodeText(bytes).text, writing) : passages,
    warnings: [
      ...(found.warnings ?? []),
      ...count(hidden, 'hidden character', 'left out'),
      ...count(secrets, 'password or key', 'removed', 'passwords or keys'),
      ...languageWarning(language),
    ],
    ...(language && { language }),
    ...(attachments.length > 0 && { attachments }),
    ...(title && { title }),
  };
}

/** The formats whose text can be looked up in the file, by how they write it. */
const WRITING: Partial<Record<Format, Writing>> = {
  md: 'plain',
  txt: 'plain',
  eml: 'plain',
  vtt: 'captions',
  srt: 'captions',
  slack: 'json',
};

// A child lives for one file, so it loads only that format's library.
async function readAs(
  format: Format,
  bytes: Uint8Array,
  fileName: string,
  helper?: Worker | undefined,
): Promise<Draughts> {
  switch (format) {
    case 'pdf':
      return (await import('./pdf.ts')).readPdf(bytes, fileName, helper);
    case 'docx':
      return (await import('./docx.ts')).readDocx(bytes, fileName);
    case 'eml':
      return (await import('./mail.ts')).readMail(bytes, fileName);
    case 'mbox':
      return (await import('./mail.ts')).readMailbox(bytes, fileName);
    case 'md':
    case 'txt':
    case 'vtt':
    case 'srt':
    case 'slack': {
      const { text, guessed } = decodeText(bytes);
      const found = await readText(format, text, fileName);
      const warning = 'The file is not UTF-8; I read it as Windows text, so check accents and currency signs.';
      return guessed ? { ...found, warnings: [...(found.warnings ?? []), warning] } : found;
    }
  }
}

async function readText(
  format: 'md' | 'txt' | 'vtt' | 'srt' | 'slack',
  text: string,
  fileName: string,
): Promise<Draughts> {
  if (format === 'md') return (await import('./markdown.ts')).readMarkdown(text);
  if (format === 'txt') return (await import('./plain-text.ts')).readPlainText(text);
  if (format === 'slack') return (await import('./slack-thread.ts')).readSlackThread(text, fileName);
  return (await import('./captions.ts')).readCaptions(text, format, fileName);
}

function canonicalDraft({ speaker, heading, ...draft }: Draft): Draft[] {
  const text = canonical(draft.text);
  const name = speaker && canonical(speaker);
  const under = heading && canonical(heading);
  return /[\p{L}\p{N}\p{S}]/u.test(text)
    ? [
        {
          ...draft,
          text,
          locator: canonical(draft.locator),
          ...(name && { speaker: name }),
          ...(under && { heading: under }),
        },
      ]
    : [];
}

function count(number: number, one: string, verb: string, many = `${one}s`): string[] {
  return number > 0 ? [`I ${verb} ${number} ${number === 1 ? one : many}.`] : [];
}
