import { decodeEntities } from '../../../src/analysis/reading/entities.ts';

type Part = { head: [string, string][]; body: string };

/** A mail's headers and texts; then the same without the marks of quoted lines. */
export function mailViews(bytes: Buffer): [string, string] {
  const mail = partOf(bytes.toString('latin1'));
  const head = mail.head.map(([name, value]) => `${name}: ${decodedWords(value)}`).join('\n');
  const texts = textsOf(mail);
  const unquoted = texts.map((text) => text.replace(/(?<=^|\n)(?:>+ ?)+/gu, ''));
  return [`${head}\n\n${texts.join('\n')}`, `${head}\n\n${unquoted.join('\n')}`];
}

/** The mails of an mbox, each cut off before its `From ` line. */
export function mailboxViews(bytes: Buffer): [string, string] {
  const mails = bytes
    .toString('latin1')
    .split(/(?<=^|\n)From \S+ [^\n]*\n/u)
    .filter((mail) => mail.trim());
  const views = mails.map((mail) => mailViews(Buffer.from(mail, 'latin1')));
  return [views.map(([plain]) => plain).join('\n\n'), views.map(([, unquoted]) => unquoted).join('\n\n')];
}

function partOf(raw: string): Part {
  const end = /\r?\n\r?\n/u.exec(raw);
  const head = (end ? raw.slice(0, end.index) : raw).replace(/\r?\n(?=[ \t])/gu, '');
  const lines = head.split(/\r?\n/u).flatMap((line): [string, string][] => {
    const colon = line.indexOf(':');
    return colon > 0 ? [[line.slice(0, colon), line.slice(colon + 1).trim()]] : [];
  });
  return { head: lines, body: end ? raw.slice(end.index + end[0].length) : '' };
}

const header = (part: Part, name: string): string => part.head.find(([key]) => key.toLowerCase() === name)?.[1] ?? '';

function textsOf(part: Part): string[] {
  const type = header(part, 'content-type') || 'text/plain';
  const boundary = /boundary="?([^";]+)"?/iu.exec(type)?.[1];
  if (/^multipart\//iu.test(type) && boundary) {
    const pieces = `\n${part.body}`.split(`\n--${boundary}`).slice(1);
    return pieces.flatMap((piece) =>
      piece.startsWith('--') ? [] : textsOf(partOf(piece.replace(/^[^\n]*\n/u, '').replace(/\r$/u, ''))),
    );
  }
  if (!/^text\//iu.test(type)) return [];
  const text = decoded(part.body, header(part, 'content-transfer-encoding'), /charset="?([^";\s]+)/iu.exec(type)?.[1]);
  return [/^text\/html/iu.test(type) ? decodeEntities(text.replace(/<[^>]+>/gu, '')) : text];
}

function decoded(body: string, encoding: string, charset = 'utf-8'): string {
  const bytes = /base64/iu.test(encoding)
    ? Buffer.from(body, 'base64')
    : Buffer.from(/quoted-printable/iu.test(encoding) ? quotedPrintable(body) : body, 'latin1');
  return new TextDecoder(charset.replace(/^us-ascii$/iu, 'utf-8')).decode(bytes);
}

const quotedPrintable = (text: string): string =>
  text
    .replace(/=[ \t]*\r?\n/gu, '')
    .replace(/=([0-9a-f]{2})/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** `=?utf-8?B?…?=` as the words it stands for. */
function decodedWords(value: string): string {
  const words = value.replace(
    /=\?([^?]+)\?([bq])\?([^?]*)\?=(?:\s+(?==\?))?/giu,
    (_, charset: string, kind: string, text: string) =>
      decoded(
        kind.toLowerCase() === 'q' ? text.replaceAll('_', ' ') : text,
        kind.toLowerCase() === 'q' ? 'quoted-printable' : 'base64',
        charset,
      ),
  );
  return words === value ? Buffer.from(value, 'latin1').toString('utf8') : words;
}
