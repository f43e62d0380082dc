import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/analysis/reading/canonical.ts';
import { quoteRange } from '../../../src/analysis/reading/original-ranges.ts';
import { readDocument } from '../../../src/analysis/reading/read-document.ts';

import type { Writing } from '../../../src/analysis/reading/reduced.ts';
import { splitSentences } from '../../../src/analysis/reading/sentences.ts';

const word = fc.constantFrom(
  'vendor',
  'SSO',
  'by',
  '4.2',
  '$4,000',
  '**bold**',
  'Dr.',
  'launch,',
  'für',
  '10:30',
  '(a)',
  'e.g.',
  '`code`',
  'https://x.example/y',
);
const sentence = fc.array(word, { minLength: 1, maxLength: 25 }).map((words) => `${words.join(' ')}.`);
const name = fc.constantFrom('Ann Lee', 'Bob van Ray', 'Dr. Kay');
const line = fc.oneof(
  sentence,
  sentence.map((text) => `- ${text}`),
  sentence.map((text) => `2.1 ${text}`),
  sentence.map((text) => `## ${text}`),
  sentence.map((text) => `| ${text} | x |`),
  sentence.map((text) => text.replace(/(.{40,60}) /gu, '$1\n')),
  fc.constant(''),
);
const prose = fc.array(line, { minLength: 1, maxLength: 20 }).map((lines) => lines.join('\n'));
const cues = fc.array(fc.tuple(name, sentence), { minLength: 1, maxLength: 12 });
const time = (index: number) => `00:00:${String(index * 2).padStart(2, '0')}.000`;

async function everyPassageStandsIn(raw: string, fileName: string, content: string) {
  const bytes = new TextEncoder().encode(content);
  const first = await readDocument(bytes, fileName).catch(() => undefined);
  if (!first) return;
  const again = await readDocument(bytes, fileName);
  const ids = first.passages.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(again).toEqual(first);
  for (const { id, text } of first.passages) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-z]+$/u);
    expect(fold(raw)).toContain(text);
  }
}

describe('every passage', () => {
  it.each(['a.md', 'a.txt'])(
    'of %s stands in the file once white space is folded, with a stable id of its own',
    async (fileName) => {
      await fc.assert(
        fc.asyncProperty(prose, (text) => everyPassageStandsIn(text, fileName, text)),
        { numRuns: 300 },
      );
    },
  );

  it('of captions stands in what was said', async () => {
    await fc.assert(
      fc.asyncProperty(cues, (said) =>
        everyPassageStandsIn(
          said.map(([, text]) => text).join('\n'),
          'a.vtt',
          `WEBVTT\n\n${said.map(([who, text], index) => `${time(index)} --> ${time(index + 1)}\n<v ${who}>${text}</v>\n`).join('\n')}`,
        ),
      ),
    );
  });

  it('of a plain mail stands in it', async () => {
    const head = 'From: Ann <ann@x.example>\nSubject: The launch\nDate: Mon, 23 Feb 2026 16:42:11 +0000\n\n';
    await fc.assert(fc.asyncProperty(prose, (text) => everyPassageStandsIn(head + text, 'a.eml', head + text)));
  });
});

/** Letters alone: what a place in the original and a quote must share whatever their white space, marks and accents. */
const letters = (text: string) =>
  text
    .normalize('NFC')
    .replace(/\\n|&[a-z]+;/gu, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();

describe('every sentence of every passage', () => {
  const looksUp = async (fileName: string, original: string, writing: Writing) => {
    const result = await readDocument(new TextEncoder().encode(original), fileName).catch(() => undefined);
    let found = 0;
    for (const passage of result?.passages ?? []) {
      expect(passage.range).toBeDefined();
      for (const { text } of splitSentences(passage.text)) {
        if (letters(text) === '') continue;
        const range = quoteRange(passage, text, original, writing);
        expect(range).toBeDefined();
        const place = original.slice(range?.start, range?.end);
        expect(letters(place).replace(/<[^>]*>/gu, '')).toContain(letters(text).slice(0, 12));
        expect(letters(place)).toContain(letters(text).slice(-12));
        found += 1;
      }
    }
    return found;
  };

  it.each(['a.md', 'a.txt'])('of %s is found in its place in the original', async (fileName) => {
    await fc.assert(
      fc.asyncProperty(prose, async (text) => void (await looksUp(fileName, text, 'plain'))),
      { numRuns: 200 },
    );
  });

  it('of a mail, of captions and of a Slack thread is found in its place in the original', async () => {
    await fc.assert(
      fc.asyncProperty(cues, async (said) => {
        const vtt = `WEBVTT\n\n${said.map(([who, text], index) => `${time(index)} --> ${time(index + 1)}\n<v ${who}>${text.replace(' ', '\n')}</v>\n`).join('\n')}`;
        const srt = said
          .map(
            ([, text], index) =>
              `${index + 1}\n${time(index).replace('.', ',')} --> ${time(index + 1).replace('.', ',')}\n${text}\n`,
          )
          .join('\n');
        const slack = JSON.stringify(
          said.map(([, text], index) => ({
            user: 'ann',
            ts: `177000000${index % 10}.1`,
            text: `${text.replace('&', '&amp;')}\n"für" <b`,
          })),
        );
        const mail = `From: Ann <a@x.example>\nSubject: The launch\nDate: Mon, 23 Feb 2026 16:42:11 +0000\n\n${said.map(([, text]) => text).join('\n\n')}\n`;
        expect(await looksUp('a.vtt', vtt, 'captions')).toBeGreaterThan(0);
        expect(await looksUp('a.srt', srt, 'captions')).toBeGreaterThan(0);
        expect(await looksUp('a.json', slack, 'json')).toBeGreaterThan(0);
        expect(await looksUp('a.eml', mail, 'plain')).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });
});
