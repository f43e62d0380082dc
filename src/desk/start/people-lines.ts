import { Refusal } from '../../handoff/refusal.ts';
import type { Person } from '../../handoff/source.ts';

const sides: Record<string, Person['side']> = {
  us: 'vendor',
  we: 'vendor',
  vendor: 'vendor',
  ours: 'vendor',
  customer: 'customer',
  client: 'customer',
  buyer: 'customer',
  third: 'third',
  'third party': 'third',
  partner: 'third',
};

/** `Name, us or customer, title` a line. A line without a side is refused: a guess here would turn wishes into promises. */
export const readPeople = (text: string, organisations: { vendor: string; customer: string }): Person[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [name = '', sideWord = '', ...title] = line.split(',').map((part) => part.trim());
      const side = sides[sideWord.toLowerCase()];
      if (name === '' || side === undefined) {
        const message = `I cannot read “${line.slice(0, 60)}”. Write: name, us or customer, title.`;
        throw new Refusal('people_line', message, { people: message });
      }
      return { name, side, title: title.join(', '), org: side === 'third' ? '' : organisations[side] };
    });
