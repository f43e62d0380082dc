import { describe, expect, it } from 'vitest';
import { pdf } from './made/pdf.ts';
import { read } from './made/read.ts';

const body = 'The vendor configures one tenant and hands it over to the customer when it is';
const contract = pdf([
  [
    { text: 'Northwind - confidential', y: 810, size: 9 },
    { text: 'Master Agreement', y: 760, size: 18 },
    { text: '3.2 Acceptance takes ten days. Support is given on work-', y: 720 },
    { text: 'days only, by a read-only account, and the imple-', y: 706 },
    { text: 'mentation is fixed.', y: 692 },
    { text: 'A read-only login is enough.', y: 660 },
    { text: '- First bullet of the list', y: 640 },
    { text: '- Second bullet of the list', y: 626 },
    { text: `${body} needed for the`, y: 590 },
    { text: 'Page 1 of 2', y: 30, size: 9 },
  ],
  [
    { text: 'Northwind - confidential', y: 810, size: 9 },
    { text: 'first go-live.', y: 760 },
    { text: 'Fees (net) are $4,000.', y: 720 },
    { text: 'Page 2 of 2', y: 30, size: 9 },
  ],
]);

describe('a PDF', () => {
  it('gives paragraphs with page and clause, without headers and footers', async () => {
    const { passages, title, format } = await read('msa.pdf', contract);
    expect(format).toBe('pdf');
    expect(title).toBe('Master Agreement');
    expect(passages.map(({ locator, text }) => [locator, text])).toEqual([
      ['page 1', 'Master Agreement'],
      [
        'page 1 § 3.2',
        '3.2 Acceptance takes ten days. Support is given on workdays only, by a read-only account, and the implementation is fixed.',
      ],
      ['page 1', 'A read-only login is enough.'],
      ['page 1', 'First bullet of the list'],
      ['page 1', 'Second bullet of the list'],
      ['page 1', `${body} needed for the first go-live.`],
      ['page 2', 'Fees (net) are $4,000.'],
    ]);
  });

  it('keeps a hyphen at a line end where the document writes the word with it elsewhere', async () => {
    const page = [
      { text: 'The customer asked us for a read-', y: 700 },
      { text: 'only account, and a read-only key.', y: 686 },
    ];
    expect((await read('a.pdf', pdf([page]))).passages[0]?.text).toBe(
      'The customer asked us for a read-only account, and a read-only key.',
    );
  });

  it('keeps lines at the top of pages whose numbers are content', async () => {
    const pages = [1, 2, 3].map((number) => [
      { text: `Phase ${number}: ${number * 10} days`, y: 780 },
      { text: `Chapter 3: Utilities ${number + 5}`, y: 40 },
    ]);
    const { passages } = await read('plan.pdf', pdf(pages));
    expect(passages.map(({ text }) => text)).toEqual(['Phase 1: 10 days', 'Phase 2: 20 days', 'Phase 3: 30 days']);
  });

  it('says which pages had no text', async () => {
    const { warnings } = await read('a.pdf', pdf([[{ text: 'Words.', y: 700 }], []]));
    expect(warnings).toEqual(['1 page has no text (a picture or a blank page), so I read the other 1.']);
  });

  it.each([
    ['no_text', 'a scan', pdf([[], []]), /scan without text/],
    ['encrypted', 'locked', pdf([[{ text: 'secret', y: 700 }]], { encrypt: true }), /locked with a password/],
    ['malformed', 'nothing behind its head', new TextEncoder().encode('%PDF-1.7\nnothing'), /damaged or was cut off/],
  ])('is refused with %s when it is %s', async (code, _what, bytes, message) => {
    await expect(read('contract.pdf', bytes)).rejects.toMatchObject({
      name: 'ReadRefusal',
      code,
      message: expect.stringMatching(message),
    });
  });

  it('gives what is left, or a refusal, wherever it was cut', async () => {
    for (const share of [0.1, 0.5, 0.9]) {
      const cut = await read('cut.pdf', contract.subarray(0, contract.length * share)).catch((error) => error);
      expect(cut.passages ?? cut.code).toBeTruthy();
    }
  });
});
