import { answerOne } from '../../../../src/platform/documents/answer-one.ts';

await answerOne(async () => 'x'.repeat(60 * 1024 * 1024));
