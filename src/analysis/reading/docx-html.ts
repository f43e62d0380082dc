import { canonical } from './canonical.ts';
import { clauseOf, type Draft, path } from './draft.ts';
import { decodeEntities } from './entities.ts';
import { type LeadIn, underLeadIn } from './lead-in.ts';

type Levels = { level: number; text: string }[];

/** mammoth's HTML as drafts. It is regular (every tag closed, text escaped), so a walk over its tags is enough. */
export function draftsOfHtml(html: string): { drafts: Draft[]; title: string | undefined } {
  const walk = new Walk();
  for (const [, tag, text] of html.matchAll(/<(\/?[a-z][a-z0-9]*)\b[^>]*>|([^<]+)/gu)) {
    if (tag) walk.tag(tag);
    else if (text) walk.text += decodeEntities(text);
  }
  walk.flush();
  return { drafts: walk.drafts, title: walk.title };
}

class Walk {
  drafts: Draft[] = [];
  title: string | undefined;
  text = '';
  #levels: Levels = [];
  #lead: LeadIn;
  #lists = 0;
  #paragraph = 0;
  #tables = 0;
  #depth = 0;
  #row = 0;
  #cells: string[] = [];
  #columns: string | undefined;
  #bold = '';
  #boldFrom = 0;

  tag(tag: string): void {
    if (/^\/h[1-6]$/u.test(tag)) this.#heading(Number(tag.slice(2)), this.text);
    else if (tag === 'br') this.text += '\n';
    else if (tag === 'strong') this.#boldFrom = this.text.length;
    else if (tag === '/strong') this.#bold += this.text.slice(this.#boldFrom);
    else if (tag === 'table') this.#openTable();
    else if (tag === '/table') this.#depth -= 1;
    else if (tag === '/td' || tag === '/th') this.#closeCell();
    else if (tag === '/tr' && this.#depth === 1) this.#closeRow();
    else if (tag === 'ul' || tag === 'ol') this.#step(1);
    else if (tag === '/ul' || tag === '/ol') this.#step(-1);
    else if (tag === '/p' || tag === '/li') this.flush();
  }

  /** Ends the open paragraph. Inside a table it only separates lines of a cell. */
  flush(): void {
    const text = canonical(this.text);
    if (this.#depth > 0) {
      this.text += '\n';
      return;
    }
    const bold = this.#lists === 0 && text.length < 80 && text === canonical(this.#bold) && !/[.;,]$/u.test(text);
    if (text && bold) this.#heading(7, text);
    else if (text) this.#push(text);
    this.#clear();
  }

  #push(text: string): void {
    const item = { text, line: 0, mark: this.#lists > 0 ? ('bullet' as const) : undefined, indent: this.#lists };
    this.#paragraph += 1;
    const locator = path(this.#under() ?? this.title, `paragraph ${this.#paragraph} ${clauseOf(text)}`) ?? '';
    const found = underLeadIn([item], this.#under(), this.#lead, () => locator);
    this.drafts.push(...found.drafts);
    this.#lead = found.lead;
  }

  #heading(level: number, raw: string): void {
    const text = canonical(raw);
    this.#clear();
    if (!text || this.#depth > 0) {
      if (this.#depth > 0) this.text += `${raw}\n`;
      return;
    }
    this.title ??= text;
    this.#levels = [...this.#levels.filter((outer) => outer.level < level), { level, text }];
    this.#paragraph = 0;
    this.#lead = undefined;
    const under = this.#under() ?? text;
    this.drafts.push({ text, locator: under, heading: under });
  }

  #openTable(): void {
    this.flush();
    this.#depth += 1;
    if (this.#depth > 1) return;
    this.#tables += 1;
    this.#row = 0;
    this.#cells = [];
    this.#columns = undefined;
    this.#clear();
  }

  #closeCell(): void {
    if (this.#depth > 1) return;
    this.#cells.push(canonical(this.text));
    this.#clear();
  }

  #closeRow(): void {
    this.#row += 1;
    const text = canonical(this.#cells.join(' | '));
    const heading = path(this.#under(), this.#columns);
    if (/[\p{L}\p{N}]/u.test(text))
      this.drafts.push({ text, locator: `table ${this.#tables}, row ${this.#row}`, ...(heading && { heading }) });
    if (this.#row === 1) this.#columns = text;
    this.#cells = [];
  }

  #step(by: number): void {
    this.flush();
    this.#lists += by;
  }

  #clear(): void {
    this.text = '';
    this.#bold = '';
  }

  #under(): string | undefined {
    return path(...this.#levels.filter(({ text }, index) => index > 0 || text !== this.title).map(({ text }) => text));
  }
}
