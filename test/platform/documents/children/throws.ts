import { answerOne } from '../../../../src/platform/documents/answer-one.ts';

await answerOne(async () => {
  throw new Error('a fault in a parser');
});
