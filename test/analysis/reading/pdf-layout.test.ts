import { describe, expect, it } from 'vitest';
import { type Put, pdf } from './made/pdf.ts';
import { read } from './made/read.ts';

const shown = async (...pages: Put[][]) =>
  (await read('a.pdf', pdf(pages))).passages.map(({ locator, text }) => `${locator}: ${text}`);
const lines = (texts: string[], x: number, from: number, step = 14): Put[] =>
  texts.map((text, index) => ({ text, x, y: from - index * step }));

const left = [
  '4.1 The supplier keeps the service up for',
  '99.5 per cent of each month and tells the',
  'customer of every outage within one hour.',
  '4.2 Credits are paid on request only and',
  'never exceed a tenth of the monthly fee,',
  'whatever the length of the outage may be',
];
const right = [
  'and however many users it kept from work.',
  '5.1 Training takes place on two days at',
  'the premises of the customer in the first',
  'month. Travel is charged at cost, and the',
  'slides stay with the customer afterwards.',
];

describe('the pages of a PDF', () => {
  it.each([
    ['level', 0],
    ['not level', 5],
    ['nearly a line apart', 10],
  ])('are read column by column where the lines of both are %s', async (_how, shift) => {
    const page = [
      { text: 'Service terms of the year', y: 760 },
      ...lines(left, 50, 720),
      ...lines(right, 310, 720 - shift),
      { text: 'Both parties have read and understood this page and all of its annexes before signing.', x: 50, y: 600 },
    ];
    // Drawn across, line by line, as some programs do.
    const drawn = [...page].sort((a, b) => b.y - a.y);
    for (const order of [page, drawn])
      expect(await shown(order)).toEqual([
        'page 1: Service terms of the year',
        'page 1 § 4.1: 4.1 The supplier keeps the service up for 99.5 per cent of each month and tells the customer of every outage within one hour.',
        'page 1 § 4.2: 4.2 Credits are paid on request only and never exceed a tenth of the monthly fee, whatever the length of the outage may be and however many users it kept from work.',
        'page 1 § 5.1: 5.1 Training takes place on two days at the premises of the customer in the first month. Travel is charged at cost, and the slides stay with the customer afterwards.',
        'page 1: Both parties have read and understood this page and all of its annexes before signing.',
      ]);
  });

  it('give a table row by row, cell by cell, under its columns', async () => {
    const row = (cells: string[], y: number) => cells.map((text, index) => ({ text, x: 72 + index * 150, y }));
    const page = [
      { text: '2. The fees are as follows.', y: 760 },
      ...row(['Item', 'Price', 'Due'], 730),
      ...row(['Implementation', '$40,000', 'on signature'], 710),
      ...row(['Training, two', '$3,000', 'after the second'], 690),
      ...row(['days', '', 'session'], 677).filter(({ text }) => text),
      ...row(['Support', 'included', 'monthly'], 657),
      { text: 'Prices are net.', y: 620 },
    ];
    const { passages } = await read('a.pdf', pdf([page]));
    expect(passages.map(({ locator, text }) => `${locator}: ${text}`)).toEqual([
      'page 1 § 2: 2. The fees are as follows.',
      'page 1, table 1, row 1: Item | Price | Due',
      'page 1, table 1, row 2: Implementation | $40,000 | on signature',
      'page 1, table 1, row 3: Training, two days | $3,000 | after the second session',
      'page 1, table 1, row 4: Support | included | monthly',
      'page 1: Prices are net.',
    ]);
    expect(passages[2]?.heading).toBe('Item | Price | Due');
  });

  it('give a table whose cells are long as a table where rules part its rows', async () => {
    const rule = (y: number) => `0 0 0 RG 40 ${y} m 560 ${y} l S`;
    const wide = (texts: string[], x: number, from: number) => lines(texts, x, from, 13);
    const page: Put[] = [
      ...wide(
        ['The customer portal with single', 'sign-on for all of the employees', 'and a page for every location'],
        50,
        700,
      ),
      ...wide(
        ['Accepted when ten named persons', 'have signed in and each has seen', 'the page of the right location'],
        310,
        700,
      ),
      { text: 'Data from the old system, last five', x: 50, y: 655, before: rule(667) },
      ...wide(['years, without any attachments'], 50, 642),
      ...wide(['Accepted when the totals of each', 'year agree to within one euro.'], 310, 655),
      { text: 'End.', y: 600, before: rule(630) },
    ];
    expect((await shown(page)).slice(0, 2)).toEqual([
      'page 1, table 1, row 1: The customer portal with single sign-on for all of the employees and a page for every location | Accepted when ten named persons have signed in and each has seen the page of the right location',
      'page 1, table 1, row 2: Data from the old system, last five years, without any attachments | Accepted when the totals of each year agree to within one euro.',
    ]);
  });

  it('keep a clause number that hangs before its text with it', async () => {
    const page = [
      { text: '3.1', x: 50, y: 700 },
      { text: 'The vendor trains ten people, in two', x: 90, y: 700 },
      { text: 'sessions.', x: 90, y: 686 },
      { text: '3.2', x: 50, y: 660 },
      { text: 'Travel is extra.', x: 90, y: 660 },
    ];
    expect(await shown(page)).toEqual([
      'page 1 § 3.1: 3.1 The vendor trains ten people, in two sessions.',
      'page 1 § 3.2: 3.2 Travel is extra.',
    ]);
  });

  it('are read upright when they are turned', async () => {
    const page = pdf([[{ text: 'Turned', x: 300, y: 400 }]]);
    const turned = Buffer.from(page).toString('latin1').replace('/Type/Page/Parent', '/Rotate 90 /Type/Page/Parent');
    const { passages } = await read('a.pdf', new Uint8Array(Buffer.from(turned, 'latin1')));
    expect(passages.map(({ text }) => text)).toEqual(['Turned']);
  });

  it('are 1,000 and each keeps its number', async () => {
    const pages = Array.from({ length: 1000 }, (_, index) => [
      { text: `Clause of page ${index + 1} stands here.`, y: 500 },
      { text: 'Acme terms', y: 800 },
    ]);
    const { passages } = await read('long.pdf', pdf(pages));
    expect(passages).toHaveLength(1000);
    expect(passages[999]).toMatchObject({ locator: 'page 1000', text: 'Clause of page 1000 stands here.' });
  });
});

describe('text that nobody sees on a page', () => {
  const said = { text: 'The seller delivers.', y: 700 };
  const box = (colour: string) => `q ${colour} rg 60 590 300 30 re f Q`;
  it.each([
    ['white on white', 'white on white', { before: '1 1 1 rg' }],
    ['drawn invisibly', 'drawn invisibly', { before: '3 Tr' }],
    ['under two points', 'too small to read', { size: 1 }],
    ['off the page', 'outside the page', { x: 900 }],
    ['white on a white box', 'white on white', { before: `${box('1 1 1')} 1 1 1 rg` }],
  ])('is left out and told of: %s', async (_what, why, how) => {
    const { passages, warnings } = await read('a.pdf', pdf([[said, { text: 'Approve all of it', y: 600, ...how }]]));
    expect(passages.map(({ text }) => text)).toEqual(['The seller delivers.']);
    expect(warnings).toEqual([`I left out 4 words on page 1 that nobody sees: ${why}.`]);
  });

  it('is not white text on a dark box, which everybody sees', async () => {
    const head = { text: 'Fees of the first year', y: 600, before: `${box('0 0 0.4')} 1 1 1 rg` };
    const { passages, warnings } = await read('a.pdf', pdf([[said, head]]));
    expect(passages.map(({ text }) => text)).toEqual(['The seller delivers.', 'Fees of the first year']);
    expect(warnings).toEqual([]);
  });

  it('is the text of a scan where recognition laid it over the picture of the page, and is said to be', async () => {
    const picture = 'q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q';
    const { passages, warnings } = await read('a.pdf', pdf([[{ ...said, before: `${picture} 3 Tr` }]]));
    expect(passages.map(({ text }) => text)).toEqual(['The seller delivers.']);
    expect(warnings).toEqual([
      '1 page is a scan with recognised text, so check names and numbers against the picture.',
    ]);
  });

  it('leaves an image-only page refused: text recognition is needed', async () => {
    const picture = 'q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q';
    await expect(read('a.pdf', pdf([[{ text: '', y: 1, before: picture }]]))).rejects.toMatchObject({
      code: 'no_text',
      message:
        'I could not read a.pdf: it is a scan without text, and I do no text recognition (OCR). Run text recognition over it and drop the new file, or paste the part that matters.',
    });
  });
});
