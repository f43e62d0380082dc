import { describe, expect, test } from 'vitest';
import { offlineEngine } from '../../../src/analysis/offline/index.ts';
import type { Analysis } from '../../../src/handoff/analysis.ts';
import { call, facts, source } from './deal.ts';

const analyse = (...lines: string[]) => offlineEngine.analyse([call(...lines)], facts) as Analysis;
const promises = (...lines: string[]) => analyse(...lines).commitments;

describe('a plain promise of the seller is a commitment', () => {
  test.each([
    ["We'll replace the inverter at no charge if it fails.", 'explicit'],
    ['You get a dedicated site engineer until the array is switched on.', 'explicit'],
    ['The monitoring app is included in the price.', 'explicit'],
    ['I guarantee you thirty percent lower bills in the first year.', 'explicit'],
    ["We won't charge you for the scaffolding.", 'explicit'],
    ["I'll throw in two wall boxes for the vans.", 'explicit'],
    ['We will migrate your payroll history for all three entities.', 'explicit'],
    ['Somebody from our team is on the floor every night for the first month.', 'explicit'],
    ["We're covering the crane hire, my treat.", 'explicit'],
    ['The robots will be live by the tenth of May.', 'explicit'],
  ])('%s', (text, strength) => {
    const found = promises(`O: ${text}`);
    expect(found.map((one) => [one.evidence[0]?.quote, one.strength, one.speaker])).toEqual([
      [text, strength, 'Olga Brandt'],
    ]);
  });
});

describe('a hedged offer is an implied commitment', () => {
  test.each([
    "I'd be happy to walk the barn roof with your insurer.",
    "I don't see why we couldn't connect the cold store as well.",
    "We'd normally train the night shift as part of it, and I'd expect the same for you.",
    "That should be a day's work, easy, I'd imagine we'd just do it for you.",
    'I can build you a report for the auditors.',
    "We wouldn't dream of billing you for that.",
  ])('%s', (text) => {
    const found = promises(`O: ${text}`);
    expect(found.map((one) => [one.evidence[0]?.quote, one.strength])).toEqual([[text, 'implied']]);
  });
});

describe('what only sounds like a promise is none', () => {
  test.each([
    ['a question', 'O: Will we install the panels in June?'],
    ['a refusal', "O: We can't promise you a date for the grid connection."],
    ['a guarantee refused', 'O: That I can not promise you.'],
    ['a guarantee refused in one word', 'O: We cannot guarantee the yield in winter.'],
    ['a refusal by habit', "O: We don't do roof repairs, never have."],
    ['running the meeting', "O: I'll share my screen and we'll go through the agenda."],
    ['selling', "O: I'll send you the deck and the proposal tonight."],
    ['selling by mail', "O: I'll shoot you the brochure after this."],
    ['checking back', "O: Let me check with our finance people and I'll get back to you."],
    ['a hypothesis', 'O: If you ever bought the second barn, we would do that roof as well.'],
    ['another tier', "O: If you were on the gold plan we'd give you a fixed engineer."],
    ['past work', 'O: We installed forty roofs last year.'],
    ['another customer', 'O: One of our customers cut their bill by half.'],
    ['the company', "O: We're eighty people and we've been doing solar since 2008."],
    ['a third party', 'O: They told us they would finish in four weeks.'],
    ['the duty of the buyer', 'O: You need to give us the roof drawings by Friday.'],
    ['a walk through the product', 'O: When you click the panel you get a page with the yield.'],
    ['a joke', "O: If it rains I'll eat my hat."],
    ['the vague', "O: We'll figure it out."],
    ['the customer speaking', "H: We'll send you the keys to the barn."],
    ['courtesy', 'O: Thanks for taking the time, it was great to meet you.'],
  ])('%s', (_what, line) => {
    expect(promises(line)).toEqual([]);
  });
});

describe('assent', () => {
  test.each([
    ["H: And I take it you'd clear the old panels away as well?", 'O: Of course.'],
    ['P: So somebody from you stays for the first milking?', 'T: Yes, absolutely.'],
    ["P: I'm assuming the batteries carry the cold store through a power cut?", 'O: That would be a fair assumption.'],
    ["H: You'd handle the permit with the council, right?", 'T: Makes sense.'],
  ])('%s – %s', (asked, answer) => {
    const [found, ...more] = promises(asked, answer);
    expect(more).toEqual([]);
    expect(found?.strength).toBe('implied');
    expect(found?.evidence.map(({ quote }) => quote)).toEqual([answer.slice(3), asked.slice(3)]);
  });

  test.each([
    ['a retreat', "H: So you'd clear the old panels away?", 'O: Yes, but that depends on the weight.'],
    ['a remark of the buyer', 'H: We test every release twice a year.', 'O: Makes sense.'],
    ['a sound check', 'H: Can you hear me?', 'O: Yes.'],
    ['an act of selling', 'H: Could you send the case study over to my team?', 'O: Absolutely.'],
  ])('is none after %s', (_what, asked, answer) => {
    expect(promises(asked, answer)).toEqual([]);
  });
});

test('the same promise said twice is one commitment with both quotes', () => {
  const found = promises(
    "O: We'll install the battery in the north barn.",
    'H: Good.',
    "O: As I said, we'll install the battery in the north barn.",
  );
  expect(found).toHaveLength(1);
  expect(found[0]?.evidence).toHaveLength(2);
});

test('a repeated mail text is not said again', () => {
  const mail = source('email', [
    { speaker: 'Olga Brandt', text: "We'll pay for the crane." },
    { speaker: 'Olga Brandt', text: "> We'll pay for the fence.", quoted: true },
  ]);
  const { commitments } = offlineEngine.analyse([mail], facts) as Analysis;
  expect(commitments.map(({ text }) => text)).toEqual(["We'll pay for the crane."]);
});

test('the items that a proposal offers are promises, its options and references are not', () => {
  const proposal = source('proposal', [
    { heading: 'What you will get', text: 'A live display of the yield in the canteen.' },
    { heading: 'What you will get', text: 'Optional, not in this price: a second display at 400.' },
    { heading: 'Why us', text: 'We built the roof of the county hall in nine weeks.' },
  ]);
  const { commitments } = offlineEngine.analyse([proposal], facts) as Analysis;
  expect(commitments.map(({ text, speaker }) => [text, speaker])).toEqual([
    ['A live display of the yield in the canteen.', 'Sunfield Energy Ltd'],
  ]);
});

test('a note that reports a promise counts as said by the one it names', () => {
  const note = source('crm_note', [
    { text: "Tomasz told the plant manager we'd paint the cable trays. Not costed." },
    { text: 'She asked for a discount. Said no.' },
  ]);
  const { commitments } = offlineEngine.analyse([note], facts) as Analysis;
  expect(commitments.map(({ speaker, rule }) => [speaker, rule])).toEqual([['Tomasz Reyes', 'explicit.reported']]);
});
