import { z } from 'zod';
import { Analysis } from '../handoff/analysis.ts';
import { DealFacts, Source } from '../handoff/source.ts';
import { answerOne } from '../platform/documents/answer-one.ts';
import { Heard } from './model/heard.ts';
import { mergeHeard } from './model/merge-heard.ts';
import { offlineEngine } from './offline/index.ts';

/** With `heard`, the rules' analysis is there already and what a model said is put under it. */
const Job = z.object({
  sources: z.array(Source),
  deal: DealFacts,
  heard: z.object({ found: Analysis, answers: z.array(Heard) }).optional(),
});

/** The entry of the child process: one deal's sources in, their analysis out. */
await answerOne(async (input) => {
  const { sources, deal, heard } = Job.parse(input);
  return heard ? mergeHeard(heard.found, heard.answers, sources, deal) : offlineEngine.analyse(sources, deal);
});
