import { expect, test } from 'vitest';
import { tokensOf } from '../../../../src/analysis/offline/learned/tokens.ts';

test.each([
  ['contractions come in two', "We'll go, I don't.", ['we', "'ll", 'go', 'i', 'do', "n't"]],
  ['a typographer’s apostrophe is one', 'We’ll go', ['we', "'ll", 'go']],
  ['figures and number words are one', 'Four of 48,000 at 2.5', ['#', 'of', '#', 'at', '#']],
  ['so are a date and a time', 'on 30/06/2026 at 17:00', ['on', '#', 'at', '#']],
  ['months, weekdays and spans are each one', 'June Friday hours', ['#month', '#weekday', '#span']],
  ['a question and a price keep their signs', 'For $5, really?', ['for', '$', '#', 'really', '?']],
  ['a rare word in capitals inside a sentence is a name', 'the Zarquon barn', ['the', '#name', 'barn']],
  ['one of the most frequent words in capitals is itself', 'so We will', ['so', 'we', 'will']],
  ['nothing is nothing', '… – !', ['!']],
])('%s', (_what, text, words) => {
  expect(tokensOf(text)).toEqual(words);
});

test('a name becomes what it stands for, wherever it stands', () => {
  const names = (word: string) => (word === 'olga' ? '#vendor' : undefined);
  expect(tokensOf("Olga's plan, says olga", names)).toEqual(['#vendor', "'s", 'plan', 'says', '#vendor']);
});
