import type { Candidate } from './candidates.ts';
import { numberOf } from './numbers.ts';
import { agree, type Quantity, quantities } from './quantities.ts';
import { stems } from './words.ts';

/** One promise as it was told, first to last. `changed`: a later telling names another value, and the last one holds. */
export type Told = { tellings: Candidate[]; changed: boolean };
type Subject = { words: Set<string>; values: Quantity[] };

/** Shares of the words that two tellings have in common: of one promise, and of one subject with another value. */
const SAME = 0.5;
/** … which must be the same nearly word for word: two batches with a date each are two promises. */
const SAME_SUBJECT = 0.8;
const FEWEST = 3;

/** The promises behind what was found: told again in other places they are one, told with another value the later one wins. */
export function told(found: readonly Candidate[]): Told[] {
  const groups: { subject: Subject; told: Told }[] = [];
  for (const candidate of found) {
    const subject = subjectOf(candidate);
    const home = groups.find(({ subject: known }) =>
      alike(known.words, subject.words, differs(known.values, subject.values) ? SAME_SUBJECT : SAME),
    );
    if (!home) groups.push({ subject, told: { tellings: [candidate], changed: false } });
    else {
      home.told.tellings.push(candidate);
      if (differs(home.subject.values, subject.values)) {
        home.told.changed = true;
        home.subject.values = subject.values;
      }
    }
  }
  return groups.map((group) => group.told);
}

function subjectOf({ asked, quote }: Candidate): Subject {
  const text = asked ? `${asked.text} ${quote}` : quote;
  const values = quantities(text).filter(({ dimension, value }) => dimension !== 'count' || value > 1);
  return { words: new Set(stems(text).filter((word) => numberOf(word) === undefined)), values };
}

function alike(a: ReadonlySet<string>, b: ReadonlySet<string>, least: number): boolean {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared >= FEWEST && shared / (a.size + b.size - shared) >= least;
}

/** Both measure the same thing and no value of the one is among the other's. */
const differs = (before: readonly Quantity[], after: readonly Quantity[]): boolean =>
  after.some((value) => {
    const rivals = before.filter(({ dimension, noun }) => dimension === value.dimension && noun === value.noun);
    return rivals.length > 0 && !rivals.some((rival) => agree(value, rival));
  });
