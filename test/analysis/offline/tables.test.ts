import { expect, test } from 'vitest';
import { findAcceptance } from '../../../src/analysis/offline/acceptance.ts';
import { contractFacts } from '../../../src/analysis/offline/contract-facts.ts';
import { findMilestones } from '../../../src/analysis/offline/milestones.ts';
import { readDocument } from '../../../src/analysis/reading/read-document.ts';
import type { Source } from '../../../src/handoff/source.ts';

async function source(name: string, text: string): Promise<Source> {
  const { passages } = await readDocument(Buffer.from(text), name);
  return { id: 's1', name, kind: 'sow', kindGuessed: false, signed: true, sha256: '', size: text.length, passages };
}

const PLAN = `# Work plan

### Milestone 1: Tank and pumps

* **Estimated Duration:** 6 weeks
* **Costs:** EUR 14,500

| No | Deliverable | Specification |
| --- | --- | --- |
| 1a. | Filter tank | A steel tank of 900 litres stands on its base and is sealed. |
| 1b. | Pump room | Two pumps are wired and run in turns. |
| 2. | Drawings | We hand over drawings of all pipes. |

### Milestone 2: Handover

* **Estimated Duration:** 1 week

| No | Deliverable | Specification |
| --- | --- | --- |
| 1. | Operator course | Each operator runs the plant alone for a day. |
`;
const FLAT = PLAN.replace(/^\|[ |-]*\|\n/gmu, '').replace(/[#*|]/gu, '');

test('milestones carry their title, time, cost and the deliverables of the table under them', async () => {
  const found = findMilestones(await source('plan.md', PLAN));
  expect(found.map(({ title, duration, cost }) => [title, duration, cost])).toEqual([
    ['Milestone 1: Tank and pumps', '6 weeks', 'EUR 14,500'],
    ['Milestone 2: Handover', '1 week', ''],
  ]);
  expect(found[0]?.deliverables.map(({ number, name }) => [number, name])).toEqual([
    ['1a.', 'Filter tank'],
    ['1b.', 'Pump room'],
    ['2.', 'Drawings'],
  ]);
  expect(found[1]?.deliverables[0]?.specification).toBe('Each operator runs the plant alone for a day.');
});

test('the same milestones are found where the table was flattened to text', async () => {
  const found = findMilestones(await source('plan.txt', FLAT));
  expect(
    found.flatMap(({ deliverables }) => deliverables.map(({ name, specification }) => [name, specification])),
  ).toEqual([
    ['Filter tank', 'A steel tank of 900 litres stands on its base and is sealed.'],
    ['Pump room', 'Two pumps are wired and run in turns.'],
    ['Drawings', 'We hand over drawings of all pipes.'],
    ['Operator course', 'Each operator runs the plant alone for a day.'],
  ]);
});

test('a table of phases with dates and amounts is a milestone per row', async () => {
  const found = findMilestones(
    await source('sow.md', '| Phase | Due date | Amount |\n| --- | --- | --- |\n| Design | 3 May 2027 | EUR 4,000 |\n'),
  );
  expect(found).toMatchObject([{ title: 'Design', duration: '3 May 2027', cost: 'EUR 4,000' }]);
});

test('a table of prices or of people is no milestone', async () => {
  const text =
    '| Item | Qty | Amount |\n| --- | --- | --- |\n| Seats | 40 | 900 |\n\n| Name | Role |\n| --- | --- |\n| Ann | Lead |\n';
  expect(findMilestones(await source('order.md', text))).toEqual([]);
});

test('acceptance names standard, level and method of each deliverable', async () => {
  const table =
    '| Deliverable | Acceptance criteria | Threshold | Verification |\n| --- | --- | --- | --- |\n| Booking page | Guests book without help | 9 of 10 guests | Observed trial |\n';
  expect(findAcceptance(await source('sow.md', table))).toMatchObject([
    {
      deliverable: 'Booking page',
      standard: 'Guests book without help',
      level: '9 of 10 guests',
      method: 'Observed trial',
    },
  ]);
});

test('each cell on a line of its own is put back in its column', async () => {
  const lines =
    'Deliverable\nAcceptance criteria\nThreshold\nMethod\nBooking page\nGuests book without help\nNine guests of ten\nObserved trial\nPayment\nEvery card is taken\nNo card fails\nTest cards\n';
  const found = findAcceptance(await source('sow.txt', lines));
  expect(found.map(({ deliverable, method }) => [deliverable, method])).toEqual([
    ['Booking page', 'Observed trial'],
    ['Payment', 'Test cards'],
  ]);
});

test('prose under a line of labels is no table', async () => {
  const text =
    'Deliverable Specification\n\nThe supplier will discuss with the buyer which of the parts that were named in the earlier letter are still wanted. It may then be that some of them are left out. Nothing in this letter binds anybody. It will be followed by a contract. Until then both sides are free.\n';
  expect(findMilestones(await source('letter.txt', text))).toEqual([]);
});

test('what a contract says of term, liability and assignment is quoted by its sentence', async () => {
  const facts = contractFacts(
    await source(
      'msa.txt',
      'Term. This Agreement shall remain in force until 31 March 2028 and renews automatically for successive terms of one year unless either party gives notice of non-renewal sixty days before. Neither party may assign this Agreement without the written consent of the other. In no event shall either party be liable for indirect or consequential damages. The vendor paints the gate green.',
    ),
  );
  const of = (fact: string) => facts.filter((one) => one.fact === fact).map(({ evidence }) => evidence.quote);
  expect(of('anti_assignment')).toEqual([
    'Neither party may assign this Agreement without the written consent of the other.',
  ]);
  expect(of('liability_cap')).toEqual([
    'In no event shall either party be liable for indirect or consequential damages.',
  ]);
  expect(of('notice_to_end_renewal')).toHaveLength(1);
  expect(facts.some(({ evidence }) => evidence.quote.includes('gate'))).toBe(false);
});

test('a megabyte of labels, of one long line or of titles is read in well under the time a quadratic search would take', async () => {
  const texts = [
    'Deliverable Specification\n'.repeat(40_000),
    `Deliverable Acceptance criteria Threshold Method\n\n${'Word word Word. '.repeat(60_000)}`,
    'Milestone '.repeat(100_000),
  ];
  for (const text of texts) {
    const wide = await source('wide.txt', text);
    const begun = performance.now();
    findMilestones(wide);
    findAcceptance(wide);
    contractFacts(wide);
    expect(performance.now() - begun).toBeLessThan(20_000);
  }
});
