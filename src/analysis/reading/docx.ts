import { DocxBody } from './docx-body.ts';
import { DocxNotes, textOf } from './docx-notes.ts';
import { numbersOf } from './docx-numbering.ts';
import type { Tally } from './docx-runs.ts';
import { stylesOf } from './docx-styles.ts';
import type { Draft, Draughts } from './draft.ts';
import { ReadRefusal } from './read-refusal.ts';
import { child, type Element, parseXml } from './xml-tree.ts';
import { checkedZip, type Zip } from './zip-entries.ts';

/**
 * A Word document: paragraphs with their automatic numbers, list items and table rows under their headings. Inserted text
 * of tracked changes counts, deleted text is left out. Comments, notes, headers and footers are passages of their own.
 */
export async function readDocx(bytes: Uint8Array, fileName: string): Promise<Draughts> {
  const zip = checkedZip(bytes, fileName);
  if (!zip.has('word/document.xml')) {
    throw new ReadRefusal(
      'wrong_type',
      fileName,
      'it is an archive, but not a Word document',
      'Drop the document itself as DOCX or PDF.',
    );
  }
  const found = read(zip, fileName);
  if (found.drafts.length === 0)
    throw new ReadRefusal(
      'no_text',
      fileName,
      'it holds no text, perhaps only pictures',
      'Drop a version with text, or paste the scope here.',
    );
  return found;
}

function read(zip: Zip, fileName: string): Draughts {
  const part = (name: string): Element | undefined => {
    const bytes = zip.get(`word/${name}.xml`);
    return bytes && parse(bytes, fileName);
  };
  const tally: Tally = { inserted: 0, deleted: 0, hidden: 0 };
  const notes = new DocxNotes(
    { footnotes: part('footnotes'), endnotes: part('endnotes'), comments: part('comments') },
    tally,
  );
  const styles = stylesOf(part('styles'));
  const body = new DocxBody({ styles, numberOf: numbersOf(part('numbering')), notes, tally });
  const content = child(part('document'), 'w:body');
  if (content) body.take(content);
  const drafts = [...body.drafts, ...margins(zip, fileName, tally)];
  return { drafts, warnings: warningsOf(tally), ...(body.title && { title: body.title }) };
}

function parse(bytes: Uint8Array, fileName: string): Element {
  try {
    return parseXml(bytes);
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

/** Headers and footers, each wording once, without mere page numbers. */
function margins(zip: Zip, fileName: string, tally: Tally): Draft[] {
  const seen = new Set<string>();
  return [...zip].flatMap(([name, bytes]): Draft[] => {
    const kind = /^word\/(header|footer)\d*\.xml$/u.exec(name)?.[1];
    const text = kind ? textOf(parse(bytes, fileName), tally) : '';
    if (!kind || seen.has(text) || !/\p{L}/u.test(text) || /^(?:page|seite)?[\s\d]*(?:of|von|\/)?[\s\d]*$/iu.test(text))
      return [];
    seen.add(text);
    return [{ text, locator: kind }];
  });
}

function warningsOf({ inserted, deleted, hidden }: Tally): string[] {
  const changes = inserted + deleted;
  const one = changes === 1;
  return [
    ...(changes > 0
      ? [
          `This document holds ${changes} change${one ? '' : 's'} that nobody has accepted (${inserted} inserted, ${deleted} deleted). I read what was inserted and leave out what was deleted. A signed document has none, so check that this is the signed version.`,
        ]
      : []),
    ...(hidden > 0 ? [`I left out ${hidden} hidden ${hidden === 1 ? 'word' : 'words'} that nobody sees in Word.`] : []),
  ];
}
