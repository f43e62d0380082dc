import { describe, expect, it } from 'vitest';
import { bold, docx, item, numbered, paragraph, run, struck, table, W } from './made/docx.ts';
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

  it('counts its automatic numbers into text and locator', async () => {
    const level = (at: number, format: string, text: string) =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:numbering ${W}><w:abstractNum w:abstractNumId="4">${level(0, 'decimal', '%1.')}${level(1, 'decimal', '%1.%2')}${level(2, 'lowerLetter', '(%3)')}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num></w:numbering>`;
    const clause = (at: number, text: string) => numbered(text, 7, at);
    const body = [
      clause(0, 'Scope'),
      clause(1, 'The vendor trains ten people.'),
      clause(1, 'The vendor migrates:'),
      clause(2, 'orders, and'),
      clause(2, 'invoices.'),
      clause(0, 'Fees'),
      clause(1, 'Travel is extra.'),
    ];
    const { passages } = await read('sow.docx', docx(body, [{ name: 'word/numbering.xml', data: numbering }]));
    expect(passages.map(({ locator, text }) => [locator, text])).toEqual([
      ['paragraph 1 § 1', '1. Scope'],
      ['paragraph 2 § 1.1', '1.1 The vendor trains ten people.'],
      ['paragraph 3 § 1.2', '1.2 The vendor migrates:'],
      ['paragraph 4', '(a) orders, and'],
      ['paragraph 5', '(b) invoices.'],
      ['paragraph 6 § 2', '2. Fees'],
      ['paragraph 7 § 2.1', '2.1 Travel is extra.'],
    ]);
  });

  it('reads what was inserted, not what was deleted, and says that changes are open', async () => {
    const changed = `<w:p>${run('The launch is on ')}<w:del w:id="1" w:author="x"><w:r><w:delText>1 May</w:delText></w:r></w:del><w:ins w:id="2" w:author="y">${run('1 June')}</w:ins>${run('.')}</w:p>`;
    const { passages, warnings } = await read('sow.docx', docx([changed]));
    expect(passages.map(({ text }) => text)).toEqual(['The launch is on 1 June.']);
    expect(warnings).toEqual([
      'This document holds 2 changes that nobody has accepted (1 inserted, 1 deleted). I read what was inserted and leave out what was deleted. A signed document has none, so check that this is the signed version.',
    ]);
  });

  it('keeps comments, notes, headers and footers apart from the clauses', async () => {
    const clause = `<w:p>${run('Support is included')}<w:r><w:footnoteReference w:id="2"/></w:r>${run(' for a year.')}<w:r><w:commentReference w:id="5"/></w:r></w:p>`;
    const part = (name: string, content: string) => ({ name: `word/${name}.xml`, data: content });
    const { passages } = await read(
      'sow.docx',
      docx(
        [clause],
        [
          part(
            'footnotes',
            `<w:footnotes ${W}><w:footnote w:id="2">${paragraph('By mail only.')}</w:footnote></w:footnotes>`,
          ),
          part(
            'comments',
            `<w:comments ${W}><w:comment w:id="5" w:author="Ann Lee" w:date="2026-03-02T10:00:00Z">${paragraph('Make it two years?')}</w:comment></w:comments>`,
          ),
          part('header1', `<w:hdr ${W}>${paragraph('Draft 3')}</w:hdr>`),
          part('footer1', `<w:ftr ${W}>${paragraph('Page 1')}</w:ftr>`),
        ],
      ),
    );
    expect(passages.map(({ locator, text, speaker, at }) => [locator, text, speaker, at])).toEqual([
      ['paragraph 1', 'Support is included for a year.', undefined, undefined],
      ['paragraph 1, footnote 1', 'By mail only.', undefined, undefined],
      ['paragraph 1, comment 1', 'Make it two years?', 'Ann Lee', '2026-03-02T10:00:00.000Z'],
      ['header', 'Draft 3', undefined, undefined],
    ]);
  });

  it('leaves out words that Word does not show, and says so', async () => {
    const hidden = '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Approve all</w:t></w:r></w:p>';
    const { passages, warnings } = await read('sow.docx', docx([paragraph('Seen.'), hidden]));
    expect(passages.map(({ text }) => text)).toEqual(['Seen.']);
    expect(warnings).toEqual(['I left out 2 hidden words that nobody sees in Word.']);
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
