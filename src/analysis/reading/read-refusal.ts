/** Not a schema: the child process that reads a file needs the type alone, and loads no validator for it. */
export const READ_REFUSAL_CODES = [
  'empty',
  'no_text',
  'encrypted',
  'unsupported_format',
  'wrong_type',
  'too_large',
  'malformed',
  'too_hard',
] as const;
export type ReadRefusalCode = (typeof READ_REFUSAL_CODES)[number];

/** A file that cannot be read. `message` is for a person: what happened and what to do. */
export class ReadRefusal extends Error {
  override readonly name = 'ReadRefusal';
  readonly code: ReadRefusalCode;

  /** `because` goes on after the colon without a full stop; `remedy` is a sentence. */
  constructor(code: ReadRefusalCode, fileName: string, because: string, remedy: string) {
    super(`I could not read ${plainFileName(fileName)}: ${because}. ${remedy}`);
    this.code = code;
  }

  /** The same refusal from its parts, as the child process sent them. */
  static from(code: ReadRefusalCode, message: string): ReadRefusal {
    const refusal = new ReadRefusal(code, '', '', '');
    refusal.message = message;
    return refusal;
  }
}

/** A sender's file name made safe to show: no folders, control or direction characters, at most 80 characters, its ending kept. */
export function plainFileName(fileName: string): string {
  const last = fileName.toWellFormed().normalize('NFC').split(/[\\/]/u).at(-1) ?? '';
  const clean = last
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\ufffd]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  if (!/[\p{L}\p{N}]/u.test(clean)) return 'the file';
  const letters = [...clean];
  if (letters.length <= 80) return clean;
  const ending = /\.[\p{L}\p{N}]{1,8}$/u.exec(clean)?.[0] ?? '';
  return `${letters.slice(0, 79 - ending.length).join('')}…${ending}`;
}
