import { inflateRawSync } from 'node:zlib';
import { decodeEntities } from '../../../src/analysis/reading/entities.ts';

/** The text of a Word file, a line per paragraph; then the same with ` | ` between the cells of a table. */
export function docxViews(bytes: Buffer): string[] {
  const parts = zipParts(bytes)
    .filter(({ name }) => /^word\/(?:document|header\d*|footer\d*|footnotes)\.xml$/u.test(name))
    .map(({ data }) => data.toString('utf8'));
  const joined = (xml: string, cell: string | undefined) =>
    decodeEntities(
      (cell === undefined ? xml : xml.replace(/<\/w:p>\s*<\/w:tc>/gu, cell))
        .replace(/<\/w:p>|<w:br\/>|<w:tab\/>/gu, '\n')
        .replace(/<[^>]+>/gu, ''),
    );
  return [undefined, ' | '].map((cell) => parts.map((xml) => joined(xml, cell)).join('\n'));
}

/** The files of a zip in the order of its directory. For files of the labelled sets only: it trusts what they declare. */
function zipParts(zip: Buffer): { name: string; data: Buffer }[] {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = zip.readUInt32LE(end + 16);
  return Array.from({ length: zip.readUInt16LE(end + 10) }, () => {
    const length = zip.readUInt16LE(at + 28);
    const offset = zip.readUInt32LE(at + 42);
    const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
    const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    const name = zip.toString('utf8', at + 46, at + 46 + length);
    const data = zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed;
    at += 46 + length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    return { name, data };
  });
}
