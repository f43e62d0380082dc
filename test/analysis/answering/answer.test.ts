import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerQuestion, type FoundPassage } from '../../../src/analysis/answering/index.ts';
import { person } from '../../../src/handoff/actor.ts';
import type { Handoff } from '../../../src/handoff/state.ts';
import { HandClock, temporaryStore } from '../../platform/temporary.ts';
import { recordOn } from '../../record/support/a-record.ts';
import { answer, openCommand } from '../../record/support/commands.ts';

const deal = async (): Promise<Handoff> => {
  const record = recordOn(temporaryStore(), new HandClock());
  const { handoff } = await record.open({ actor: person('U_SALES'), command: openCommand('D-1') });
  return record.run(handoff.id, {
    actor: person('U_SALES'),
    command: answer('They want fewer frost losses before the spring blossom.'),
  });
};

const said = (texts: readonly [speaker: string, text: string][]): FoundPassage[] => {
  const all = texts.map(([speaker, text], at) => ({
    id: `p${at}`,
    locator: `00:0${at}:00`,
    text,
    ...(speaker ? { speaker } : {}),
  }));
  return all.map((passage, position) => ({
    source: 's_1',
    position,
    passage,
    before: all.slice(0, position).reverse(),
  }));
};

const quotes = (given: string, handoff: Handoff, found: FoundPassage[]): string[] => {
  const answered = answerQuestion(given, handoff, { search: () => found });
  if (answered.kind !== 'found') return [];
  return answered.quoted.map((one) =>
    one.from === 'source' ? one.passage.text : one.line.map((part) => (typeof part === 'string' ? part : '…')).join(''),
  );
};

describe('an answer', () => {
  it('puts what people wrote and decided before what was said', async () => {
    const found = said([['Olga', 'The frost losses of last spring were terrible.']]);

    expect(quotes('What about the frost losses?', await deal(), found)).toEqual([
      expect.stringContaining('fewer frost losses'),
      'The frost losses of last spring were terrible.',
    ]);
  });

  it('takes a reply’s subject from what was asked before it, and prefers the reply to the question', async () => {
    const found = said([
      ['Olga', 'Is the weather station part of it?'],
      ['Dana', 'We put one up for you, no charge.'],
      ['Olga', 'Lovely.'],
    ]);

    expect(quotes('Is the weather station included?', await deal(), found)[0]).toBe(
      'We put one up for you, no charge.',
    );
  });

  it('prefers a passage that holds what was asked for', async () => {
    const found = said([
      ['', 'The sensors are delivered by us.'],
      ['', 'The sensors are delivered on 4 May 2026.'],
    ]);

    expect(quotes('When are the sensors delivered?', await deal(), found)[0]).toContain('4 May');
    expect(quotes('What is delivered of the sensors?', await deal(), found)[0]).toBe(
      'The sensors are delivered by us.',
    );
  });

  it('is at most three quotes, none twice', async () => {
    const found = said(
      [1, 2, 3, 4, 5].map((one) => ['', one > 3 ? 'The gateway is blue.' : `The gateway number ${one} is blue.`]),
    );

    const three = quotes('Which gateway is blue?', await deal(), found);
    expect(three).toHaveLength(3);
    expect(new Set(three).size).toBe(3);
  });

  it('is that it is not in the record when only common words meet', async () => {
    const found = said([['', 'The customer has a system and uses it every day.']]);

    expect(
      answerQuestion('Which drone does the customer use in the greenhouse?', await deal(), { search: () => found }),
    ).toMatchObject({
      kind: 'not_found',
      sources: 0,
    });
  });

  it('is the same for the same record, whatever is asked', async () => {
    const handoff = await deal();
    const found = said([
      ['Olga', 'Is it free?'],
      ['Dana', 'The frost training is free.'],
    ]);
    fc.assert(
      fc.property(fc.string({ maxLength: 120 }), (text) => {
        expect(answerQuestion(text, handoff, { search: () => found })).toEqual(
          answerQuestion(text, handoff, { search: () => found }),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('is found in 1,000 long passages without a noticeable wait', async () => {
    const handoff = await deal();
    const found = said(Array.from({ length: 1_000 }, (_, at) => ['', `${'a '.repeat(2_000)} gateway ${at}`]));
    const before = performance.now();
    answerQuestion('How many gateway sensors are there?', handoff, { search: () => found });

    expect(performance.now() - before).toBeLessThan(3_000);
  });
});
