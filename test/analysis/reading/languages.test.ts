import { describe, expect, it } from 'vitest';
import { read } from './made/read.ts';

const english = 'The vendor trains ten people of the customer on two days, and travel is included in the price.';

describe('the language of a text', () => {
  it.each([
    [
      'de',
      'German',
      'Der Auftragnehmer richtet die Software ein und schult zehn Mitarbeiter des Auftraggebers vor Ort.',
    ],
    [
      'fr',
      'French',
      'Le fournisseur livre la plateforme configurée dans un délai de trente jours et forme dix utilisateurs.',
    ],
    [
      'es',
      'Spanish',
      'El proveedor entregará la plataforma configurada dentro de los treinta días posteriores a la firma del contrato.',
    ],
    [
      'ar',
      'Arabic',
      'المورد سيقوم بتسليم المنصة خلال ثلاثين يوما من تاريخ توقيع العقد وتدريب عشرة مستخدمين في مقر العميل',
    ],
  ])('is told where it is %s', async (code, name, text) => {
    const { language, warnings, passages } = await read('a.txt', text);
    expect(language).toBe(code);
    expect(warnings).toEqual([`This looks like ${name}. I keep it, but I only analyse English.`]);
    expect(passages[0]?.text).toBe(text);
  });

  it.each([
    ['plain English', english, 'en'],
    [
      'a list of names and numbers',
      'INV-2231 ACME 40,000 Net 30 Qty Unit Rate Total SKU Pro Plan Seats Platinum Package',
      undefined,
    ],
    ['two words', 'Guten Morgen', undefined],
  ])('is no matter to warn of in %s', async (_what, text, code) => {
    const { language, warnings } = await read('a.txt', text);
    expect(language).toBe(code);
    expect(warnings).toEqual([]);
  });
});

describe('the encoding of a text', () => {
  const text = 'Price “net”: 4 000 € – naïve façade • done';
  const utf16 = Buffer.from(text, 'utf16le');
  const swapped = Buffer.from(utf16).swap16();
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16, little end first, with its mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16, little end first, without', utf16],
    ['UTF-16, big end first, with its mark', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['UTF-16, big end first, without', swapped],
  ])('%s is told from its bytes', async (_name, bytes) => {
    const { passages, warnings } = await read('a.txt', new Uint8Array(bytes));
    expect(passages.map((passage) => passage.text)).toEqual([text]);
    expect(warnings).toEqual([]);
  });

  it('of old Windows is taken for what is nothing else, and said to be a guess', async () => {
    const bytes = Buffer.from('Price \x93net\x94: 4000 \x80 \x96 fa\xe7ade \x95 done', 'latin1');
    const { passages, warnings } = await read('a.txt', new Uint8Array(bytes));
    expect(passages[0]?.text).toBe('Price “net”: 4000 € – façade • done');
    expect(warnings).toHaveLength(1);
  });

  it('keeps right-to-left text in its order, without the marks that turn text round', async () => {
    const { passages } = await read('a.txt', 'השירות כלול במחיר 40,000 ₪ לשנה.\n\nabc\u202edef');
    expect(passages.map((passage) => passage.text)).toEqual(['השירות כלול במחיר 40,000 ₪ לשנה.', 'abcdef']);
  });

  it('reads ligatures of a PDF or a text as the letters they stand for', async () => {
    expect((await read('a.md', 'The oﬃce conﬁrms the ﬂow.')).passages[0]?.text).toBe('The office confirms the flow.');
  });
});
