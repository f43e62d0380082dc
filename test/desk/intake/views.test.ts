import { expect, test } from 'vitest';
import { answerModal } from '../../../src/desk/intake/views.ts';
import { InputKey, inputSpec } from '../../../src/handoff/inputs.ts';
import { givenFlags } from '../../handoff/support/given.ts';
import { every, expectSoundModal, readable } from '../review/read.ts';

test('what is in scope and what is not stand under headings of their own', () => {
  const scope = givenFlags().state().analysis?.scope ?? [];
  const view = answerModal(givenFlags().state(), 'scope');
  const ids = every(view.blocks, 'block_id').filter((one) => String(one).startsWith('take.scope_'));
  expect(ids).toEqual(
    (['in', 'out', 'assumption', 'ambiguous'] as const)
      .filter((status) => scope.some((one) => one.status === status))
      .map((status) => `take.scope_${status}.0`),
  );
  expect(scope.some((one) => one.status === 'out')).toBe(true);
  expect(readable(view.blocks)).toContain('Not part of the scope, say the sources');
});

test.each(InputKey.options)('the whole title of “%s” can be read', (key) => {
  const view = answerModal(givenFlags().state(), key);
  expect(readable(view.blocks)).toContain(`*${inputSpec(key).title}*`);
  expectSoundModal(view);
});
