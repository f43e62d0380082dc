import { z } from 'zod';
import { DealFacts, Source } from '../handoff/source.ts';
import { answerOne } from '../platform/documents/answer-one.ts';
import { offlineEngine } from './offline/index.ts';

const Job = z.object({ sources: z.array(Source), deal: DealFacts });

/** The entry of the child process: one deal's sources in, their analysis out. */
await answerOne(async (input) => {
  const { sources, deal } = Job.parse(input);
  return offlineEngine.analyse(sources, deal);
});
