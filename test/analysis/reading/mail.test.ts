import { describe, expect, it } from 'vitest';
import { read } from './made/read.ts';

const head =
  'From: "Dana Kowalczyk" <dana@tutelix.example>\r\nTo: Bob <bob@marrow.example>\r\nSubject: Redlines\r\nDate: Mon, 23 Feb 2026 16:42:11 -0500\r\nMIME-Version: 1.0\r\n';
const plain = (body: string) => `${head}Content-Type: text/plain; charset=utf-8\r\n\r\n${body}`;
const texts = async (mail: string) =>
  (await read('a.eml', mail)).passages.map(({ text, speaker, quoted }) => [speaker, quoted ?? false, text]);

describe('a saved mail', () => {
  it('gives its subject and paragraphs to its sender at its time', async () => {
    const { passages, title } = await read(
      'a.eml',
      plain('Net 60 is fine, the order\nform still prints 45.\n\nTwo more:\n- The sessions are in.\n'),
    );
    expect(title).toBe('Redlines');
    expect(passages.map(({ locator, text, heading }) => [locator, text, heading])).toEqual([
      ['subject', 'Redlines', undefined],
      ['paragraph 1', 'Net 60 is fine, the order form still prints 45.', undefined],
      ['paragraph 2', 'Two more:', undefined],
      ['paragraph 3', 'The sessions are in.', 'Two more:'],
    ]);
    expect(passages[1]).toMatchObject({ speaker: 'Dana Kowalczyk', at: '2026-02-23T21:42:11.000Z' });
  });

  it.each([
    ['On Feb 21, 2026, at 9:03 AM, Bob Treadway wrote:', '2026-02-21'],
    ['On Mon, Feb 21, 2026 at 9:03 AM Bob Treadway <bob@x.example> wrote:', '2026-02-21'],
    ['Am 21.02.2026 um 10:00 schrieb Bob Treadway:', '2026-02-21'],
    ['On 03/02/2026 Bob Treadway wrote:', undefined],
  ])('gives quoted text to the author whom "%s" names', async (line, at) => {
    const { passages } = await read('a.eml', plain(`Fine.\n\n${line}\n> Net 60 is not optional.\n`));
    expect(passages.at(-1)).toMatchObject({ text: 'Net 60 is not optional.', quoted: true, speaker: 'Bob Treadway' });
    expect(passages.at(-1)?.at).toBe(at);
  });

  it('tells the authors of nested quotes apart', async () => {
    const mail = plain(
      'Agreed.\n\nOn 23 March 2026 Ann Lee wrote:\n> My view.\n>\n> On 22 March 2026 Bob Ray wrote:\n>> His view.\n',
    );
    expect(await texts(mail)).toEqual([
      ['Dana Kowalczyk', false, 'Redlines'],
      ['Dana Kowalczyk', false, 'Agreed.'],
      ['Ann Lee', true, 'My view.'],
      ['Bob Ray', true, 'His view.'],
    ]);
  });

  it('reads the headers of a quoted Outlook mail', async () => {
    const mail = plain(
      'Yes.\n\n-----Original Message-----\n> From: Werner Aigner\n> Sent: Sunday, 14 June 2026 20:11\n> Who makes the papers?\n',
    );
    expect((await read('a.eml', mail)).passages.at(-1)).toMatchObject({
      speaker: 'Werner Aigner',
      at: '2026-06-14',
      quoted: true,
      text: 'Who makes the papers?',
    });
  });

  it('cuts a signature, but not words written on below two dashes', async () => {
    expect(await texts(plain('Thanks.\n\n-- \nDana\nSales\n'))).toHaveLength(2);
    expect((await texts(plain(`Thanks.\n\n--\n${'We will do one more thing.\n'.repeat(12)}`))).length).toBeGreaterThan(
      2,
    );
  });

  it('reads an HTML mail as its reader sees it', async () => {
    const html =
      '<html><style>p{}</style><body><p>Support&nbsp;is <b>included</b>.</p><ul><li>Day one</li></ul><!-- hidden --><div>On 23 March 2026 Ann Lee wrote:</div><blockquote>Is it in?</blockquote></body></html>';
    expect(await texts(`${head}Content-Type: text/html; charset=utf-8\r\n\r\n${html}`)).toEqual([
      ['Dana Kowalczyk', false, 'Redlines'],
      ['Dana Kowalczyk', false, 'Support is included.'],
      ['Dana Kowalczyk', false, 'Day one'],
      ['Ann Lee', true, 'Is it in?'],
    ]);
  });

  it('names what was attached and not read', async () => {
    const mail = `${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSee it.\r\n--b\r\nContent-Type: application/pdf; name="sow.pdf"\r\nContent-Disposition: attachment; filename="sow.pdf"\r\n\r\n%PDF\r\n--b--\r\n`;
    expect((await read('a.eml', mail)).warnings).toEqual([
      'I did not read what is attached to this mail: sow.pdf. Drop it here as well if it matters.',
    ]);
  });

  it('is refused when it is no mail', async () => {
    await expect(read('a.eml', 'just some words')).rejects.toMatchObject({ code: 'malformed' });
  });

  it('reads each mail of a mailbox', async () => {
    const box = `From dana@x Mon Feb 23 16:42:11 2026\n${plain('First.\n>From here on.')}\n\nFrom dana@x Mon Feb 23 16:43:11 2026\n${plain('Second.')}\n`;
    expect((await read('a.mbox', box)).passages.map(({ locator }) => locator)).toEqual([
      'mail 1, subject',
      'mail 1, paragraph 1',
      'mail 1, paragraph 2',
      'mail 2, subject',
      'mail 2, paragraph 1',
    ]);
  });
});

describe('the signature of a mail', () => {
  const body = 'We deliver on Monday.';
  it.each([
    ['Best regards,\nDana Kowalczyk\nSales Director | Tutelix GmbH\n+1 212 555 0100'],
    ['Cheers\nDana'],
    ['Kind regards\n\nDana Kowalczyk\n\nTutelix Ltd\nwww.tutelix.example'],
    ['Dana Kowalczyk\nAccount Executive\ndana@tutelix.example'],
    ['Mit freundlichen Grüßen\nDana Kowalczyk'],
  ])('is cut: %j', async (signature) => {
    expect(await texts(plain(`${body}\n\n${signature}\n`))).toEqual([
      ['Dana Kowalczyk', false, 'Redlines'],
      ['Dana Kowalczyk', false, body],
    ]);
  });

  it.each([
    ['Thanks,\nDana\n\nPS: training is free of charge.', 'PS: training is free of charge.'],
    ['Thanks\n\nI will also send two engineers for the cutover.', 'I will also send two engineers for the cutover.'],
    ['Dana will join the call and brings two engineers.', 'Dana will join the call and brings two engineers.'],
  ])('is none where somebody wrote on: %j', async (end, kept) => {
    expect((await texts(plain(`${body}\n\n${end}\n`))).map(([, , text]) => text)).toContain(kept);
  });
});

describe('hostile and broken mails', () => {
  it('says once what a mail quotes of itself 200 deep', async () => {
    const quotes = Array.from(
      { length: 200 },
      (_, depth) => `${'>'.repeat(depth + 1)} The launch is on 4 May, as agreed.`,
    );
    const found = await texts(plain(`Yes.\n\n${quotes.join('\n')}\n`));
    expect(found.filter(([, quoted]) => quoted)).toEqual([[undefined, true, 'The launch is on 4 May, as agreed.']]);
  });

  it.each([
    'Mon, 99 Foo 2026 99:99:99',
    'Tue, 31 Feb 0026 10:00:00 +0000',
    'yesterday',
    'Mon, 1 Jan 9999 10:00:00 +0000',
  ])('leaves the time out where the date is %s', async (date) => {
    const { passages } = await read(
      'a.eml',
      `From: Ann <a@x.example>\r\nDate: ${date}\r\nSubject: Hi\r\n\r\nWe deliver.\r\n`,
    );
    expect(passages.at(-1)).toMatchObject({ text: 'We deliver.', speaker: 'Ann' });
    expect(passages.at(-1)).not.toHaveProperty('at');
  });

  it('counts a mail once that a mailbox holds many times, and quoted mails once that it holds too', async () => {
    const mail = (id: string, body: string) =>
      `From x@x.example Mon Feb 23 16:42:11 2026\n${head.replaceAll('\r', '')}Message-ID: <${id}@x.example>\n\n${body}\n\n`;
    const box = `${mail('1', 'We migrate ten years of data.').repeat(50)}${mail('2', 'OK.\n\nOn 23 Feb 2026 Dana Kowalczyk wrote:\n> We migrate ten years of data.')}`;
    const { passages, warnings } = await read('a.mbox', box);
    expect(passages.map(({ text }) => text)).toEqual(['Redlines', 'We migrate ten years of data.', 'Redlines', 'OK.']);
    expect(warnings).toEqual(['49 mails are in it more than once; I count each once.']);
  });

  it('reads a mailbox with a line that begins with From, and with parts that are no mails', async () => {
    const box = `From a@x Mon Feb 23 16:42:11 2026\n${plain('From now on support is free.\n\nFrom 2026 on it is not.')}\n\nFrom b@x Mon Feb 23 16:43:11 2026\njunk\n`;
    const { passages, warnings } = await read('a.mbox', box);
    expect(passages.map(({ text }) => text)).toEqual([
      'Redlines',
      'From now on support is free.',
      'From 2026 on it is not.',
    ]);
    expect(warnings).toEqual(['I left out 1 part that is no mail.']);
  });
});
