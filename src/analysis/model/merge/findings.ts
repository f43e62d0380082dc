import type { Analysis, Evidence } from '../../../handoff/analysis.ts';
import { isSigned } from '../../offline/utterances.ts';
import type { ModelAnswer, Quote } from '../answer.ts';
import type { Heard } from '../heard.ts';
import { saidIn } from './facts-said.ts';
import { inert } from './inert.ts';
import { isKnown } from './overlap.ts';
import type { Cited, Places } from './places.ts';

type Findings = Pick<Analysis, 'scope' | 'questions' | 'dependencies' | 'successMetrics' | 'buyerIntent'>;
/** One thing the model said, with what it cites; `text` is the first sentence cited. */
type Shown<Said> = { said: Said; heard: Heard; cited: Cited[]; first: Cited; text: string; evidence: Evidence[] };

/** So many of a kind may be added to what the rules found: more helps nobody who must read them. */
const MOST = { scope: 60, questions: 12, dependencies: 30, successMetrics: 15, buyerIntent: 10 };

/** The rules' findings and after them what only the model found, each in the words it cites. */
export function mergeFindings(found: Findings, heard: Heard[], places: Places): Findings {
  const shown = <Said extends { evidence: Quote[] }>(of: (answer: ModelAnswer) => Said[]): Shown<Said>[] =>
    heard.flatMap((one) => of(one.answer).flatMap((said) => show(said, one, places) ?? []));
  return {
    scope: added(
      found.scope,
      MOST.scope,
      // a line of talk does not become scope, whatever the model says
      shown(({ scope }) => scope)
        .filter(({ cited }) => cited.every(({ source }) => isSigned(source)))
        .map(({ said: { status, acceptance }, heard: one, text, evidence }) => {
          const criterion = acceptance ? places.cite(one, acceptance) : undefined;
          const accepted = criterion && isSigned(criterion.source) ? [criterion.evidence] : [];
          return { status, text, acceptance: inert(accepted[0]?.quote ?? ''), evidence: [...evidence, ...accepted] };
        }),
    ),
    questions: added(
      found.questions,
      MOST.questions,
      shown(({ questions }) => questions)
        .filter(({ first }) => !isSigned(first.source))
        .map(({ text, evidence }) => ({ text, evidence })),
    ),
    dependencies: added(
      found.dependencies,
      MOST.dependencies,
      shown(({ dependencies }) => dependencies).map(({ said: { kind, owner, due }, cited, text, evidence }) => ({
        kind,
        text,
        owner,
        due: saidIn(cited, due),
        evidence,
      })),
    ),
    successMetrics: added(
      found.successMetrics,
      MOST.successMetrics,
      shown(({ successMetrics }) => successMetrics).map(({ said, cited, text, evidence }) => ({
        text,
        baseline: saidIn(cited, said.baseline),
        target: saidIn(cited, said.target),
        date: saidIn(cited, said.date),
        owner: saidIn(cited, said.owner),
        evidence,
      })),
    ),
    buyerIntent: added(
      found.buyerIntent,
      MOST.buyerIntent,
      shown(({ buyerIntent }) => buyerIntent).map(({ text, evidence }) => ({ text, evidence })),
    ),
  };
}

function show<Said extends { evidence: Quote[] }>(said: Said, heard: Heard, places: Places): Shown<Said> | undefined {
  const cited = places.citeAll(heard, said.evidence);
  const [first] = cited;
  if (!first) return undefined;
  return {
    said,
    heard,
    cited,
    first,
    text: inert(first.evidence.quote),
    evidence: cited.map(({ evidence }) => evidence),
  };
}

function added<Item extends { evidence: Evidence[] }>(found: Item[], most: number, fresh: Item[]): Item[] {
  const all = [...found];
  for (const item of fresh) if (all.length < found.length + most && !isKnown(item.evidence, all)) all.push(item);
  return all;
}
