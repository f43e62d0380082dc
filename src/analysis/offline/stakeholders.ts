import type { Evidence, Stakeholder } from '../../handoff/analysis.ts';
import type { Influence } from '../../handoff/vocabulary.ts';
import { cite } from './evidence.ts';
import { type People, sameName } from './people.ts';
import type { Utterance } from './utterances.ts';

/** Words that show what somebody can decide. `self`: said by the person; `about`: said of the person; the strongest wins. */
const INFLUENCE_CUES: readonly {
  influence: Influence;
  weight: number;
  self?: RegExp;
  about?: RegExp;
  title?: RegExp;
}[] = [
  {
    influence: 'decision_maker',
    weight: 5,
    self: /\b(?:i (?:sign|approve|decide)\b|(?:my|mine) (?:budget|call|decision|signature)|budget\b.*\bmine\b|it's my (?:budget|decision|call)|(?:money|budget|funding) comes from my|my signature|i have the last word)/u,
    about: /\b(?:signs? (?:this|it|off)|has the (?:last|final) word|decides|holds the budget|final approver)\b/u,
    title: /\b(?:chief executive|ceo|managing director|owner|president|vorstand|general manager)\b/u,
  },
  {
    influence: 'blocker',
    weight: 4,
    about:
      /\b(?:kill(?:s|ed)|block(?:s|ed)?\b|stop (?:it|this|the)|against (?:this|it|us)|won't like|(?:is not|isn't|not) (?:going to be )?(?:in a )?(?:helpful|happy|keen|pleased)|will mind|resist\w*|hates?|works council|union)\b/u,
    title: /\b(?:works council|union|procurement|sourcing)\b/u,
  },
  {
    influence: 'champion',
    weight: 3.5,
    self: /\b(?:i've been (?:pushing|asking|fighting|waiting)|pushing for this|you(?:'ve| have) got my vote|i(?:'m| am) (?:all for|a fan|behind)|i love (?:it|this)|i want this)\b/u,
    about: /\b(?:wanted this for|biggest fan|pushing for|our champion|drives this|has been asking)\b/u,
  },
  {
    influence: 'finance',
    weight: 3.2,
    about: /\b(?:cfo|finance (?:director|lead)|controller|treasurer)\b/u,
    title: /\b(?:cfo|chief financial|finance|controller|treasurer|accounts)\b/u,
  },
  {
    influence: 'technical',
    weight: 3,
    self: /\b(?:i (?:own|run|manage|look after|have) (?:the |our )?(?:[\p{L}/\d-]+ ){0,3}(?:side|system|systems|server|servers|network|catalogue|website|integration|platform|it|database|line|plant)\b )/u,
    title:
      /\b(?:it\b|ict|technical|technology|integration|engineer\w*|systems?|digital|data|infrastructure|security|architect|developer|automation)/u,
  },
  {
    influence: 'user',
    weight: 2,
    about:
      /\b(?:live in (?:this|it)|use (?:this|it) every|day to day|daily user|looks after|key user|lead (?:nurse|teacher|operator))\b/u,
    title:
      /\b(?:nurse|teacher|operator|assistant|coordinator|officer|manager|supervisor|clerk|foreman|educator|planner|dispatcher)\b/u,
  },
];

const STANCE_CUES: readonly { stance: string; pattern: RegExp }[] = [
  {
    stance: 'in favour',
    pattern:
      /\b(?:love|perfect|great|glad|wonderful|marvellous|like it|good\.|pushing for|wanted this|happy with|beautiful|can't wait)\b/u,
  },
  {
    stance: 'against or in the way',
    pattern: /\b(?:killed|war\b|not in a helpful|will mind|can stop|against|resist\w*|hates?)\b/u,
  },
  { stance: 'sceptical', pattern: /\b(?:worried|nobody|been through|doubt|big number|we'll see)\b/u },
];
const PREFERS =
  /\b(?:i(?:'d| would)? (?:prefer|like|want|rather)|please (?:send|call|speak|don't|short|slow)|not by (?:mail|phone)|my english|hard stop|only on|prefers?|by mail|in german|in french|in spanish|every week|in writing|no acronyms|what (?:she|he) really cares)\b/u;

/** People on the buyer's side: those of the deal who appear in the sources, and those whom others name with a role. */
export function findStakeholders(said: Utterance[], people: People): Stakeholder[] {
  const known = people.all.filter(({ side }) => side !== 'vendor').map(({ name, title }) => ({ name, title }));
  const heard = new Set<string>();
  for (const { speaker, side } of said)
    if (side === 'customer' && speaker && !known.some(({ name }) => sameName(name, speaker))) heard.add(speaker);
  for (const name of heard) known.push({ name: tidy(name), title: '' });
  for (const found of named(said)) {
    if (people.find(found.name) || known.some(({ name }) => sameName(name, found.name))) continue;
    known.push(found);
  }
  return known.flatMap((person) => describe(person, said, people) ?? []);
}

function describe(
  { name, title }: { name: string; title: string },
  said: Utterance[],
  people: People,
): Stakeholder | undefined {
  const own = said.filter(({ speaker }) => speaker && sameName(name, speaker));
  const about = said.filter((utterance) => !own.includes(utterance) && mentions(utterance.text, name));
  const low = title.toLowerCase();
  let best: { influence: Influence; weight: number; at?: Utterance } = { influence: 'unknown', weight: 0 };
  const offer = (influence: Influence, weight: number, at?: Utterance) => {
    if (weight > best.weight) best = { influence, weight, ...(at && { at }) };
  };
  for (const cue of INFLUENCE_CUES) {
    const self = own.find((utterance) => cue.self?.test(utterance.low));
    if (self) offer(cue.influence, cue.weight, self);
    const other = about.find((utterance) => cue.about?.test(utterance.low));
    if (other) offer(cue.influence, cue.weight - 0.4, other);
    if (cue.title?.test(low)) offer(cue.influence, cue.weight / 2);
  }
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

const FULL = "((?:(?:Sir|Dr\\.?|Dame|Lady|Lord|Mrs?\\.?|Ms\\.?) )?\\p{Lu}[\\p{Ll}'’-]+ \\p{Lu}[\\p{L}'’-]+)";
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
function named(said: Utterance[]): { name: string; title: string }[] {
  const out: { name: string; title: string }[] = [];
  for (const { text, side } of said) {
    if (side === 'vendor') continue;
    for (const pattern of INTRODUCED)
      for (const m of text.matchAll(pattern))
        if (m[1] && !out.some(({ name }) => sameName(name, m[1] ?? ''))) out.push({ name: m[1], title: '' });
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
