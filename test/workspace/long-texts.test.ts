import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canvasHtml } from '../../src/workspace/canvas/html.ts';
import { plainText, toggleCheck } from '../../src/workspace/canvas/markdown.ts';
import { plainMessage } from '../../src/workspace/people/plain-text.ts';
import type { Workspace } from '../../src/workspace/server.ts';
import { postMessage } from '../../src/workspace/state/messages.ts';
import { formatText } from '../../src/workspace/web-api/format-text.ts';
import { started } from './fixture.ts';

let workspace: Workspace;
beforeAll(async () => {
  workspace = await started();
});
afterAll(() => workspace.close());

const LENGTH = 400_000;
/**
 * Text of this length takes some ten milliseconds; an expression that reads the rest of it anew from every beginning needs a minute.
 * Processor time, for the machine may be busy.
 */
const MOST_MS = 3000;

function spent(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  return process.cpuUsage(before).user / 1000;
}

const BEGUN = [
  ...['[', '![', '](', '[](', '[a](', '![a](b', '`', '`a', '**', '**a', '*a_', '~~a', '\n', '- \n'],
  ...['<', '<@U|', '<#C|', '<a|', '<!here|', '<!date^', '<!subteam^S|', 'http://.', '#a ', '@a ', '&amp'],
];

describe('a long text of things that begin and never end is read once', () => {
  const readers: Record<string, (text: string) => unknown> = {
    'as the HTML of a canvas': (text) => canvasHtml([{ id: 'temp:C:1', markdown: `a ${text}` }]),
    'as a list of a canvas': (text) => canvasHtml([{ id: 'temp:C:1', markdown: `- ${text}` }]),
    'as the plain text of a canvas': plainText,
    'where a box of a canvas is ticked': (text) => toggleCheck(`${text}a`, 0),
    'as the text of a message': (text) => formatText(workspace.world, text, { link_names: true }),
    'as a text that nobody marked up': (text) => formatText(workspace.world, text, { parse: 'full' }),
    'as the words of a message': (text) => {
      const channel = workspace.world.channels.get('C0HANDOFFS');
      if (!channel) throw new Error('the sample company has this channel');
      const message = postMessage(workspace.world, channel, { user: 'U0PRIYA', text: 'a' });
      return plainMessage(workspace.world, { ...message, text });
    },
  };
  test.each(Object.keys(readers))('%s', (name) => {
    const slow = BEGUN.filter((one) => {
      const text = one.repeat(LENGTH / one.length);
      return spent(() => readers[name]?.(text)) > MOST_MS;
    });
    expect(slow).toEqual([]);
  });
});

test('links and pictures of a canvas stay what they were', () => {
  const html = (markdown: string) => canvasHtml([{ id: 't', markdown }]);
  expect(html('see [the [old] plan](http://[::1]:80/a) ')).toContain('[the [old] plan](http://[::1]:80/a)');
  expect(html('[a](http://[::1]:80/a) ![b](/c)')).toContain(
    '<a href="http://[::1]:80/a">a</a> <img src="/c" alt="b"/>',
  );
  expect(html('![](@U0PRIYA) [x](y)[z](w)')).toContain('<a>@U0PRIYA</a> <a href="y">x</a><a href="w">z</a>');
  expect(plainText('a [b](c) [d](e)')).toBe('a b d');
});
