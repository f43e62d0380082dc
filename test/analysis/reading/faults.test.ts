import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { plainFileName } from '../../../src/analysis/reading/read-refusal.ts';
import { readSafely } from '../../../src/analysis/reading/read-safely.ts';
import { docx, paragraph } from './made/docx.ts';
import { pdf } from './made/pdf.ts';

const entry = join(import.meta.dirname, '../../../src/analysis/reading/child.ts');
const page = [{ text: 'The vendor delivers.', y: 700 }];
const text = (content: string) => new Uint8Array(Buffer.from(content, 'latin1'));

/** Reads a file under the limits of the product and watches this process: the longest time it could answer nobody, in ms. */
async function readWatched(bytes: Uint8Array, name: string) {
  let worst = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    worst = Math.max(worst, performance.now() - last);
    last = performance.now();
  }, 5);
  const started = performance.now();
  const outcome = await readSafely(bytes, name, { entry }).catch((error: unknown) => error);
  clearInterval(timer);
  return { outcome, worst, took: performance.now() - started };
}

describe('fault 47: a file that is not what it is called', () => {
  it.each([
    ['a sign-in page as PDF', 'a.pdf', text('<!DOCTYPE html><html><title>Sign in</title></html>')],
    ['a sign-in page as DOCX', 'a.docx', text('\r\n  <html><body>Sign in</body></html>')],
    ['a picture as PDF', 'a.pdf', text('\x89PNG\r\n\x1a\n')],
    ['a PDF as text', 'a.docx', pdf([page])],
    ['a program as mail', 'a.eml', text('\x7fELF\0\0')],
  ])('is refused: %s', async (_what, name, bytes) => {
    await expect(readSafely(bytes, name, { entry })).rejects.toMatchObject({ name: 'ReadRefusal', code: 'wrong_type' });
  });
});

describe('fault 48: addresses inside a file', () => {
  it('are text and never fetched: the child process has no way to the network to try', async () => {
    const addresses = '![x](http://127.0.0.1:9/a.png) [y](http://169.254.169.254/latest/meta-data) http://[::1]/';
    const { passages } = await readSafely(text(addresses), 'a.md', { entry });
    expect(passages.map((passage) => passage.text)).toEqual([addresses]);
  });

  it('in a Word document that asks for an outside file are not followed', async () => {
    const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" TargetMode="External" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://127.0.0.1:9/t.dotm"/></Relationships>`;
    const file = docx([paragraph('Words.')], [{ name: 'word/_rels/settings.xml.rels', data: rels }]);
    const { passages } = await readSafely(file, 'a.docx', { entry });
    expect(passages.map((passage) => passage.text)).toEqual(['Words.']);
  });

  it('in a Word document that defines entities of its own are not expanded', async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(50)}"><!ENTITY b "${'&a;'.repeat(50)}"><!ENTITY f SYSTEM "file:///etc/passwd">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&b;&f;</w:t></w:r></w:p></w:body></w:document>`;
    const file = docx([paragraph('x')], [{ name: 'word/document.xml', data: bomb }]);
    await expect(readSafely(file, 'a.docx', { entry })).rejects.toMatchObject({ code: 'malformed' });
  });
});

describe('fault 49: a hostile PDF', () => {
  const operators = Buffer.from('BT /F1 9 Tf 1 0 0 1 9 9 Tm (x) Tj ET\n'.repeat(1_500_000));
  const whole = pdf([page, page, page]);
  const cyclic = text(
    Buffer.from(whole)
      .toString('latin1')
      .replace(/Kids\[4 0 R 6 0 R/u, 'Kids[2 0 R 2 0 R'),
  );
  it.each([
    ['a stream of 400 MB of spaces', () => pdf([page], { content: deflateSync(Buffer.alloc(400 * 1024 * 1024, ' ')) })],
    ['a page of 1.5 million operators', () => pdf([page], { content: deflateSync(operators) })],
    ['pages that hold themselves', () => cyclic],
    ['its second half cut off', () => whole.subarray(0, whole.length / 2)],
    ['a password', () => pdf([page], { encrypt: true })],
  ])('with %s ends within 10 s and 512 MB and never holds this process up', async (_what, make) => {
    const { outcome, worst, took } = await readWatched(make(), 'hostile.pdf');
    const passages = outcome instanceof Error ? undefined : (outcome as { passages: unknown[] }).passages;
    expect(passages?.length ?? (outcome as Error).name).toEqual(passages ? expect.any(Number) : 'ReadRefusal');
    expect(took).toBeLessThan(12_000);
    expect(worst).toBeLessThan(500);
  });
});

describe('fault 50: an archive that unpacks to far more than it weighs', () => {
  it('is refused before it is unpacked whole, at a ratio of 1,029 to 1', async () => {
    const zeros = Buffer.alloc(40 * 1024 * 1024);
    const bytes = docx([paragraph('x')], [{ name: 'word/media/bomb.bin', data: zeros }]);
    expect(zeros.length / bytes.length).toBeGreaterThan(900);
    const { outcome, worst } = await readWatched(bytes, 'bomb.docx');
    expect(outcome).toMatchObject({ name: 'ReadRefusal', code: 'too_large' });
    expect(worst).toBeLessThan(500);
  });
});

describe('fault 51: a hostile file name', () => {
  it.each([
    ['../../x', 'x'],
    ['contract\u202efdp.exe', 'contractfdp.exe'],
    [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(75)}….pdf`],
  ])('%j is neutral where it is shown', async (name, shown) => {
    expect(plainFileName(name)).toBe(shown);
    const refusal = await readSafely(new Uint8Array(), name, { entry }).catch((error: unknown) => error);
    expect(String(refusal)).toContain(`I could not read ${shown}:`);
  });
});

describe('a transcript of 10 MB', () => {
  it('is read within the limits', async () => {
    const line = (index: number) =>
      `[${String(Math.floor(index / 3600) % 100).padStart(2, '0')}:${String(Math.floor(index / 60) % 60).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}] ${index % 2 ? 'Dana Kay' : 'Bob Ray'}: We bring the data over by May, and turn ${index} costs nothing extra at all.\n`;
    const long = Array.from({ length: 110_000 }, (_, index) => line(index)).join('');
    expect(long.length).toBeGreaterThan(10_000_000);
    const { outcome, worst } = await readWatched(text(long), 'call.txt');
    expect((outcome as { passages: unknown[] }).passages).toHaveLength(110_000);
    expect(worst).toBeLessThan(500);
  });
});
