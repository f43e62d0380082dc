import type { Evidence } from '../../handoff/analysis.ts';
import type { Passage, Source } from '../../handoff/source.ts';
import { splitSentences } from '../reading/sentences.ts';
import { FACT_CUES } from './contract-cues.ts';
import type { ContractFact } from './contract-fact.ts';
import { cite } from './evidence.ts';
import { lowered } from './words.ts';

export type FoundFact = { fact: ContractFact; evidence: Evidence };

/** The first sentences of a contract, in which its parties and dates stand. */
const OPENING = 30;
/** A shorter sentence is a heading. Words. */
const FEWEST_WORDS = 6;
/** A longer sentence is a table or a text without full stops; only its start is looked at. Characters. */
const LONGEST = 3000;

/** What a contract says about its parties, term, liability, money and rights: the sentences that say it. Linear in the text. */
export function contractFacts(source: Source): FoundFact[] {
  const found: FoundFact[] = [];
  let count = 0;
  for (const { passage, text } of sentencesOf(source.passages)) {
    const low = lowered(text).slice(0, LONGEST);
    const opening = count < OPENING;
    count += 1;
    if (!opening && text.split(' ', FEWEST_WORDS).length < FEWEST_WORDS) continue;
    const facts = new Set(
      FACT_CUES.flatMap(({ fact, all, not, opening: early }) =>
        (opening || !early) && all.every((cue) => cue.test(low)) && !not?.test(low) ? [fact] : [],
      ),
    );
    for (const fact of facts) found.push({ fact, evidence: cite({ source, passage, text }) });
  }
  return found;
}

const sentencesOf = (passages: readonly Passage[]): { passage: Passage; text: string }[] =>
  passages.flatMap((passage) => splitSentences(passage.text).map(({ text }) => ({ passage, text })));
