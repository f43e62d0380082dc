import { canonical } from './canonical.ts';
import type { DocxNotes } from './docx-notes.ts';
import type { NumberOf } from './docx-numbering.ts';
import { type Runs, runsOf, type Tally } from './docx-runs.ts';
import { listPlace, type Style } from './docx-styles.ts';
import { clauseOf, type Draft, path } from './draft.ts';
import { type LeadIn, underLeadIn } from './lead-in.ts';
import { child, type Element, elements, val } from './xml-tree.ts';

type Parts = { styles: Map<string, Style>; numberOf: NumberOf; notes: DocxNotes; tally: Tally };
type Heading = { level: number; text: string };

/** Walks the blocks of a document: paragraphs, list items and table rows under their headings, each note behind its paragraph. */
export class DocxBody {
  drafts: Draft[] = [];
  title: string | undefined;
  readonly #parts: Parts;
  #levels: Heading[] = [];
  #lead: LeadIn;
  #paragraph = 0;
  #tables = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  take(block: Element): void {
    for (const part of elements(block)) {
      if (part.name === 'w:p') this.#take(part);
      else if (part.name === 'w:tbl') this.#table(part);
      else if (part.name !== 'w:sectPr' && part.name !== 'mc:Fallback') this.take(part);
    }
  }

  #take(paragraph: Element): void {
    const { styles, numberOf, tally } = this.#parts;
    const properties = child(paragraph, 'w:pPr');
    const style = styles.get(val(properties, 'w:pStyle') ?? '') ?? {};
    const list = listPlace(child(properties, 'w:numPr'), style.list);
    const runs = runsOf(paragraph, tally, false);
    const said = canonical(runs.text);
    if (said) {
      const number = list ? numberOf(list.id, list.level) : '';
      const text = canonical(`${number} ${said}`);
      const bold = !list && runs.bold && text.length < 80 && !/[.;,]$/u.test(text);
      if (style.heading) this.#heading(style.heading, text);
      else if (bold) this.#heading(7, text);
      else this.#push(text, list ? list.level + 1 : 0);
    }
    this.#aside(runs);
    for (const box of runs.boxes) this.take(box);
  }

  #push(text: string, depth: number): void {
    const item = { text, line: 0, mark: depth > 0 ? ('bullet' as const) : undefined, indent: depth };
    this.#paragraph += 1;
    const locator = path(this.#under() ?? this.title, `paragraph ${this.#paragraph} ${clauseOf(text)}`) ?? '';
    const found = underLeadIn([item], this.#under(), this.#lead, () => locator);
    this.drafts.push(...found.drafts);
    this.#lead = found.lead;
  }

  #heading(level: number, text: string): void {
    this.title ??= text;
    this.#levels = [...this.#levels.filter((outer) => outer.level < level), { level, text }];
    this.#paragraph = 0;
    this.#lead = undefined;
    const under = this.#under() ?? text;
    this.drafts.push({ text, locator: under, heading: under });
  }

  #table(table: Element): void {
    this.#tables += 1;
    const number = this.#tables;
    let columns: string | undefined;
    for (const [index, row] of rowsOf(table).entries()) {
      const cells = cellsOf(row).map((cell) => this.#cell(cell));
      const text = canonical(cells.map((cell) => cell.text).join(' | '));
      const heading = path(this.#under(), columns);
      const locator = `table ${number}, row ${index + 1}`;
      if (/[\p{L}\p{N}]/u.test(text)) this.drafts.push({ text, locator, ...(heading && { heading }) });
      if (index === 0) columns = text;
      for (const runs of cells.flatMap((cell) => cell.runs)) this.#aside(runs);
    }
  }

  /** The words of a cell; those of a table within it as well. */
  #cell(cell: Element): { text: string; runs: Runs[] } {
    const runs = paragraphsIn(cell).map((paragraph) => {
      const found = runsOf(paragraph, this.#parts.tally, true);
      const place = listPlace(child(child(paragraph, 'w:pPr'), 'w:numPr'), undefined);
      const number = place && found.text.trim() ? this.#parts.numberOf(place.id, place.level) : '';
      return { ...found, text: number ? `${number} ${found.text}` : found.text };
    });
    return { text: canonical(runs.map(({ text }) => text).join('\n')), runs };
  }

  /** Notes and comments become passages of their own, never part of a clause. */
  #aside(runs: Runs): void {
    const at = this.drafts.at(-1)?.locator;
    this.drafts.push(...this.#parts.notes.of(runs, at));
  }

  #under(): string | undefined {
    return path(...this.#levels.filter(({ text }, index) => index > 0 || text !== this.title).map(({ text }) => text));
  }
}

/** Rows and cells may stand inside controls and tracked insertions. */
const rowsOf = (table: Element): Element[] => inside(table, 'w:tr');
const cellsOf = (row: Element): Element[] => inside(row, 'w:tc');
const paragraphsIn = (cell: Element): Element[] =>
  elements(cell).flatMap((part) => (part.name === 'w:p' ? [part] : paragraphsIn(part)));

function inside(parent: Element, name: string): Element[] {
  return elements(parent).flatMap((part) => (part.name === name ? [part] : wrapper(part) ? inside(part, name) : []));
}

const wrapper = ({ name }: Element) => name === 'w:sdt' || name === 'w:sdtContent' || name === 'w:customXml';
