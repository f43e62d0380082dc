import type { Draft, Draughts } from './draft.ts';
import { type LeadIn, lineLocator, underLeadIn } from './lead-in.ts';
import { readTranscript } from './transcript.ts';
import { type Line, unwrap } from './unwrap.ts';

/** A text file: a transcript if its lines say so, else its paragraphs and list items. */
export function readPlainText(text: string): Draughts {
  const turns = readTranscript(text);
  if (turns) return { drafts: turns };
  const drafts: Draft[] = [];
  let lead: LeadIn;
  for (const block of blocksOf(numbered(text))) {
    const found = underLeadIn(unwrap(block), undefined, lead, lineLocator);
    drafts.push(...found.drafts);
    lead = found.lead;
  }
  return { drafts };
}

/** The lines of a text, counted from 1. */
export function numbered(text: string): Line[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/u).map((line, index) => ({ text: line, number: index + 1 }));
}

/** Runs of lines between blank lines and rules (`----`). */
export function blocksOf(lines: Line[]): Line[][] {
  const blocks: Line[][] = [];
  let open: Line[] = [];
  for (const line of [...lines, { text: '', number: 0 }]) {
    if (/[\p{L}\p{N}\p{S}]/u.test(line.text)) open.push(line);
    else if (open.length > 0) {
      blocks.push(open);
      open = [];
    }
  }
  return blocks;
}
