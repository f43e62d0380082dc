import { describe, expect, it } from 'vitest';
import { plainFileName } from '../../../src/analysis/reading/read-refusal.ts';
import { read } from './made/read.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const login = bytes('\n<!DOCTYPE html><html><title>Sign in</title></html>');

describe('a file that cannot be read', () => {
  it.each([
    ['empty', 'a.txt', bytes('')],
    ['empty', 'a.txt', bytes(' \n\t ')],
    ['wrong_type', 'a.pdf', login],
    ['wrong_type', 'a.txt', login],
    ['wrong_type', 'a.pdf', bytes('PK\x03\x04 a zip')],
    ['wrong_type', 'a.docx', bytes('%PDF-1.7')],
    ['wrong_type', 'a.md', bytes('\x89PNG\r\n')],
    ['wrong_type', 'a.txt', bytes('a\0b')],
    ['unsupported_format', 'a.xlsx', bytes('PK\x03\x04')],
    ['unsupported_format', 'a.html', login],
    ['too_large', 'a.txt', new Uint8Array(20 * 1024 * 1024 + 1)],
  ])('is refused with %s: %s', async (code, name, content) => {
    await expect(read(name, content)).rejects.toMatchObject({ name: 'ReadRefusal', code });
  });

  it('is told to a person: what happened and what to do', async () => {
    await expect(read('contract.pdf', login)).rejects.toThrow(
      'I could not read contract.pdf: it is a web page, most likely a sign-in page saved in place of the document. Open the document, download it again and drop that file.',
    );
  });
});

describe('a file name from outside', () => {
  it.each([
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\temp\\a.pdf', 'a.pdf'],
    ['contract\u202efdp.exe', 'contractfdp.exe'],
    ['a\r\nb\u001b[31m.txt', 'ab[31m.txt'],
    ['\u202e\u200b', 'the file'],
    ['\ud800a.pdf', 'a.pdf'],
  ])('%j is shown as %s', (name, shown) => expect(plainFileName(name)).toBe(shown));

  it('is shortened but keeps its ending', () => {
    const shown = plainFileName(`${'x'.repeat(300)}.pdf`);
    expect([...shown]).toHaveLength(80);
    expect(shown.endsWith('.pdf')).toBe(true);
  });
});
