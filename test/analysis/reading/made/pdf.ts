import { deflateSync } from 'node:zlib';

/** One line of text at a place, in points from the lower left corner; `before` are drawing operators that come first. */
export type Put = { text: string; x?: number; y: number; size?: number; before?: string };
type Options = { encrypt?: boolean; content?: Buffer };

const escaped = (text: string) => text.replace(/[\\()]/g, '\\$&');

/** A real PDF, a page per list of lines. `content` replaces the first page's drawing by ready, deflated bytes. */
export function pdf(pages: Put[][], { encrypt = false, content }: Options = {}): Uint8Array {
  const objects: Buffer[] = [];
  const add = (body: string, stream?: Buffer) => {
    const parts: Buffer[] = [Buffer.from(body, 'latin1')];
    if (stream) parts.push(Buffer.from('\nstream\n'), stream, Buffer.from('\nendstream'));
    objects.push(Buffer.concat(parts));
    return objects.length;
  };
  const ids = pages.map((_, index) => 4 + index * 2);
  add('<</Type/Catalog/Pages 2 0 R>>');
  add(`<</Type/Pages/Count ${pages.length}/Kids[${ids.map((id) => `${id} 0 R`).join(' ')}]>>`);
  add('<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>');
  for (const [index, lines] of pages.entries()) {
    add(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents ${5 + index * 2} 0 R>>`,
    );
    const drawn = lines
      .map(
        ({ text, x = 72, y, size = 11, before = '' }) =>
          `${before} BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped(text)}) Tj ET`,
      )
      .join('\n');
    const stream = index === 0 && content ? content : deflateSync(Buffer.from(drawn, 'latin1'));
    add(`<</Length ${stream.length}/Filter/FlateDecode>>`, stream);
  }
  const lock = encrypt ? add(`<</Filter/Standard/V 1/R 2/O<${'a1'.repeat(32)}>/U<${'b2'.repeat(32)}>/P -4>>`) : 0;
  return assemble(objects, lock ? `/Encrypt ${lock} 0 R/ID[<${'00'.repeat(16)}><${'00'.repeat(16)}>]` : '');
}

function assemble(objects: Buffer[], trailer: string): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  let at = parts[0]?.length ?? 0;
  const push = (part: Buffer) => {
    parts.push(part);
    at += part.length;
  };
  for (const [index, body] of objects.entries()) {
    offsets.push(at);
    push(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')]));
  }
  const start = at;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}
