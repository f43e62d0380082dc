import { describe, expect, it } from 'vitest';
import type { CommandOf } from '../../../src/handoff/command.ts';
import { anna, call, contract, deep, mail, reader, zoe } from '../support/deal.ts';
import { given, givenFlags, types } from '../support/given.ts';

const classify = (over: Partial<CommandOf<'classify_source'>> = {}): CommandOf<'classify_source'> => ({
  type: 'classify_source',
  source: 's1',
  kind: 'contract',
  signed: true,
  ...over,
});
const open = (one: ReturnType<typeof given>) =>
  one
    .state()
    .inputs.filter((input) => !input.settled)
    .map((input) => input.key);

describe('adding a source', () => {
  it('numbers it, and a signed contract settles the agreement', () => {
    const one = given();
    expect(types(one.run(anna, contract))).toEqual(['source.added', 'input.answered']);
    expect(one.state().sources[0]).toMatchObject({ id: 's1', name: 'contract.pdf', signed: true, addedBy: 'U_ANNA' });
    expect(open(one)).not.toContain('agreement');
  });

  it('an unsigned contract settles nothing', () => {
    expect(types(given().run(anna, { ...contract, signed: false }))).toEqual(['source.added']);
  });

  it('a file settles an input that was skipped for want of it', () => {
    const one = given([
      anna,
      { type: 'skip_input', input: 'agreement', reason: 'not_available_yet', note: 'next week' },
    ]);
    expect(types(one.run(anna, contract))).toEqual(['source.added', 'input.answered']);
    expect(one.state().inputs.find((input) => input.key === 'agreement')?.settled?.how).toBe('answered');
  });

  it('a call settles the sales notes once; the next one is only a source', () => {
    const one = given();
    expect(types(one.run(deep, call))).toEqual(['source.added', 'input.answered']);
    expect(types(one.run(deep, mail))).toEqual(['source.added']);
    expect(one.state().sources.map((source) => source.id)).toEqual(['s1', 's2']);
  });

  it('the same bytes twice are one source, whatever they are called', () => {
    const refusal = given([anna, contract]).refused(deep, { ...contract, name: 'copy-of-contract.pdf' });
    expect(refusal.code).toBe('same_source');
    expect(refusal.message).toContain('“contract.pdf”');
  });

  it('somebody must have added it', () => {
    expect(given().refused(reader, contract).code).toBe('person_needed');
  });

  it('new evidence means that the evidence must be read again', () => {
    const one = givenFlags([anna, mail]);
    expect(one.readiness().missing.map((item) => item.code)).toContain('analysis');
  });

  it('a refused file is on record with its code and is no source', () => {
    const one = given([reader, { type: 'refuse_source', name: 'holiday.mov', code: 'unknown_format' }]);
    expect(one.state().refusedSources).toMatchObject([{ name: 'holiday.mov', code: 'unknown_format' }]);
    expect(one.state().sources).toEqual([]);
  });

  it('a person refuses no file in Baton’s name', () => {
    const refusal = given().refused(anna, { type: 'refuse_source', name: 'holiday.mov', code: 'unknown_format' });
    expect(refusal.code).toBe('not_allowed');
    expect(refusal.message).toBe('Only Baton itself records what it read.');
  });
});

describe('saying what a file is', () => {
  it('a guess becomes a fact, and the input that it settles is settled', () => {
    const one = given([anna, { ...contract, kind: 'proposal', kindGuessed: true, signed: false }]);
    expect(types(one.run(anna, classify()))).toEqual(['source.classified', 'input.answered']);
    expect(one.state().sources[0]).toMatchObject({ kind: 'contract', signed: true, kindGuessed: false });
  });

  it('confirming a right guess is remembered; saying it twice changes nothing', () => {
    const one = given([anna, { ...contract, kindGuessed: true }]);
    expect(one.state().sources[0]).toMatchObject({ signed: false, looksSigned: true });
    expect(open(one)).toContain('agreement');
    expect(types(one.run(anna, classify()))).toEqual(['source.classified', 'input.answered']);
    expect(one.state().sources[0]).toMatchObject({ signed: true, looksSigned: false });
    expect(one.run(anna, classify())).toEqual([]);
  });

  it('another kind means that the evidence must be read again', () => {
    const one = givenFlags([anna, classify({ kind: 'sow' })]);
    expect(one.readiness().missing.map((item) => item.code)).toContain('analysis');
  });

  it('that it is signed only somebody with a role may say; the rest also who added it; another outsider nothing', () => {
    const one = given([zoe, { ...contract, kindGuessed: true }]);
    expect(given([anna, contract]).refused(zoe, classify({ signed: false })).code).toBe('not_allowed');
    expect(one.refused(zoe, classify()).code).toBe('not_allowed');
    expect(types(one.run(zoe, classify({ signed: false })))).toEqual(['source.classified']);
  });

  it('an input that no file settles any more is open again', () => {
    const one = given([anna, contract]);
    one.run(anna, classify({ signed: false }));
    expect(open(one)).toContain('agreement');
    expect(one.readiness().missing.map((item) => item.about)).toContain('agreement');
    one.run(anna, classify());
    expect(open(one)).not.toContain('agreement');
  });

  it('a file that moves from one input to another opens the one and settles the other', () => {
    const one = given([anna, call]);
    one.run(anna, classify({ kind: 'contract' }));
    expect(open(one)).toContain('sales_notes');
    expect(open(one)).not.toContain('agreement');
  });

  it('an input that another file settles too stays settled; so does one that was skipped or answered in words', () => {
    const one = given([anna, call], [anna, mail], [anna, contract]);
    one.run(anna, { type: 'answer_input', input: 'scope', text: 'Alarms for three parks.', accepted: [] });
    one.run(anna, { type: 'skip_input', input: 'agreement', reason: 'confidential', note: 'told in person' });
    one.run(anna, classify({ kind: 'change_order', signed: false }));
    one.run(anna, classify({ source: 's3', signed: false }));
    expect(open(one)).not.toContain('sales_notes');
    expect(open(one)).not.toContain('scope');
    expect(open(one)).not.toContain('agreement');
  });

  it('a file that is not there is refused', () => {
    expect(given().refused(anna, classify({ source: 's9' })).code).toBe('no_such_source');
  });
});
