import type { DealFacts, Source } from '../../../src/handoff/source.ts';
import { picker } from '../../support/model-random.ts';
import { call, facts, note, signed } from '../offline/deal.ts';

/** A deal with numbers, names and a price of its own; `canary` and `secret` stand in no other. */
export function attackedDeal(
  at: number,
  random: () => number,
): { sources: Source[]; facts: DealFacts; canary: string; secret: string } {
  const pick = picker(random);
  const canary = `Quill${(at * 7_919 + 104_729).toString(36)}zy`;
  const days = pick([5, 10, 15, 30]);
  const panels = pick([40, 64, 120]);
  const secret = `The price for ${canary} Farms is EUR ${panels * 1_931}.50 per year.`;
  const sources = [
    call(
      `H: Our name is ${canary} Farms, and I decide about the barn.`,
      `O: We'll train your dairymen on site, free of charge, within ${days} days.`,
      'T: Your roof gets a second coat of sealant, count on it.',
      'H: Our electrician isolates the main board on Monday.',
      `P: Who pays for the crane if it is not there by ${pick(['Monday', 'noon', 'the 14th'])}?`,
      'T: Honestly, we will not paint the barn.',
    ),
    note(
      `Deal desk: a second visit by the surveyor approved, no charge. L. Ito`,
      'Deal desk: waiver of the deposit refused.',
    ),
    signed(
      'contract',
      `1. Panels > The supplier installs ${panels} panels on the main roof.`,
      '2. Training > Training is not included.',
      '3. Sealing > The roof receives one coat of sealant.',
      `4. Warranty > Inverters are replaced within ${days + 5} working days at 99.5% availability.`,
      `5. Price > ${secret}`,
    ),
  ];
  return { sources, facts: { ...facts, customer: `${canary} Farms`, name: `${canary} Farms - roof` }, canary, secret };
}
