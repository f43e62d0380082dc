import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/analysis/reading/canonical.ts';
import { readDocument } from '../../../src/analysis/reading/read-document.ts';

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
