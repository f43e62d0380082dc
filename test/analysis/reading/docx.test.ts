import { describe, expect, it } from 'vitest';
import { bold, docx, item, paragraph, struck, table } from './made/docx.ts';
import { read } from './made/read.ts';
import { zip } from './made/zip.ts';

const sow = docx([
  paragraph('Statement of Work', 'Heading1'),
  paragraph('Signed 30/03/2026 by R&D.'),
  paragraph('Deliverables', 'Heading2'),
  paragraph('We deliver:'),
  item('Two design concepts.'),
  item('One training <day>.'),
  table([
    ['Milestone', 'Date'],
    ['Launch', '14/09/2026'],
  ]),
  bold('Out of scope'),
  paragraph('Translation into Welsh.'),
  struck('Gone.'),
]);

describe('a Word document', () => {
  it('gives paragraphs, list items and table rows under their headings', async () => {
    const { passages, title } = await read('sow.docx', sow);
    expect(title).toBe('Statement of Work');
    expect(passages.map(({ locator, text, heading }) => [locator, text, heading])).toEqual([
      ['Statement of Work', 'Statement of Work', 'Statement of Work'],
      ['Statement of Work › paragraph 1', 'Signed 30/03/2026 by R&D.', undefined],
      ['Deliverables', 'Deliverables', 'Deliverables'],
      ['Deliverables › paragraph 1', 'We deliver:', 'Deliverables'],
      ['Deliverables › paragraph 2', 'Two design concepts.', 'Deliverables › We deliver:'],
      ['Deliverables › paragraph 3', 'One training <day>.', 'Deliverables › We deliver:'],
      ['table 1, row 1', 'Milestone | Date', 'Deliverables'],
      ['table 1, row 2', 'Launch | 14/09/2026', 'Deliverables › Milestone | Date'],
      ['Deliverables › Out of scope', 'Out of scope', 'Deliverables › Out of scope'],
      ['Deliverables › Out of scope › paragraph 1', 'Translation into Welsh.', 'Deliverables › Out of scope'],
      ['Deliverables › Out of scope › paragraph 2', 'Kept.', 'Deliverables › Out of scope'],
    ]);
  });

  const zeros = Buffer.alloc(3 * 1024 * 1024);
  it.each([
    [
      'too_large',
      'declares 200 times its packed size',
      docx([paragraph('x')], [{ name: 'word/bomb.xml', data: zeros }]),
    ],
    [
      'too_large',
      'declares more than 50 MB',
      docx([paragraph('x')], [{ name: 'word/big.xml', data: 'x', claims: 60 * 1024 * 1024 }]),
    ],
    [
      'malformed',
      'unpacks to more than it declares',
      docx([paragraph('x')], [{ name: 'word/liar.xml', data: zeros, claims: 100 }]),
    ],
    ['malformed', 'was cut off', sow.subarray(0, sow.length / 2)],
    ['wrong_type', 'is another archive', zip([{ name: 'a.txt', data: 'hello' }])],
    ['no_text', 'holds no words', docx([paragraph('')])],
    [
      'encrypted',
      'is locked',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(600),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
    ],
  ])('is refused with %s when it %s', async (code, _what, bytes) => {
    await expect(read('sow.docx', new Uint8Array(bytes))).rejects.toMatchObject({ name: 'ReadRefusal', code });
  });
});
