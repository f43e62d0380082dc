import type { Evidence, Stakeholder } from '../../handoff/analysis.ts';
import type { Influence } from '../../handoff/vocabulary.ts';
import { cite } from './evidence.ts';
import { INFLUENCES, influenceShown } from './learned/lines.ts';
import { type People, sameName } from './people.ts';
import type { Utterance } from './utterances.ts';

/** What a title alone makes likely, beside what is said. */
const TITLES: readonly { influence: Influence; weight: number; title: RegExp }[] = [
  {
    influence: 'decision_maker',
    weight: 0.4,
    title:
      /\b(?:chief executive|ceo|coo|managing director|owner|president|vorstand|general manager|vp|vice president|deputy director|chief \p{L}+ officer|director)\b/u,
  },
  { influence: 'blocker', weight: 0.4, title: /\b(?:works council|union|procurement|sourcing)\b/u },
  {
    influence: 'finance',
    weight: 0.5,
    title: /\b(?:cfo|chief financial|finance|controller|treasurer|accounts|accounting|purchasing|procurement)\b/u,
  },
  {
    influence: 'technical',
    weight: 0.5,
    title:
      /\b(?:it\b|ict|technical|technology|integration|engineer\w*|systems?|digital|data|infrastructure|security|architect|developer|automation)/u,
  },
  {
    influence: 'user',
    weight: 0.3,
    title:
      /\b(?:nurse|teacher|operator|assistant|coordinator|officer|manager|supervisor|clerk|foreman|educator|planner|dispatcher|porter|technologist|clinical lead)\b/u,
  },
];
/** Less than this shows nothing. */
const SHOWS = 0.25;
/** More likely than not, somebody's influence is spoken of. */
const SPEAKS = 0.5;

const STANCE_CUES: readonly { stance: string; pattern: RegExp }[] = [
  {
    stance: 'in favour',
    pattern:
      /\b(?:love|perfect|great|glad|wonderful|marvellous|like it|good\.|pushing for|wanted this|happy with|beautiful|can't wait)\b/u,
  },
  {
    stance: 'against or in the way',
    pattern: /\b(?:killed|war\b|not (?:\w+ ){0,3}helpful|will mind|can stop|against|resist\w*|hates?)\b/u,
  },
  { stance: 'sceptical', pattern: /\b(?:worried|nobody|been through|doubt|big number|we'll see)\b/u },
];
const PREFERS =
  /\b(?:i(?:'d| would)? (?:prefer|like|want|rather)|please (?:send|call|speak|don't|short|slow)|by phone|my english|hard stop|only on|prefers?|by mail|in german|in french|in spanish|every week|in writing|no acronyms|really cares?)\b/u;

/** People on the buyer's side: those of the deal who appear in the sources, and those whom others name with a role. */
export function findStakeholders(said: Utterance[], people: People): Stakeholder[] {
  const known = people.all.filter(({ side }) => side !== 'vendor').map(({ name, title }) => ({ name, title }));
  const shown = new Map(said.map((utterance, index) => [utterance, influenceShown(said, index)]));
  const shows = (utterance: Utterance): boolean => 1 - (shown.get(utterance)?.[0] ?? 1) >= SPEAKS;
  const heard = new Set<string>();
  for (const utterance of said) {
    const { speaker, side } = utterance;
    const placed = side === 'customer' || (side === undefined && isFull(speaker) && shows(utterance));
    if (placed && speaker && !known.some(({ name }) => sameName(name, speaker))) heard.add(speaker);
  }
  for (const name of heard) known.push({ name: tidy(name), title: '' });
  for (const found of named(said, shows)) {
    if (people.find(found.name) || known.some(({ name }) => sameName(name, found.name))) continue;
    known.push(found);
  }
  return known.flatMap((person) => describe(person, said, people, shown) ?? []);
}

function describe(
  { name, title }: { name: string; title: string },
  said: Utterance[],
  people: People,
  shown: ReadonlyMap<Utterance, number[]>,
): Stakeholder | undefined {
  const own = said.filter(({ speaker }) => speaker && sameName(name, speaker));
  const about = said.filter((utterance) => !own.includes(utterance) && mentions(utterance.text, name));
  const low = title.toLowerCase();
  const best = strongestInfluence(low, own, about, shown);
  const role = about.find(({ low: text }) => ROLE.test(text));
  const quote = best.at ?? role ?? own.find((utterance) => utterance.low.split(' ').length >= 6) ?? about[0] ?? own[0];
  if (!quote) return undefined;
  const prefers = own.find((utterance) => PREFERS.test(utterance.low) && utterance !== quote);
  const spoke = [...own, ...about];
  const mood = [...STANCE_CUES]
    .reverse()
    .find(({ pattern }) => spoke.filter((utterance) => pattern.test(utterance.low)).length > 0);
  const evidence: Evidence[] = [cite(quote), ...(prefers ? [cite(prefers)] : [])];
  return {
    name: people.find(name)?.name ?? name,
    role: title || (role ? roleIn(role.text) : ''),
    influence: best.influence,
    stance: mood?.stance ?? '',
    preferences: prefers?.text ?? '',
    evidence,
  };
}

/** The influence that a person's title, own words and what others say of them show together, with the sentence that shows it most. */
function strongestInfluence(
  title: string,
  own: readonly Utterance[],
  about: readonly Utterance[],
  shown: ReadonlyMap<Utterance, number[]>,
): { influence: Influence; at?: Utterance } {
  let best: { influence: Influence; at?: Utterance; score: number } = { influence: 'unknown', score: SHOWS };
  INFLUENCES.forEach((influence, c) => {
    if (influence === 'none') return;
    const share = (one: Utterance) => shown.get(one)?.[c] ?? 0;
    const most = (lines: readonly Utterance[]) => lines.toSorted((a, b) => share(b) - share(a))[0];
    const [mine, others] = [most(own), most(about)];
    const [self, told] = [mine ? share(mine) : 0, others ? share(others) : 0];
    const named = TITLES.find((one) => one.influence === influence && one.title.test(title))?.weight ?? 0;
    const score = self + told + named;
    const at = self >= told ? mine : others;
    if (score > best.score) best = { influence, score, ...(at && Math.max(self, told) >= SHOWS && { at }) };
  });
  return best;
}

const ROLE =
  /\b(?:is (?:our|the|my|head of|in charge)|chairs?|looks? after|runs|owns|leads|heads|(?:he|she)'s the|the (?:cfo|ceo|cto|cio|director|manager|head))\b/u;
const roleIn = (text: string): string =>
  (
    /(?:(?:is|he's|she's) (?:our|the|my) |chairs |looks after |owns |runs |heads |leads )[^,.;]{2,60}/u.exec(
      text,
    )?.[0] ?? ''
  ).replace(/^(?:is|he's|she's) (?:our|the|my) /u, '');

function mentions(text: string, name: string): boolean {
  const parts = name.replace(/^(?:Dr|Mr|Mrs|Ms|Sir|Prof)\.? /u, '').split(' ');
  return parts.some(
    (part) => part.length > 2 && new RegExp(`(?<!\\p{L})${part.replace(/[^\p{L}]/gu, '.')}(?!\\p{L})`, 'u').test(text),
  );
}

const FULL =
  "((?:(?:Sir|Dr\\.?|Dame|Lady|Lord|Madam|Chief|Captain|Sister|Mrs?\\.?|Ms\\.?) )?\\p{Lu}[\\p{Ll}'’-]+ \\p{Lu}[\\p{L}'’-]+)";
/** A full name at the head of a statement about the person. */
const PERSON = new RegExp(
  `(?:^|[.,:;] |(?:And|But|and|but|from|by) )${FULL}(?=,| in | is | has | will | must | wants? | wanted | shot | he | she | who )`,
  'gu',
);
const isFull = (speaker: string): boolean => /^\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+)+$/u.test(speaker);
const INTRODUCED: readonly RegExp[] = [
  new RegExp(
    `${FULL}(?:,? who (?:owns|runs|chairs|leads|looks after|heads)| (?:is (?:our|the|my|head)|chairs|looks after|runs|owns|leads|heads|in (?:\\p{Ll}+) (?:is|will|wants)))`,
    'gu',
  ),
  new RegExp(
    `(?:goes to|signed by|approved by|ask|report(?:s|ing)? to|talk to|run it by|up to) ${FULL},? (?=(?:he|she|our|the|who)\\b)`,
    'gu',
  ),
];

/** People of whom somebody says who they are: `Ann Lee is our head of care`, `goes to Ann Lee, she's the CFO`. */
function named(said: Utterance[], shows: (utterance: Utterance) => boolean): { name: string; title: string }[] {
  const out: { name: string; title: string }[] = [];
  for (const utterance of said) {
    const { text, side } = utterance;
    if (side === 'vendor') continue;
    const add = (name: string) => {
      if (!out.some((one) => sameName(one.name, name))) out.push({ name, title: '' });
    };
    if (shows(utterance)) for (const m of text.matchAll(PERSON)) if (m[1]) add(m[1]);
    for (const pattern of INTRODUCED) for (const m of text.matchAll(pattern)) if (m[1]) add(m[1]);
  }
  return out;
}

const tidy = (speaker: string): string =>
  speaker.includes('.') && !speaker.includes(' ')
    ? speaker
        .split('.')
        .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
        .join(' ')
    : speaker;
