import { child, type Element, elements, val } from './xml-tree.ts';

/** What stands in a paragraph. `bold` where all its letters are; notes and comments by the ids it refers to. */
export type Runs = {
  text: string;
  bold: boolean;
  footnotes: string[];
  endnotes: string[];
  comments: string[];
  boxes: Element[];
};
/** Changes that nobody accepted, and words that Word does not show. */
export type Tally = { inserted: number; deleted: number; hidden: number };

const LEFT_OUT = new Set(['w:del', 'w:moveFrom', 'w:instrText', 'w:delText', 'mc:Fallback', 'w:pPr', 'w:rPr']);

/** The text of a paragraph as it reads with its insertions and without its deletions. */
export function runsOf(paragraph: Element, tally: Tally, inTable: boolean): Runs {
  const runs: Runs = { text: '', bold: true, footnotes: [], endnotes: [], comments: [], boxes: [] };
  const shaded = child(child(paragraph, 'w:pPr'), 'w:shd') !== undefined || inTable;
  const walk = (element: Element, isBold: boolean) => {
    for (const part of elements(element)) {
      const { name } = part;
      if (name === 'w:del' || name === 'w:moveFrom') tally.deleted += 1;
      if (name === 'w:ins' || name === 'w:moveTo') tally.inserted += 1;
      if (LEFT_OUT.has(name)) continue;
      if (name === 'w:r') run(part);
      else if (name === 'w:txbxContent') runs.boxes.push(part);
      else if (name === 'w:t') {
        const text = part.children.filter((piece) => typeof piece === 'string').join('');
        runs.text += text;
        if (!isBold && text.trim()) runs.bold = false;
      } else if (name === 'w:tab') runs.text += '\t';
      else if (name === 'w:br' || name === 'w:cr') runs.text += '\n';
      else if (name === 'w:noBreakHyphen') runs.text += '-';
      else if (name === 'w:footnoteReference') runs.footnotes.push(part.attributes['w:id'] ?? '');
      else if (name === 'w:endnoteReference') runs.endnotes.push(part.attributes['w:id'] ?? '');
      else if (name === 'w:commentReference') runs.comments.push(part.attributes['w:id'] ?? '');
      else walk(part, isBold);
    }
  };
  const run = (part: Element) => {
    const look = child(part, 'w:rPr');
    if (isUnseen(look, shaded)) {
      tally.hidden += wordsIn(part);
      return;
    }
    walk(part, isOn(look, 'w:b'));
  };
  walk(paragraph, false);
  return runs;
}

/** Hidden by its property, white on white paper, or under two points. */
function isUnseen(look: Element | undefined, shaded: boolean): boolean {
  if (!look) return false;
  const isWhite = /^f{6}$/iu.test(val(look, 'w:color') ?? '');
  const halves = Number(val(look, 'w:sz') ?? 22);
  const ownShade = child(look, 'w:shd') !== undefined || child(look, 'w:highlight') !== undefined;
  return isOn(look, 'w:vanish') || (isWhite && !shaded && !ownShade) || halves < 4;
}

function isOn(look: Element | undefined, name: string): boolean {
  const property = child(look, name);
  return property !== undefined && !/^(?:0|false|off)$/u.test(property.attributes['w:val'] ?? '');
}

function wordsIn(part: Element): number {
  const text = elements(part, 'w:t')
    .flatMap((one) => one.children)
    .filter((piece) => typeof piece === 'string')
    .join(' ');
  return text.split(/\s+/u).filter(Boolean).length;
}
