import type { OpenPdf } from './pdf-engine.ts';

/** Why a reader of the page does not see a text. */
export type Unseen = 'invisible' | 'tiny' | 'off the page' | 'background';
/**
 * Words that stand on one line without a wide gap between them. Points from the lower left corner of the page as it is
 * shown; `y` is the base line. `object` is the text object the chunk begins in.
 */
export type Chunk = {
  text: string;
  x: number;
  right: number;
  y: number;
  size: number;
  object: number;
  unseen?: Unseen;
  /** Written upwards, downwards or aslant. */
  tilted?: true;
};
export type PageFrame = { left: number; right: number; bottom: number; top: number; turned: number };

/** A gap as wide as this many letters' heights may part columns. */
const WIDE = 0.8;
const TINY = 2;
const INVISIBLE_MODE = 3;
/** PDFium's word for a hyphen that a line ends with (2 where letters are asked for one by one); no line break follows it. */
const LINE_END_HYPHEN = 0xfffe;

type Style = { size: number; invisible: boolean; tilted: boolean };

/** The chunks of a page in the order in which it draws them. */
export function chunksOf(pdf: OpenPdf, text: number, frame: PageFrame): Chunk[] {
  const { engine, scratch } = pdf;
  const count = engine.FPDFText_CountChars(text);
  // Looked up again where the engine's memory grew, which detaches the old view.
  let numbers = new Float64Array(engine.memory.buffer, scratch, 8);
  let floats = new Float32Array(engine.memory.buffer, scratch, 8);
  const fresh = () => {
    if (numbers.length > 0) return;
    numbers = new Float64Array(engine.memory.buffer, scratch, 8);
    floats = new Float32Array(engine.memory.buffer, scratch, 8);
  };
  const styles = new Map<number, Style>();
  const styleOf = (object: number, index: number): Style => {
    const known = styles.get(object);
    if (known) return known;
    const size = engine.FPDFText_GetFontSize(text, index);
    const scale = engine.FPDFText_GetMatrix(text, index, scratch);
    fresh();
    const factor = scale === 0 ? 1 : Math.hypot(floats[2] ?? 0, floats[3] ?? 1);
    const quarters = scale === 0 ? 0 : Math.atan2(floats[1] ?? 0, floats[0] ?? 1) / (Math.PI / 2);
    const style = {
      size: Math.abs(size * factor),
      tilted: scale !== 0 && Math.abs(Math.sin(((quarters - frame.turned) * Math.PI) / 2)) > 0.1,
      invisible: object !== 0 && engine.FPDFTextObj_GetTextRenderMode(object) === INVISIBLE_MODE,
    };
    styles.set(object, style);
    return style;
  };
  const chunks: Chunk[] = [];
  let open: Chunk | undefined;
  const letters = lettersOf(pdf, text, count);
  let from = -1;
  const endWord = (to: number, hyphen = '') => {
    if (from < 0) return;
    const word = letters.slice(from, to + 1) + hyphen;
    const object = engine.FPDFText_GetTextObject(text, from);
    const style = styleOf(object, from);
    engine.FPDFText_GetCharOrigin(text, from, scratch, scratch + 8);
    fresh();
    const start = shown(numbers[0] ?? 0, numbers[1] ?? 0, frame);
    engine.FPDFText_GetLooseCharBox(text, hyphen ? to + 1 : to, scratch);
    fresh();
    const end = frame.turned === 0 ? (floats[2] ?? 0) : endOf(floats, frame);
    const unseen = unseenOf(style, start, end, frame);
    const gap = open ? start.x - open.right : 0;
    const same =
      open !== undefined &&
      open.unseen === unseen &&
      (open.tilted ?? false) === style.tilted &&
      (style.tilted ||
        (Math.abs(open.y - start.y) < style.size * 0.3 &&
          gap < WIDE * Math.max(style.size, open.size) &&
          gap > -style.size));
    if (open && same) {
      open.text += ` ${word}`;
      open.right = Math.max(open.right, end);
      if (style.size > open.size) open.size = style.size;
    } else {
      open = { text: word, x: start.x, right: end, y: start.y, size: style.size, object };
      if (unseen) open.unseen = unseen;
      if (style.tilted) open.tilted = true;
      chunks.push(open);
    }
    from = -1;
  };
  for (let index = 0; index < count; index += 1) {
    const code = letters.charCodeAt(index);
    if (code === 32 || code === 13 || code === 10 || code === 9 || code === 160 || code === 0) {
      endWord(index - 1);
      if ((code === 10 || code === 13) && !open?.tilted) open = undefined;
    } else if (code === 2 || code === LINE_END_HYPHEN) {
      if (from < 0) from = index;
      endWord(index - 1, '-');
      open = undefined;
    } else if (from < 0) from = index;
  }
  endWord(count - 1);
  return chunks;
}

/** The letters of a page, one UTF-16 unit for each that PDFium counts, so that their numbers agree. */
function lettersOf({ engine }: OpenPdf, text: number, count: number): string {
  const at = engine.malloc(count * 2 + 2);
  const written = engine.FPDFText_GetText(text, 0, count, at) - 1;
  const letters = Buffer.from(engine.memory.buffer, at, count * 2).toString('utf16le');
  engine.free(at);
  if (written === count) return letters;
  const codes = Array.from({ length: count }, (_, index) => engine.FPDFText_GetUnicode(text, index));
  return codes.map((code) => (code > 0xffff ? '\ufffd' : String.fromCharCode(code))).join('');
}

/** A point of the drawing on the page as it is shown, which may be turned by quarters. */
function shown(x: number, y: number, { left, right, bottom, top, turned }: PageFrame): { x: number; y: number } {
  if (turned === 1) return { x: left + y - bottom, y: bottom + right - x };
  if (turned === 2) return { x: left + right - x, y: bottom + top - y };
  if (turned === 3) return { x: left + top - y, y: bottom + x - left };
  return { x, y };
}

/** The right edge of a box (left, top, right, bottom) on a turned page. */
function endOf(box: Float32Array, frame: PageFrame): number {
  const one = shown(box[0] ?? 0, box[1] ?? 0, frame);
  const other = shown(box[2] ?? 0, box[3] ?? 0, frame);
  return Math.max(one.x, other.x);
}

function unseenOf(style: Style, start: { x: number; y: number }, end: number, frame: PageFrame): Unseen | undefined {
  if (style.invisible) return 'invisible';
  if (style.size < TINY) return 'tiny';
  const sideways = frame.turned % 2 === 1;
  const width = sideways ? frame.top - frame.bottom : frame.right - frame.left;
  const height = sideways ? frame.right - frame.left : frame.top - frame.bottom;
  const out =
    end < frame.left - 1 ||
    start.x > frame.left + width + 1 ||
    start.y < frame.bottom - style.size ||
    start.y > frame.bottom + height + 1;
  return out ? 'off the page' : undefined;
}
