import type { OpenPdf } from './pdf-engine.ts';

/** An area that a page fills or outlines, a line or a picture on it, in points of its drawing. `white` hides nothing and shows nothing white. */
export type Painted = { left: number; bottom: number; right: number; top: number; white: boolean; picture: boolean };

const FORM = 5;
const PATH = 2;
const PICTURE = 3;
const SHADING = 4;
/** More shapes than a table or a form has: the rest of a drawing tells nothing about its words. */
const MOST = 20_000;
/** Points. */
const CORNERS = 14;

/** The filled shapes, rules and pictures of a page, those in its forms as well. */
export function paintedOn({ engine, scratch }: OpenPdf, page: number): Painted[] {
  const found: Painted[] = [];
  const one = (object: number, depth: number) => {
    const type = engine.FPDFPageObj_GetType(object);
    if (type === FORM && depth < 4) {
      const inside = engine.FPDFFormObj_CountObjects(object);
      for (let index = 0; index < inside && found.length < MOST; index += 1)
        one(engine.FPDFFormObj_GetObject(object, index), depth + 1);
    }
    if (type !== PATH && type !== PICTURE && type !== SHADING) return;
    if (engine.FPDFPageObj_GetBounds(object, scratch, scratch + 4, scratch + 8, scratch + 12) === 0) return;
    let [left = 0, bottom = 0, right = 0, top = 0] = new Float32Array(engine.memory.buffer, scratch, 4);
    const hollow = type === PATH && !fills(engine, object, scratch);
    // The bounds of a drawn line allow for corners that it does not have.
    if (hollow && top - bottom < CORNERS) bottom = top = (bottom + top) / 2;
    if (hollow && right - left < CORNERS) left = right = (left + right) / 2;
    const white = hollow || (type === PATH && isPale({ engine, scratch }, object));
    found.push({ left, bottom, right, top, white, picture: type === PICTURE });
  };
  const count = engine.FPDFPage_CountObjects(page);
  for (let index = 0; index < count && found.length < MOST; index += 1) one(engine.FPDFPage_GetObject(page, index), 0);
  return found;
}

/** Whether an object is drawn in white, nearly white or not at all. */
export function isPale({ engine, scratch }: Pick<OpenPdf, 'engine' | 'scratch'>, object: number): boolean {
  if (engine.FPDFPageObj_GetFillColor(object, scratch, scratch + 4, scratch + 8, scratch + 12) === 0) return false;
  const [red = 0, green = 0, blue = 0, alpha = 255] = new Uint32Array(engine.memory.buffer, scratch, 4);
  return alpha < 13 || (red > 242 && green > 242 && blue > 242);
}

function fills(engine: OpenPdf['engine'], object: number, scratch: number): boolean {
  if (engine.FPDFPath_GetDrawMode(object, scratch, scratch + 4) === 0) return false;
  return (new Int32Array(engine.memory.buffer, scratch, 1)[0] ?? 0) !== 0;
}
