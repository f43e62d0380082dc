import type { DealFacts, Passage, Source } from '../../../src/handoff/source.ts';
import type { SourceKind } from '../../../src/handoff/vocabulary.ts';

/** A deal of a solar installer, with people on both sides. */
export const facts: DealFacts = {
  name: 'Birch Dairy - rooftop solar',
  customer: 'Birch Dairy',
  dealType: 'installation',
  value: 240_000,
  currency: 'EUR',
  closeDate: '2026-03-02',
  kickoffDate: '2026-04-01',
  vendor: 'Sunfield Energy Ltd',
  people: [
    { name: 'Olga Brandt', org: 'Sunfield Energy', side: 'vendor', title: 'Account Manager', role: 'account_owner' },
    { name: 'Tomasz Reyes', org: 'Sunfield Energy', side: 'vendor', title: 'Site Engineer' },
    { name: 'Harriet Moss', org: 'Birch Dairy', side: 'customer', title: 'Managing Director' },
    { name: 'Piet Aalto', org: 'Birch Dairy', side: 'customer', title: 'Plant Manager' },
  ],
};

export function source(kind: SourceKind, passages: Partial<Passage>[], signed = false, id = kind): Source {
  return {
    id,
    name: `${id}.txt`,
    kind,
    kindGuessed: false,
    signed,
    sha256: '0'.repeat(64),
    size: 1,
    passages: passages.map((passage, index) => ({
      id: `${id}-${index}`,
      locator: `paragraph ${index + 1}`,
      text: '-',
      ...passage,
    })),
  };
}

const WHO: Record<string, string> = { O: 'Olga Brandt', T: 'Tomasz Reyes', H: 'Harriet Moss', P: 'Piet Aalto' };

/** `O: text` lines: O and T sell, H and P buy. */
export const call = (...lines: string[]): Source =>
  source(
    'call',
    lines.map((line) => ({ speaker: WHO[line.slice(0, 1)] ?? line.slice(0, 1), text: line.slice(3) })),
  );

/** `heading > text` lines. */
export const signed = (kind: SourceKind, ...lines: string[]): Source =>
  source(
    kind,
    lines.map((line) => {
      const [heading, text] = line.split(' > ');
      return text === undefined ? { text: line } : { heading: heading ?? '', text };
    }),
    true,
  );

export const note = (...lines: string[]): Source =>
  source(
    'deal_desk',
    lines.map((text) => ({ text })),
  );
