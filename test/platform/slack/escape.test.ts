import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canvasText, mrkdwn, stripInvisible, truncate } from '../../../src/platform/slack/index.ts';

/** Text that likes to look like markup. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.constantFrom(
        '<!channel>',
        '<@U123ABC>',
        '<#C123ABC|x>',
        '<https://evil.example?d=1|Open>',
        '&lt;!here&gt;',
        '![](@U123ABC)',
        '[a](https://evil.example)',
        '@here',
        '@channel',
        'https://evil.example/x.y',
        'evil.example',
        '*bold*',
        '_it_',
        '~no~',
        '`code`',
        '```',
        '\n> quote',
        '\n# head',
        '\n- item',
        '1. item',
        '|',
        '\\',
        '\u202e',
        '\u200b',
        '\u{e0041}',
        ':tada:',
        '&',
        '<',
        '>',
        '!',
        '[',
        ']',
        '(',
        ' ',
        '\n',
        'a_b',
        '$40k',
        '👩‍👩‍👧',
        'é',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));
const lengths = fc.integer({ min: 0, max: 80 });

describe('mrkdwn of any outside text', () => {
  test('has no angle bracket, bare ampersand, mention or broadcast left', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const out = mrkdwn(text);
        expect(out).not.toMatch(/[<>]/);
        expect(out).not.toMatch(/&(?!amp;|lt;|gt;)/);
        expect(out).not.toMatch(/@(here|channel|everyone)\b/i);
        expect(out).not.toMatch(/:\/\/|`|:[a-z_+-][a-z0-9_+-]*:/i);
        expect(out).not.toMatch(/^\s*&gt;/m);
        expect(out).not.toMatch(/(?<![\p{L}\p{N}])[*_~]|[*_~](?![\p{L}\p{N}])/u);
      }),
      { numRuns: 500 },
    );
  });

  test('keeps its limit, entities whole', () => {
    fc.assert(
      fc.property(hostile, lengths, (text, max) => {
        const out = mrkdwn(text, max);
        expect(out.length).toBeLessThanOrEqual(max);
        expect(out.replace(/&(amp|lt|gt);/g, '')).not.toContain('&');
        expect(out).not.toMatch(/\p{Cs}/u);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['R&D says 3 < 4', 'R&amp;D says 3 &lt; 4'],
    ['snake_case and 2*3 stay', 'snake_case and 2*3 stay'],
    ['about ~$40k or ~$50k', 'about ∼$40k or ∼$50k'],
    ['see https://evil.example/a', 'see https:⁄⁄evil․example/a'],
    ['see evil.example/a.pdf', 'see evil․example/a․pdf'],
    ['see evil.example now', 'see evil․example now'],
    ['the MSA.pdf, v1.2 of Dec. 1, e.g. 3.5 at 12:30:45', 'the MSA.pdf, v1.2 of Dec. 1, e.g. 3.5 at 12:30:45'],
    ['<https://evil.example?d=1|Open>', '&lt;https:⁄⁄evil․example?d=1|Open&gt;'],
    ['> not a quote', '› not a quote'],
    [':white_check_mark: approved', '∶white_check_mark: approved'],
    ['mail bob@evil.example or mailto:bob', 'mail bob@evil․example or mailto∶bob'],
    ['a\r\nb', 'a\nb'],
  ])('%j → %j', (text, expected) => {
    expect(mrkdwn(text)).toBe(expected);
  });
});

describe('canvas text of any outside text', () => {
  test('is one line without mention, image, link, code, emphasis, cell border or block marker', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const out = canvasText(text);
        expect(out).not.toMatch(/[\n\r|`*<>[\]\\]/);
        expect(out).not.toMatch(/!\[|\]\(|@U[A-Z0-9]{2}|:\/\//);
        expect(out).not.toMatch(/^(#+|[-+]|\d+[.)]) /);
        expect(out).not.toMatch(/^(-{3,}|={3,}|_{3,})$/);
      }),
      { numRuns: 500 },
    );
  });

  test('keeps its limit', () => {
    fc.assert(
      fc.property(hostile, lengths, (text, max) => {
        expect(canvasText(text, max).length).toBeLessThanOrEqual(max);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['![](@U123ABC)', '！［］(＠U123ABC)'],
    ['# Approved', '＃ Approved'],
    ['a | b', 'a ∣ b'],
    ['- [x] done', '‐ ［x］ done'],
    ['two\n\n# lines', 'two # lines'],
    ['AT&T and 5 &lt; 6', 'AT&T and 5 ＆lt; 6'],
  ])('%j → %j', (text, expected) => {
    expect(canvasText(text)).toBe(expected);
  });
});

test('what nobody can see is removed; emoji keep their style', () => {
  expect(stripInvisible('a\u200bb\u{e0041}\u{e007f}c\u202ed\u2066e\ufefff\u00adg\ufe01h\u0007i')).toBe('abcdefghi');
  expect(stripInvisible('❤️ 1\n2\t3')).toBe('❤️ 1\n2\t3');
});

describe('truncating', () => {
  test('cuts between what a reader sees as characters, never beyond the limit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), lengths, (text, max) => {
        const out = truncate(text, max);
        expect(out.length).toBeLessThanOrEqual(max);
        expect(out).not.toMatch(/\p{Cs}/u);
        if (text.length <= max) expect(out).toBe(text);
      }),
    );
  });

  test.each([
    ['hello world', 7, 'hello…'],
    ['👩‍👩‍👧👩‍👩‍👧', 12, '👩‍👩‍👧…'],
    ['cafe\u0301s', 5, 'caf…'],
    ['abc', 0, ''],
  ])('%j to %i → %j', (text, max, expected) => {
    expect(truncate(text, max)).toBe(expected);
  });
});
