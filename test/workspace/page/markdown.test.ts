import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../../src/workspace/page/markdown/parse-markdown.ts';
import { splitCells } from '../../../src/workspace/page/markdown/parse-table.ts';
import { parseText } from '../../../src/workspace/page/markdown/parse-text.ts';

const text = (value: string) => ({ type: 'text', text: value });

describe('canvas Markdown', () => {
  test('headings, dividers, quotes, code and paragraphs', () => {
    const source =
      '# One\n## Two\n#### Four\n\nA line\nthat goes on\n\n---\n> said\n> **so**\n\n```ts\nlet a = 1 < 2;\n```\nend';
    expect(parseMarkdown(source)).toEqual([
      { type: 'heading', level: 1, children: [text('One')] },
      { type: 'heading', level: 2, children: [text('Two')] },
      { type: 'heading', level: 3, children: [text('Four')] },
      { type: 'paragraph', children: [text('A line that goes on')] },
      { type: 'divider' },
      {
        type: 'quote',
        children: [{ type: 'paragraph', children: [text('said '), { type: 'bold', children: [text('so')] }] }],
      },
      { type: 'pre', text: 'let a = 1 < 2;' },
      { type: 'paragraph', children: [text('end')] },
    ]);
  });

  test('lists nest by their indent, checks are read, numbers start where they say', () => {
    expect(parseMarkdown('3. three\n   - [x] done\n   - [ ] open\n4. four')).toEqual([
      {
        type: 'list',
        ordered: true,
        start: 3,
        items: [
          {
            children: [text('three')],
            nested: [
              {
                type: 'list',
                ordered: false,
                start: 1,
                items: [
                  { checked: true, children: [text('done')], nested: [] },
                  { checked: false, children: [text('open')], nested: [] },
                ],
              },
            ],
          },
          { children: [text('four')], nested: [] },
        ],
      },
    ]);
  });

  test('a table has as many cells in each row as its head, and its columns keep their side', () => {
    expect(parseMarkdown('| A | B |\n| :- | -: |\n| `x|y` | 1 | 2 |\n| only |')).toEqual([
      {
        type: 'table',
        align: ['left', 'right'],
        head: [[text('A')], [text('B')]],
        rows: [
          [[{ type: 'code', text: 'x|y' }], [text('1')]],
          [[text('only')], []],
        ],
      },
    ]);
    expect(splitCells('| a \\| b | c |')).toEqual(['a | b', 'c']);
  });

  test.each<[string, unknown[]]>([
    ['[page](https://a.example/x_(y))', [{ type: 'link', url: 'https://a.example/x_(y)', children: [text('page')] }]],
    ['![](@U0PRIYA) ![](#C0SALES)', [{ type: 'user', id: 'U0PRIYA' }, text(' '), { type: 'channel', id: 'C0SALES' }]],
    [
      'see https://a.example/b.',
      [text('see '), { type: 'link', url: 'https://a.example/b', children: [text('https://a.example/b')] }, text('.')],
    ],
    ['~~old~~ \\*new\\*', [{ type: 'strike', children: [text('old')] }, text(' *new*')]],
    ['***both***', [{ type: 'bold', children: [{ type: 'italic', children: [text('both')] }] }]],
    ['snake_case_name', [text('snake_case_name')]],
    ['[x](javascript:alert(1))', [text('[x](javascript:alert(1))')]],
    ['<b>html</b>', [text('<b>html</b>')]],
  ])('%s', (source, expected) => {
    expect(parseText(source)).toEqual(expected);
  });

  test('reads any text', () => {
    const marks = [
      '#',
      '*',
      '_',
      '`',
      '|',
      '-',
      '>',
      '[',
      ']',
      '(',
      ')',
      '!',
      '1.',
      ' ',
      '\n',
      'a',
      '```',
      '| - |',
      '\\',
    ];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...marks), { maxLength: 200 }).map((parts) => parts.join('')),
        (raw) => Array.isArray(parseMarkdown(raw)),
      ),
    );
  });

  test.each(['[', '![](', '**a ', '`', '> ', '- ', '| ', '[a](', '__a'])(
    'is not slowed down by thousands of "%s"',
    (mark) => {
      const cost = (count: number): number => {
        const start = performance.now();
        parseMarkdown(mark.repeat(count));
        return performance.now() - start;
      };
      cost(1000);
      expect(cost(20_000)).toBeLessThan(50 * (cost(2000) + 5));
    },
  );
});
