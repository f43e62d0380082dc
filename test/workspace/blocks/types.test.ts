import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { BLOCKS } from '../../../src/workspace/blocks/blocks.ts';
import { ELEMENTS } from '../../../src/workspace/blocks/elements.ts';
import { RICH } from '../../../src/workspace/blocks/rich-text.ts';

const root = new URL('../../../node_modules/@slack/types/dist/block-kit/', import.meta.url);

/** Every `type: '…'` that a file of @slack/types declares, with the name of what declares it. */
async function declared(file: string): Promise<[type: string, declaration: string][]> {
  const source = await readFile(fileURLToPath(new URL(file, root)), 'utf8');
  return source.split(/^export (?:interface|type) /m).flatMap((part): [string, string][] => {
    const [name = ''] = /^\w+/.exec(part) ?? [];
    return [...part.matchAll(/^ {4}type: '([a-z_]+)'/gm)].map(([, type = '']) => [type, name]);
  });
}

const blocks = await declared('blocks.d.ts');
const elements = await declared('block-elements.d.ts');
const objects = await declared('composition-objects.d.ts');
const isRich = (name: string): boolean => name.startsWith('RichText') && name !== 'RichTextInput';

describe('the rules know what @slack/types knows', () => {
  test('the declarations were found', () => {
    expect([blocks.length, elements.length, objects.length].every((count) => count > 0)).toBe(true);
    expect(elements.some(([type]) => type === 'rich_text_input')).toBe(true);
  });

  test.each(blocks)('block %s (%s)', (type) => {
    expect(Object.keys(BLOCKS)).toContain(type);
  });

  test.each(elements)('element %s (%s)', (type, name) => {
    expect(Object.keys(isRich(name) ? RICH : ELEMENTS)).toContain(type);
  });

  test.each(objects)('object %s (%s)', (type) => {
    expect(Object.keys(ELEMENTS)).toContain(type);
  });
});

/** Documented, but not in the installed types. */
test.each(['data_visualization'])('block %s', (type) => {
  expect(Object.keys(BLOCKS)).toContain(type);
});
test.each(['canvas'])('rich text element %s', (type) => {
  expect(Object.keys(RICH)).toContain(type);
});
