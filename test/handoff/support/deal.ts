import { type Actor, baton, person } from '../../../src/handoff/actor.ts';
import type { CommandOf } from '../../../src/handoff/command.ts';

/** An invented deal: Heliowatch sells the monitoring of three solar parks to Sonnfeld Energie. */
export const anna: Actor = person('U_ANNA');
export const deep: Actor = person('U_DEEP');
export const ruth: Actor = person('U_RUTH');
export const zoe: Actor = person('U_ZOE');
export const reader: Actor = baton('analysis');

export const opening = (over: Partial<CommandOf<'open'>> = {}): CommandOf<'open'> => ({
  type: 'open',
  dealId: 'deal-4711',
  name: 'Solar park monitoring',
  customer: 'Sonnfeld Energie',
  vendor: 'Heliowatch',
  dealType: 'managed_service',
  value: 240_000,
  currency: 'EUR',
  closeDate: '2026-11-02',
  kickoffDate: '2026-12-14',
  accountOwner: 'U_ANNA',
  deliveryLead: 'U_DEEP',
  approver: 'U_RUTH',
  visibility: 'private',
  people: [{ name: 'Mira Oth', org: 'Sonnfeld Energie', side: 'customer', title: 'Head of operations' }],
  ...over,
});

const file = (over: Partial<CommandOf<'add_source'>>): CommandOf<'add_source'> => ({
  type: 'add_source',
  name: 'contract.pdf',
  kind: 'contract',
  kindGuessed: false,
  signed: true,
  sha256: 'a'.repeat(64),
  size: 48_200,
  passages: 61,
  link: 'https://heliowatch.slack.com/files/contract',
  ...over,
});

export const contract = file({});
export const call = file({
  name: 'site-visit.vtt',
  kind: 'call',
  signed: false,
  sha256: 'b'.repeat(64),
  link: null,
});
export const mail = file({ name: 'offer-thread.eml', kind: 'email', signed: false, sha256: 'c'.repeat(64) });
