import type { CommandOf } from '../../../src/handoff/command.ts';

export const openCommand = (dealId: string, change: Partial<CommandOf<'open'>> = {}): CommandOf<'open'> => ({
  type: 'open',
  dealId,
  name: 'Orchard frost sensors',
  customer: 'Bramley Growers',
  vendor: 'Hoarfrost Systems',
  dealType: 'general',
  value: 48_000,
  currency: 'EUR',
  closeDate: '2026-03-01',
  kickoffDate: '2026-03-20',
  accountOwner: 'U_SALES',
  deliveryLead: 'U_LEAD',
  approver: null,
  visibility: 'private',
  people: [],
  ...change,
});

export const answer = (text: string): CommandOf<'answer_input'> => ({
  type: 'answer_input',
  input: 'buyer_goal',
  text,
  accepted: [],
});
