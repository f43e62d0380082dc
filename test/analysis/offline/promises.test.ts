import { describe, expect, test } from 'vitest';
import { offlineEngine } from '../../../src/analysis/offline/index.ts';
import { fold } from '../../../src/analysis/reading/canonical.ts';
import type { Analysis } from '../../../src/handoff/analysis.ts';
import type { Source } from '../../../src/handoff/source.ts';
import { call, facts, source } from './deal.ts';

const found = (...sources: Source[]) => (offlineEngine.analyse(sources, facts) as Analysis).commitments;
const promises = (...lines: string[]) => found(call(...lines));

describe('the promises of a short conversation', () => {
  const talk = call(
    'O: Good morning, thanks for your time today.',
    'H: Who takes the old panels away?',
    "O: We'll take the old panels away, free of charge.",
    'P: And if an inverter breaks?',
    "T: We'll replace it within two working days.",
    'H: We will train our own people, we have somebody for that.',
  );
  const commitments = found(talk);

  test('are found, each with who made it, for which side, how firmly and by which rule', () => {
    expect(commitments.map(({ speaker, side, strength, rule, text }) => [speaker, side, strength, rule, text])).toEqual(
      [
        ['Olga Brandt', 'vendor', 'explicit', 'promise.free', "We'll take the old panels away, free of charge."],
        ['Tomasz Reyes', 'vendor', 'explicit', 'promise.future', "We'll replace it within two working days."],
      ],
    );
  });

  test('are quoted word for word from the place where they stand', () => {
    for (const { evidence } of commitments)
      for (const { source: id, quote, locator } of evidence) {
        expect(id).toBe(talk.id);
        expect(fold(talk.passages.find((passage) => passage.locator === locator)?.text ?? '')).toContain(fold(quote));
      }
  });

  test('are each more likely a promise than not', () => {
    for (const { confidence } of commitments) {
      expect(confidence).toBeGreaterThan(0.5);
      expect(confidence).toBeLessThanOrEqual(1);
    }
  });
});

describe('a plain promise of the seller is an explicit commitment', () => {
  test.each([
    ["We'll replace the inverter at no charge if it fails.", 'promise.free'],
    ['Training for both shifts is included in the price.', 'promise.included'],
    ['You get a named engineer for the first six months.', 'promise.receives'],
    ["We'll respond within four hours, day or night.", 'promise.future'],
    ['Everything will be installed by the end of June.', 'promise.measured'],
    ['We will migrate your payroll history for all three entities.', 'promise.future'],
    ['I guarantee you thirty percent lower bills in the first year.', 'promise.measured'],
    ['Somebody from our team is on the floor every night for the first month.', 'promise.staff'],
    ["We won't charge you for the scaffolding.", 'promise.free'],
  ])('%s', (text, rule) => {
    expect(promises(`O: ${text}`).map((one) => [one.evidence[0]?.quote, one.strength, one.speaker, one.rule])).toEqual([
      [text, 'explicit', 'Olga Brandt', rule],
    ]);
  });
});

describe('a hedged offer is an implied commitment', () => {
  test.each([
    "I'd be happy to walk the barn roof with your insurer.",
    "I don't see why we couldn't connect the cold store as well.",
    "That should be a day's work, easy, I'd imagine we'd just do it for you.",
  ])('%s', (text) => {
    expect(promises(`O: ${text}`).map((one) => [one.evidence[0]?.quote, one.strength])).toEqual([[text, 'implied']]);
  });
});

describe('what only sounds like a promise is none', () => {
  test.each([
    ['a question', 'O: Will we install the panels in June?'],
    ['a question of what is wanted', 'O: What would you like to see first?'],
    ['a refusal', "O: We can't promise you a date for the grid connection."],
    ['a guarantee refused', 'O: We cannot guarantee the yield in winter.'],
    ['a refusal by habit', "O: We don't do roof repairs, never have."],
    ['what is not offered', 'O: That is not part of our offer.'],
    ['running the meeting', "O: I'll share my screen and we'll go through the agenda."],
    ['selling', "O: I'll send you the deck and the proposal tonight."],
    ['checking back', "O: Let me check with our finance people and I'll get back to you."],
    ['another tier', "O: If you were on the gold plan we'd give you a fixed engineer."],
    ['past work', 'O: We installed forty roofs last year.'],
    ['the company', "O: We're eighty people and we've been doing solar since 2008."],
    ['a third party', 'O: They told us they would finish in four weeks.'],
    ['the duty of the buyer', 'O: You need to give us the roof drawings by Friday.'],
    ['the state of things', 'O: The roof is about forty metres long.'],
    ['courtesy', 'O: Thanks for taking the time, it was great to meet you.'],
  ])('%s', (_what, line) => {
    expect(promises(line)).toEqual([]);
  });

  test.each([
    "H: We'll send you the keys to the barn.",
    "P: We'll pay the first invoice in May, I promise.",
    'H: We will train your whole team for free.',
    "P: You get a named engineer from us, and it won't cost you anything.",
  ])('what the customer says, however firmly: %s', (line) => {
    expect(promises(line)).toEqual([]);
  });
});

describe('a yes to what the buyer asked for', () => {
  test.each([
    ['H: Can you connect the cold store to the array as well?', 'O: Yes, of course.'],
    ['H: Will you train our night shift as well?', 'O: Yes, absolutely.'],
    ['P: And you would train our night shift as well?', 'T: Sure, no problem.'],
    ['P: Would you also clean the panels once a year?', 'T: Yes, we can do that.'],
  ])('is an implied commitment to it, with both quotes: %s – %s', (asked, answer) => {
    const [one, ...more] = promises(asked, answer);
    expect(more).toEqual([]);
    expect([one?.strength, one?.rule]).toEqual(['implied', 'promise.assent']);
    expect(one?.evidence.map(({ quote }) => quote)).toEqual([answer.slice(3), asked.slice(3)]);
    expect(one?.text).toBe(`${asked.slice(3)} – ${answer.slice(3)}`);
  });

  test.each([
    ['a retreat', "H: So you'd clear the old panels away?", 'O: Yes, but that depends on the weight.'],
    ['a no', 'P: Would you also clean the panels once a year?', 'T: No, sorry.'],
    ['not knowing', 'P: Would you clean the panels once a year?', "T: I don't know, I would have to ask."],
    ['small talk', 'H: Did you have a good journey?', 'O: Yes, thank you.'],
  ])('%s is none', (_what, asked, answer) => {
    expect(promises(asked, answer)).toEqual([]);
  });
});

test('the same promise said twice is one commitment with both quotes', () => {
  const [one, ...more] = promises(
    "O: We'll train both shifts on site, at no extra charge.",
    'H: Lovely.',
    "O: So, as I said, we'll train both shifts on site, at no extra charge.",
  );
  expect(more).toEqual([]);
  expect(one?.evidence.map(({ locator }) => locator)).toEqual(['paragraph 1', 'paragraph 3']);
});

test('said again with another value it is one commitment too, the later word holds and the earlier one is its doubt', () => {
  const [one, ...more] = promises(
    "O: We'll have an engineer on site within eight hours.",
    'H: That is long.',
    "O: Then we'll have an engineer on site within four hours.",
  );
  expect(more).toEqual([]);
  expect(one?.text).toBe("Then we'll have an engineer on site within four hours.");
  expect(one?.doubt).toContain('within eight hours');
  expect(one?.evidence).toHaveLength(2);
});

test('a promise that the seller takes back is not sold: it stands outside the scope with both sayings', () => {
  const { commitments, scope } = offlineEngine.analyse(
    [
      call(
        "O: We'll train both shifts on site, at no extra charge.",
        'H: Lovely.',
        'O: Sorry, scratch that, the training on site is not ours to give.',
      ),
    ],
    facts,
  ) as Analysis;
  expect(commitments).toEqual([]);
  expect(scope.map(({ status, evidence }) => [status, evidence.map(({ locator }) => locator)])).toEqual([
    ['out', ['paragraph 3', 'paragraph 1']],
  ]);
});

test('two promises on different subjects stay two', () => {
  expect(
    promises(
      "O: We'll train both shifts on site, at no extra charge.",
      "O: We'll respond within four hours, day or night.",
    ),
  ).toHaveLength(2);
});

test('a mail text that is quoted again is not said again', () => {
  const mail = source('email', [
    {
      speaker: 'Olga Brandt',
      text: "The scaffolding is included in the price, and we'll take the old panels away free of charge.",
    },
    { speaker: 'Olga Brandt', text: "> We'll train both shifts on site, at no extra charge.", quoted: true },
  ]);
  expect(found(mail).map(({ text }) => text)).toEqual([mail.passages[0]?.text]);
});

test('what a proposal offers is promised by the owner of the account, what it tells of the seller is not', () => {
  const proposal = source('proposal', [
    { heading: 'What you will get', text: 'We will train both shifts on site, free of charge.' },
    { heading: 'About us', text: 'Sunfield Energy was founded in 2008.' },
  ]);
  expect(found(proposal).map(({ text, speaker, rule }) => [text, speaker, rule])).toEqual([
    ['We will train both shifts on site, free of charge.', 'Olga Brandt', 'promise.offered_item'],
  ]);
});

test('a note that reports a promise counts as said by the one it names', () => {
  const note = source('crm_note', [
    { text: 'Tomasz said we will replace every broken inverter within two days, at no charge.' },
    { text: 'She asked for a discount. Said no.' },
  ]);
  expect(found(note).map(({ speaker, rule }) => [speaker, rule])).toEqual([['Tomasz Reyes', 'promise.reported']]);
});

test('who cannot be placed on a side still promises when the words are plain', () => {
  const stranger = source('call', [{ speaker: 'Ravi Okafor', text: "We'll take the old panels away free of charge." }]);
  expect(found(stranger).map(({ speaker }) => speaker)).toEqual(['Ravi Okafor']);
});
