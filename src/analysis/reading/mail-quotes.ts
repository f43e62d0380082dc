import { type Attribution, attributionOf, dayOf, plainName } from './attribution.ts';
import type { Draft } from './draft.ts';
import { blocksOf, numbered } from './plain-text.ts';
import { type Line, unwrap } from './unwrap.ts';

const MARK =
  /^\s*-{2,}.*(?:original message|forwarded message|ursprüngliche nachricht|weitergeleitete nachricht|message d'origine).*-{2,}\s*$|^\s*(?:begin forwarded message|_{10,})/iu;
const FROM = /^\*?(?:From|Von|De)\*?:\*?\s*(.+)$/iu;
const SENT = /^\*?(?:Sent|Date|Gesendet|Datum|Envoyé)\*?:\*?\s*(.+)$/iu;
const HEADER =
  /^\*?(?:From|Von|De|Sent|Date|Gesendet|Datum|Envoyé|To|An|À|Cc|Bcc|Subject|Betreff|Objet|Reply-To|Importance)\*?:(?:\s|$)/iu;

type Quoted = { depth: number; text: string; number: number };

/** The paragraphs of quoted mail with their authors, where its lines name them. `locator` is filled by the caller. */
export function readQuotes(text: string): Draft[] {
  const lines = numbered(text).map(({ text: line, number }): Quoted => {
    const marks = /^\s*(?:>\s?)*/u.exec(line)?.[0] ?? '';
    return { depth: marks.replace(/[^>]/gu, '').length, text: line.slice(marks.length), number };
  });
  const authors = new Map<number, Attribution>();
  const drafts: Draft[] = [];
  let open: Line[] = [];
  let depth = 0;
  const close = () => {
    for (const block of blocksOf(open))
      for (const item of unwrap(block)) drafts.push(draft(item.text, authors.get(depth)));
    open = [];
  };
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (!line) continue;
    const step = attributed(lines, index);
    if (step || line.depth !== depth) close();
    depth = line.depth;
    if (!step) {
      open.push({ text: line.text, number: line.number });
      continue;
    }
    index += step.lines - 1;
    const below = lines.slice(index + 1).find(({ text: next }) => next.trim() !== '');
    if (step.by) authors.set(below?.depth ?? depth, step.by);
  }
  close();
  return drafts;
}

/** An attribution or a block of headers at this line, and how many lines it takes. */
function attributed(lines: Quoted[], index: number): { by?: Attribution; lines: number } | undefined {
  const text = lines[index]?.text.trim() ?? '';
  const next = lines[index + 1]?.text.trim() ?? '';
  if (MARK.test(text)) return { lines: 1 };
  const one = attributionOf(text);
  if (one) return { by: one, lines: 1 };
  const two = /^(?:On|Am|Le)\s/u.test(text) ? attributionOf(`${text} ${next}`) : undefined;
  if (two) return { by: two, lines: 2 };
  if (!FROM.test(text) || !HEADER.test(next)) return undefined;
  let end = index;
  while (HEADER.test(lines[end]?.text.trim() ?? '')) end += 1;
  const block = lines.slice(index, end).map((line) => line.text.trim());
  const name = plainName(FROM.exec(text)?.[1] ?? '');
  const sent = block.map((line) => SENT.exec(line)?.[1]).find(Boolean);
  return { by: { ...(name && { name }), ...(sent && dayOf(sent)) }, lines: end - index };
}

function draft(text: string, by: Attribution | undefined): Draft {
  return { text, locator: '', quoted: true, ...(by?.name && { speaker: by.name }), ...(by?.at && { at: by.at }) };
}
