import { answerOne } from '../../../../src/platform/documents/answer-one.ts';

await answerOne(async (input) => {
  process.stdout.write('noise that is no answer\n');
  return { input, environment: Object.keys(process.env) };
});
