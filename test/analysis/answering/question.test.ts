import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../../src/analysis/answering/index.ts';

const why = (text: string): string => {
  const read = readQuestion(text);
  return read.kind === 'unclear' ? read.why : read.expected;
};

describe('a question is read before anything is looked for', () => {
  it.each([
    ['', 'empty'],
    ['  ?!… ', 'empty'],
    ['What is this and where did you do that?', 'no_subject'],
    ['Wer ist der Ansprechpartner und wann wird geliefert?', 'not_english'],
    ['Quand est la livraison et qui est responsable pour les données ?', 'not_english'],
    ['いつ始まりますか', 'not_english'],
    [`training ${'x'.repeat(500)}`, 'too_long'],
  ])('%s is not one to answer: %s', (text, expected) => {
    expect(why(text)).toBe(expected);
  });

  it.each([
    ['Who is the project manager?', 'person'],
    ['When does support start?', 'time'],
    ['How much is the fee?', 'amount'],
    ['How many users are trained?', 'count'],
    ['How long is the warranty?', 'span'],
    ['Is the training included?', 'scope'],
    ['What was said about acceptance?', 'any'],
    ['Does the Kirchenstraße office get training?', 'any'],
    ['training', 'any'],
  ])('%s asks for: %s', (text, expected) => {
    expect(why(text)).toBe(expected);
  });
});
