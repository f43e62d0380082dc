import { expect, test } from 'vitest';
import { deskReaction } from '../../src/desk/react.ts';
import { anna } from '../handoff/support/deal.ts';
import { given } from '../handoff/support/given.ts';

test('who takes a role is invited to the channel', () => {
  const one = given();
  const before = one.state();
  one.run(anna, { type: 'change_team', role: 'delivery_lead', to: 'U_ZOE', reason: 'on leave' });
  const wants = deskReaction({ before, after: one.state(), recorded: one.recorded.slice(-1) });
  expect(wants.map((one) => one.key)).toContain('members:h1');
});
