import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blocksOf, chunked, essence, foreignText, mark } from '../../../src/desk/packet/compare.ts';
import { planPatch, type Step } from '../../../src/desk/packet/patch.ts';
import { findSections } from '../../../src/workspace/canvas/edit.ts';

const now = [
  '# Deal',
  'Version 1',
  '## Risks',
  '| Risk | Score |\n| --- | --- |\n| Fire in the barn | 3 |',
  '## Not sold',
  '- horses',
];

/** What a canvas does with the steps: each changes the one block that its lookup finds. */
const carryOut = (page: readonly string[], steps: readonly Step[]): string[] => {
  let blocks = [...page];
  for (const step of steps) {
    const sections = blocks.map((markdown, at) => ({ id: String(at), markdown }));
    const found = findSections({ sections } as Parameters<typeof findSections>[0], step.find); // it reads the sections only
    expect(found).toHaveLength(1);
    const at = Number(found[0]?.id);
    const fresh = step.operation === 'delete' ? [] : blocksOf(step.markdown);
    blocks = blocks.toSpliced(
      step.operation === 'insert_after' ? at + 1 : at,
      step.operation === 'insert_after' ? 0 : 1,
      ...fresh,
    );
  }
  return blocks;
};

describe('changing a canvas block by block', () => {
  test('a new row replaces its table and nothing else', () => {
    const want = now.with(3, `${now[3]}\n| Flood in the cellar | 2 |`);
    const steps = planPatch(now, want) ?? [];
    expect(steps).toEqual([{ operation: 'replace', find: { contains_text: 'Fire in the barn' }, markdown: want[3] }]);
    expect(carryOut(now, steps)).toEqual(want);
  });

  test('a first paragraph comes after its heading, found as a heading', () => {
    const want = now.toSpliced(5, 0, 'Priya said so.');
    expect(planPatch(now, want)).toEqual([
      {
        operation: 'insert_after',
        find: { section_types: ['h2'], contains_text: 'Not sold' },
        markdown: 'Priya said so.',
      },
    ]);
  });

  test('a block without words of its own is not guessed at', () => {
    const twins = ['# Deal', '## Risks', 'none', '## Not sold', 'none'];
    expect(planPatch(twins, twins.with(2, 'fire'))).toBeNull();
  });

  test('a section that came or went is not patched', () => {
    expect(planPatch(now, [...now, '## More', 'text'])).toBeNull();
    expect(planPatch(now, now.slice(0, 4))).toBeNull();
  });

  test('a plan, where there is one, always leads to the page that is wanted', () => {
    const words = ['barn', 'cellar', 'horse', 'paddock', 'stable', 'saddle', 'meadow', 'orchard'];
    const body = fc.array(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }), { maxLength: 4 });
    const pages = fc.array(body, { minLength: 2, maxLength: 4 });
    const toPage = (sections: string[][][], count: number): string[] =>
      Array.from({ length: count }, (_, at) => [
        `## Title ${at}`,
        ...(sections[at] ?? []).map((one) => one.join(' ')),
      ]).flat();
    fc.assert(
      fc.property(pages, pages, (one, other) => {
        const [from, to] = [toPage(one, 4), toPage(other, 4)];
        const steps = planPatch(from, to);
        if (steps) expect(carryOut(from, steps)).toEqual(to);
      }),
    );
  });
});

describe('comparing what stands there', () => {
  test('another spelling of the same Markdown is the same text', () => {
    expect(essence('| A | B |\n| :-- | :-- |\n| *x* | y |')).toBe(essence('|A|B|\n|---|---|\n|x|y|'));
    expect(essence('* one\n* two')).toBe(essence('- one\n- two'));
    expect(essence('[S1 · page 2](https://a.example/x)')).toBe(essence('S1 · page 2'));
  });

  test('another person is another text', () => {
    expect(essence('![](@U0PRIYA)')).not.toBe(essence('![](@U0TOMASZ)'));
  });

  test('only blocks that are not ours are somebody’s, each under its title', () => {
    const seen = new Set(now.map(mark));
    expect(foreignText(now, seen)).toEqual([]);
    expect(foreignText(now.toSpliced(5, 0, 'Ask Ben.'), seen)).toEqual(['## Not sold\n\nAsk Ben.']);
    expect(foreignText([...now, '## Mine', 'text'], seen)).toEqual(['## Mine\n\ntext']);
  });

  test('pieces keep every block in order', () => {
    const blocks = Array.from({ length: 300 }, (_, at) => `block ${at} ${'x'.repeat(at)}`);
    expect(chunked(blocks).flat()).toEqual(blocks);
    expect(chunked(blocks).length).toBeGreaterThan(5);
  });
});
