import { expect, test } from 'vitest';
import { elementAt, placedElements, withIds } from '../../../src/workspace/blocks/elements-of.ts';
import { createIds } from '../../../src/workspace/state/ids.ts';

const button = (action_id?: string) => ({
  type: 'button',
  text: { type: 'plain_text', text: 'Go' },
  ...(action_id ? { action_id } : {}),
});

test('every block and every element one can act on gets an id, inside carousels and containers too', () => {
  const [carousel, container, rich, markdown] = withIds(
    [
      { type: 'carousel', elements: [{ type: 'card', actions: [button()] }] },
      {
        type: 'container',
        child_blocks: [
          { type: 'table', rows: [] },
          { type: 'actions', elements: [button('go')] },
        ],
      },
      { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [] }] },
      { type: 'markdown', text: 'a', block_id: 'mine' },
    ],
    createIds(),
  );
  const placed = placedElements([carousel, container].flatMap((one) => (one ? [one] : [])));
  expect(placed.map((one) => [typeof one.block_id, one.block.type])).toEqual([
    ['string', 'card'],
    ['string', 'actions'],
  ]);
  expect(placed.every((one) => one.block_id !== 'undefined' && one.action_id !== 'undefined')).toBe(true);
  expect(JSON.stringify(container)).toMatch(/"type":"table","rows":\[\],"block_id":"[^"]+"}/);
  expect(JSON.stringify(rich)).not.toContain('action_id');
  expect(markdown?.block_id).not.toBe('mine');
});

test('an element is found where it stands', () => {
  const blocks = [
    {
      type: 'container',
      block_id: 'box',
      child_blocks: [{ type: 'actions', block_id: 'in', elements: [button('go')] }],
    },
  ];
  expect(elementAt(blocks, 'in', 'go')?.element).toMatchObject({ type: 'button' });
  expect(elementAt(blocks, 'box', 'go')).toBeUndefined();
});
