import { describe, expect, it } from 'vitest';
import { elementsOf, entered, wordsOf } from '../../src/demo/elements.ts';

const button = { type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' }, value: '{"h":"h1"}' };
const select = {
  type: 'static_select',
  action_id: 'value',
  options: [{ value: 'a', text: { type: 'plain_text', text: 'First' } }],
};

describe('what a scripted person can use', () => {
  it('finds buttons in actions, accessories and inputs', () => {
    const blocks = [
      { type: 'actions', block_id: 'b1', elements: [button] },
      { type: 'section', block_id: 'b2', accessory: button },
      { type: 'input', block_id: 'b3', element: select },
    ];
    expect(elementsOf(blocks).map((one) => one.block_id)).toEqual(['b1', 'b2', 'b3']);
  });

  it('cannot choose what is not on offer', () => {
    expect(entered(select, 'a')).toMatchObject({ selected_option: { value: 'a' } });
    expect(() => entered(select, 'b')).toThrow('“b” is not on offer; there is First.');
  });

  it('reads the words of blocks and not what buttons carry', () => {
    expect(wordsOf([{ type: 'actions', elements: [button] }])).toBe('Go');
  });
});
