import { execFileSync } from 'node:child_process';
import { inflateSync } from 'node:zlib';

/** The text of a PDF as its drawing commands hold it, and as `pdftotext` lays it out where that tool is installed. */
export function pdfViews(path: string, bytes: Buffer): string[] {
  return [drawnText(bytes), ...laidOut(path, []), ...laidOut(path, ['-layout'])];
}

function laidOut(path: string, options: string[]): string[] {
  try {
    return [execFileSync('pdftotext', ['-q', ...options, path, '-'], { maxBuffer: 2 ** 28 }).toString('utf8')];
  } catch {
    return [];
  }
}

const SHOWN = /\((?:\\[^\n]|[^\\()])*\)\s*Tj|\[(?:[^\n]|\n)*?\]\s*TJ|T\*|\bTd\b|\bTm\b/gu;

function drawnText(bytes: Buffer): string {
  const raw = bytes.toString('latin1');
  const out: string[] = [];
  for (const found of raw.matchAll(/stream\r?\n([\s\S]*?)\r?\n?endstream/gu)) {
    const drawn = unpacked(found[1] ?? '', headOf(raw.slice(Math.max(0, found.index - 300), found.index)));
    if (!drawn?.includes('BT')) continue;
    for (const [command] of drawn.matchAll(SHOWN)) {
      if (!/T[jJ]$/u.test(command)) out.push(' ');
      else for (const text of command.matchAll(/\(((?:\\[^\n]|[^\\()])*)\)/gu)) out.push(unescaped(text[1] ?? ''));
    }
    out.push('\n');
  }
  return out.join('');
}

function headOf(before: string): string {
  const at = before.lastIndexOf('obj');
  return at < 0 ? before.slice(-1) : before.slice(at);
}

function unpacked(stream: string, head: string): string | undefined {
  try {
    let bytes: Buffer = Buffer.from(stream, 'latin1');
    if (head.includes('ASCII85')) bytes = ascii85(stream.trim().replace(/~>$/u, ''));
    if (head.includes('Flate')) bytes = inflateSync(bytes);
    return bytes.toString('latin1');
  } catch {
    return undefined;
  }
}

function ascii85(text: string): Buffer {
  const out: number[] = [];
  let group: number[] = [];
  const flush = (digits: number[]) => {
    const value = [...digits, 84, 84, 84, 84].slice(0, 5).reduce((sum, digit) => sum * 85 + digit, 0);
    if (value > 0xffffffff) throw new RangeError('not base 85');
    out.push(...[24, 16, 8, 0].slice(0, digits.length - 1).map((shift) => (value / 2 ** shift) & 255));
  };
  for (const sign of text.replace(/\s/gu, '')) {
    if (sign === 'z' && group.length === 0) out.push(0, 0, 0, 0);
    else group.push(sign.charCodeAt(0) - 33);
    if (group.length === 5) {
      flush(group);
      group = [];
    }
  }
  if (group.length > 0) flush(group);
  return Buffer.from(out);
}

const windows = new TextDecoder('windows-1252');
const ESCAPED: Record<string, string> = { n: '\n', r: '\r', t: '\t' };

function unescaped(text: string): string {
  const plain = text
    .replace(/\\([0-7]{3})/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 8) & 255))
    .replace(/\\([\s\S])/gu, (_, sign: string) => ESCAPED[sign] ?? sign);
  return windows.decode(Buffer.from(plain, 'latin1'));
}
