import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Inline } from '../../../src/workspace/page/mrkdwn/nodes.ts';
import { plainText } from '../../../src/workspace/page/mrkdwn/nodes.ts';
import { parseInline } from '../../../src/workspace/page/mrkdwn/parse-inline.ts';
import { parseMrkdwn } from '../../../src/workspace/page/mrkdwn/parse-mrkdwn.ts';
import { safeUrl } from '../../../src/workspace/page/mrkdwn/safe-url.ts';

const text = (value: string): Inline => ({ type: 'text', text: value });

describe('Slack mrkdwn', () => {
  test.each<[string, Inline[]]>([
    [
      '*bold* and _italic_',
      [{ type: 'bold', children: [text('bold')] }, text(' and '), { type: 'italic', children: [text('italic')] }],
    ],
    ['~gone~', [{ type: 'strike', children: [text('gone')] }]],
    ['*a _b_*', [{ type: 'bold', children: [text('a '), { type: 'italic', children: [text('b')] }] }]],
    ['snake_case_name', [text('snake_case_name')]],
    ['2 * 3 * 4', [text('2 * 3 * 4')]],
    ['*open', [text('*open')]],
    ['*two\nlines*', [text('*two\nlines*')]],
    ['`*not bold*`', [{ type: 'code', text: '*not bold*' }]],
    ['*see `a*b` here*', [{ type: 'bold', children: [text('see '), { type: 'code', text: 'a*b' }, text(' here')] }]],
    [
      '<@U0PRIYA> in <#C0SALES|sales>',
      [{ type: 'user', id: 'U0PRIYA' }, text(' in '), { type: 'channel', id: 'C0SALES' }],
    ],
    [
      '<!here> <!subteam^S1|@leads>',
      [{ type: 'group', label: '@here' }, text(' '), { type: 'group', label: '@leads', id: 'S1' }],
    ],
    [
      '<https://a.example/?x=1&amp;y=2|the &lt;page&gt;>',
      [{ type: 'link', url: 'https://a.example/?x=1&y=2', children: [text('the <page>')] }],
    ],
    ['<mailto:a@b.example>', [{ type: 'link', url: 'mailto:a@b.example', children: [text('a@b.example')] }]],
    [':tada: :nothing_like_it:', [{ type: 'emoji', name: 'tada' }, text(' :nothing_like_it:')]],
    ['&amp;lt; is not &lt;', [text('&lt; is not <')]],
    [
      '<!date^1700000000^{date} at {time}^https://a.example/|fallback>',
      [{ type: 'date', ts: 1700000000, format: '{date} at {time}', link: 'https://a.example/', fallback: 'fallback' }],
    ],
    ['<!date^soon^{date}|later>', [text('later')]],
  ])('%s', (source, expected) => {
    expect(parseInline(source)).toEqual(expected);
  });

  test.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    ' data:text/html,x',
    'vbscript:x',
    '//evil.example/x',
    '/\\evil.example',
    'file:///etc/passwd',
  ])('never links %s', (address) => {
    expect(safeUrl(address)).toBeNull();
    expect(JSON.stringify(parseInline(`<${address}|press>`))).not.toContain('"link"');
  });

  test('quotes, code blocks and lines with a bullet are blocks of their own', () => {
    expect(parseMrkdwn('Hello\n&gt; said\n> twice\n• one\n```a &lt; b```\nend').map((block) => block.type)).toEqual([
      'paragraph',
      'quote',
      'hanging',
      'pre',
      'paragraph',
    ]);
    expect(parseMrkdwn('```a &lt; b```')).toEqual([{ type: 'pre', text: 'a < b' }]);
  });

  test('an open fence is text', () => {
    expect(parseMrkdwn('```open')).toEqual([{ type: 'paragraph', children: [text('```open')] }]);
  });

  test('markup in a text never makes anything but text', () => {
    expect(parseInline('<script>alert(1)</script><img src=x onerror=y>')).toEqual([
      text('<script>alert(1)</script><img src=x onerror=y>'),
    ]);
  });

  test('keeps every word of any text without marks', () => {
    fc.assert(
      fc.property(
        fc.string().map((raw) => raw.replace(/[*_~`<>&:]/g, '')),
        (raw) => plainText(parseInline(raw)) === raw,
      ),
    );
  });

  test('reads any text, in time that grows with its length only', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.constantFrom('*', '_', '~', '`', '<', '>', '|', ':', '!date^', '&', 'a', ' ', '\n', '```'))
          .map((parts) => parts.join('')),
        (raw) => Array.isArray(parseMrkdwn(raw)),
      ),
    );
    for (const seed of ['*a ', '<a', '`', '*_~', ':a', '> ', '<!date^', '_a*b~c ']) {
      const cost = (count: number): number => {
        const source = seed.repeat(count);
        const start = performance.now();
        parseMrkdwn(source);
        return performance.now() - start;
      };
      cost(2000);
      // Ten times the text; a quadratic reader would need a hundred times as long.
      expect(cost(40_000)).toBeLessThan(50 * (cost(4000) + 5));
    }
  });
});
