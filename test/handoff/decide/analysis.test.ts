import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../../src/handoff/analysis.ts';
import { analysis, reading } from '../support/analysis.ts';
import { anna, deep, opening, reader } from '../support/deal.ts';
import { given, givenFlags, stream, types } from '../support/given.ts';

const withoutFlag = (type: string): Partial<Analysis> => ({
  flags: analysis.flags.filter((flag) => flag.type !== type),
});
const ids = (one: ReturnType<typeof given>) => one.state().flags.map((state) => state.flag.id);

describe('recording an analysis', () => {
  it('opens its flags and its questions; no question blocks by itself', () => {
    const one = given();
    expect(types(one.run(reader, reading()))).toEqual(['analysis.recorded', 'question.opened']);
    expect(one.state().flags.map((state) => state.status)).toEqual(Array(8).fill('open'));
    expect(one.state().questions).toMatchObject([
      { text: 'Who owns the meter numbers?', owner: 'U_ANNA', blocking: false, origin: 'analysis', due: '2026-12-09' },
    ]);
  });

  it('is Baton’s alone: nobody signs their own reading in its name', () => {
    for (const who of [anna, deep]) {
      const refusal = given().refused(who, reading());
      expect(refusal.code).toBe('not_allowed');
      expect(refusal.message).toBe('Only Baton itself records what it read.');
    }
  });

  it('a question that would be due before today is due today', () => {
    const one = stream();
    one.run(anna, opening({ kickoffDate: '2026-11-17' }));
    one.run(reader, reading());
    expect(one.state().questions[0]?.due).toBe('2026-11-16');
  });

  it('each flag points at its own commitment after ids were made stable', () => {
    const one = givenFlags();
    const about = one.flag('implied_promise').flag.commitment;
    expect(one.state().commitments.find((commitment) => commitment.id === about)?.text).toBe(
      'An answer within fifteen minutes, day and night',
    );
  });
});

describe('a new analysis', () => {
  it('with the same quotes keeps every id, in whatever order and under whatever raw id they come', () => {
    const one = givenFlags();
    const before = ids(one);
    const flags = analysis.flags.map((flag, at) => ({ ...flag, id: `new-${at}`, text: `${flag.text}!` })).reverse();
    one.run(reader, reading({ flags }));
    expect(ids(one).toSorted()).toEqual(before.toSorted());
  });

  it('with other white space and case in a quote keeps its id', () => {
    const one = givenFlags();
    const before = ids(one);
    const flags = analysis.flags.map((flag) => ({
      ...flag,
      evidence: flag.evidence.map((place) => ({
        ...place,
        quote: ` ${place.quote.toUpperCase().replace(' ', '\n ')}`,
      })),
    }));
    one.run(reader, reading({ flags }));
    expect(ids(one)).toEqual(before);
  });

  it('two flags of one type on one quote are two flags', () => {
    const one = given();
    const [first] = analysis.flags;
    if (!first) throw new Error('no flag');
    one.run(reader, reading({ flags: [first, { ...first, text: 'Another promise in the same sentence' }] }));
    expect(new Set(ids(one)).size).toBe(2);
  });

  it('keeps the decided flags with their decision', () => {
    const one = givenFlags();
    one.vote(anna, 'contradiction', 'not_sold');
    one.run(reader, reading());
    expect(one.flag('contradiction')).toMatchObject({ status: 'decided', withdrawn: false });
  });

  it('keeps the votes on open flags', () => {
    const one = givenFlags();
    one.vote(anna, 'implied_promise', 'deliver');
    one.run(reader, reading());
    expect(types(one.vote(deep, 'implied_promise', 'deliver'))).toContain('flag.decided');
  });

  it('withdraws open flags that it no longer raises', () => {
    const one = givenFlags([reader, reading(withoutFlag('contradiction'))]);
    expect(one.state().flags).toHaveLength(7);
    expect(() => one.flag('contradiction')).toThrow();
  });

  it('keeps a decided flag that it no longer raises as withdrawn, and takes it back when it is raised again', () => {
    const one = givenFlags();
    one.vote(anna, 'contradiction', 'not_sold');
    one.run(reader, reading(withoutFlag('contradiction')));
    expect(one.flag('contradiction')).toMatchObject({ status: 'decided', withdrawn: true });
    one.run(reader, reading());
    expect(one.flag('contradiction')).toMatchObject({ status: 'decided', withdrawn: false });
  });

  it('asks a question once, in whatever case it comes, and not again after its answer', () => {
    const one = givenFlags();
    const id = one.state().questions[0]?.id ?? '';
    one.run(anna, { type: 'answer_question', id, text: 'The grid operator owns them.', source: 'Mira Oth, call' });
    const question = analysis.questions.map((found) => ({ ...found, text: found.text.toUpperCase() }));
    expect(types(one.run(reader, reading({ questions: [...analysis.questions, ...question] })))).toEqual([
      'analysis.recorded',
    ]);
  });
});
