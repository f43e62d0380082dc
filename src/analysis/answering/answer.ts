import type { Commitment, Evidence } from '../../handoff/analysis.ts';
import type { Passage } from '../../handoff/source.ts';
import { type Handoff, type Standing, standingOf } from '../../handoff/state.ts';
import type { FoundPassage, RecordLine, SearchPassages } from './candidate.ts';
import { type Question, readQuestion } from './question.ts';
import { type Ranked, rank, type Text } from './rank.ts';
import { recordLines } from './record-lines.ts';
import { searchWords, stemsOf } from './words.ts';

/** A promise and where it stands. */
export interface Promised {
  commitment: Commitment;
  standing: Standing;
}

/** A place in a source with what makes it understood. */
export interface QuotedSource {
  from: 'source';
  source: string;
  passage: Passage;
  /** The question that it answers. */
  asked: Passage | null;
  /** The head of the table that it is a row of; empty when it is none. */
  head: string;
  /** The promise that it holds. */
  promised: Promised | null;
  /** The promise that it, a signed clause, speaks against. */
  denies: Promised | null;
}

export type Quoted = { from: 'record'; section: string; line: RecordLine['line'] } | QuotedSource;

export type Answer =
  | { kind: 'found'; question: string; quoted: Quoted[] }
  | { kind: 'not_found'; question: string; lines: number; sources: number; passages: number }
  | { kind: 'unclear'; why: Extract<Question, { kind: 'unclear' }>['why'] };

interface Means {
  search: SearchPassages;
  /** Would word an answer from what was found, where a language model is at hand; the quotes must stand beside it. Not called yet. */
  compose?: (question: string, quoted: readonly Quoted[]) => Promise<string>;
}

/** What a text must reach to be an answer; set by measurement (`evals/tasks/questions.ts`, docs/decisions/0012). */
const bar = { source: 0.45, record: 0.55, own: 0.4 };

const most = 3;

type LineText = Text & { line: RecordLine };
type PassageText = Text & { found: FoundPassage };

const isQuestion = ({ text }: Passage): boolean => /\?\W*$/.test(text);

const lineText = (line: RecordLine): LineText => ({
  line,
  text: line.words,
  heading: line.section,
  asked: '',
  replies: false,
  speaker: '',
  weight: line.decided ? 0.5 : -1,
});

const isRow = ({ text }: Passage): boolean => text.startsWith('|') || text.includes(' | ');

/** The head of the table that a row stands in: the first row of those before it. */
const headOf = ({ passage, before }: FoundPassage): string => {
  if (!isRow(passage)) return '';
  const end = before.findIndex((one) => !isRow(one));
  return (end < 0 ? before : before.slice(0, end)).at(-1)?.text ?? '';
};

const passageText = (found: FoundPassage, signed: boolean): PassageText => {
  const { passage, before } = found;
  const [last] = before;
  const asked = passage.speaker && last?.speaker && last.speaker !== passage.speaker ? last.text : '';
  return {
    found,
    text: `${headOf(found)} ${passage.text}`,
    heading: passage.heading ?? '',
    asked,
    replies: asked !== '' && last !== undefined && isQuestion(last),
    speaker: passage.speaker ?? '',
    weight: (signed ? 0.5 : 0) - (isQuestion(passage) ? 1.5 : 0) - (passage.quoted ? 0.5 : 0),
  };
};

/** A heading answers nothing by itself, nor does the head of a table. */
const isHeading = ({ passage, before: [last] }: FoundPassage): boolean =>
  passage.text === passage.heading || (passage.text.startsWith('|') && !last?.text.startsWith('|'));

const passes = ({ item, share, own }: Ranked<LineText | PassageText>): boolean =>
  share >= ('line' in item ? bar.record : bar.source) && own >= bar.own;

const holdsQuote = (source: string, { text, locator }: Passage, place: Evidence | null): boolean =>
  place !== null && place.source === source && place.locator === locator && text.includes(place.quote);

const withStanding = (handoff: Handoff, commitment: Commitment | undefined): Promised | null =>
  commitment ? { commitment, standing: standingOf(handoff, commitment) } : null;

const promisedIn = (handoff: Handoff, source: string, passage: Passage): Promised | null =>
  withStanding(
    handoff,
    handoff.commitments.find((one) => one.evidence.some((place) => holdsQuote(source, passage, place))),
  );

/** The promise that a signed clause speaks against. */
const deniedBy = (handoff: Handoff, source: string, passage: Passage): Promised | null =>
  withStanding(
    handoff,
    handoff.commitments.find(
      ({ coverage }) => coverage.verdict === 'contradicted' && holdsQuote(source, passage, coverage.clause),
    ),
  );

const quotedSource = (handoff: Handoff, { found, asked }: PassageText): Quoted => ({
  from: 'source',
  source: found.source,
  passage: found.passage,
  asked: asked !== '' && found.before[0] && isQuestion(found.before[0]) ? found.before[0] : null,
  head: headOf(found),
  promised: promisedIn(handoff, found.source, found.passage),
  denies: deniedBy(handoff, found.source, found.passage),
});

/** Of the seller's name the first word: the others often say what it sells, which is asked about. */
const namesOf = ({ deal }: Handoff): Set<string> =>
  new Set(stemsOf([deal.customer, deal.vendor.split(' ')[0] ?? '', deal.dealId].join(' ')));

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();

/** The same words twice (a mail quoted in another, a decided promise and the call it comes from) are said once. */
const onceEach = (): ((text: string) => boolean) => {
  const seen: string[] = [];
  return (text) => {
    const words = folded(text);
    if (seen.some((one) => one.includes(words))) return false;
    seen.push(words);
    return true;
  };
};

/**
 * What the record says to a question: at most three quotes, first what people decided, then the sources; or that it is not there,
 * with what was searched. The same record gives the same answer.
 */
export const answerQuestion = (given: string, handoff: Handoff, { search }: Means): Answer => {
  const question = readQuestion(given);
  if (question.kind === 'unclear') return question;
  const signed = new Set(handoff.sources.flatMap((one) => (one.signed ? [one.id] : [])));
  const lines = recordLines(handoff).map(lineText);
  const passages = search(searchWords(question.text))
    .filter((one) => !isHeading(one))
    .map((found) => passageText(found, signed.has(found.source)));
  const total = handoff.sources.reduce((sum, one) => sum + one.passages, 0);
  const ranked = rank<LineText | PassageText>(question, [...lines, ...passages], {
    total: total + lines.length,
    names: namesOf(handoff),
  }).filter(passes);
  const fresh = onceEach();
  const best = ranked[0]?.score ?? 0;
  const decided = ranked.filter(
    ({ item, score }) => 'line' in item && item.line.decided && score >= best - 0.15 && fresh(item.text),
  );
  const told = ranked.filter(({ item }) => ('found' in item || !item.line.decided) && fresh(item.text));
  const quoted = [...decided.slice(0, 2), ...told]
    .slice(0, most)
    .map(
      ({ item }): Quoted =>
        'line' in item
          ? { from: 'record', section: item.line.section, line: item.line.line }
          : quotedSource(handoff, item),
    );
  if (quoted.length > 0) return { kind: 'found', question: question.text, quoted };
  return {
    kind: 'not_found',
    question: question.text,
    lines: lines.length,
    sources: handoff.sources.length,
    passages: total,
  };
};
