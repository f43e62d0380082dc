import type { Commitment } from '../../handoff/analysis.ts';
import type { Source } from '../../handoff/source.ts';
import { assents } from './assent.ts';
import type { Candidate } from './candidates.ts';
import type { Cover } from './coverage.ts';
import { kindOf } from './kinds.ts';
import type { People } from './people.ts';
import { quantities } from './quantities.ts';
import { spokenPromises } from './spoken.ts';
import { isNote, isSpoken, type Utterance } from './utterances.ts';
import { stems } from './words.ts';
import { offeredPromises, reportedPromises } from './written.ts';

/** All promises outside the signed documents, told once each, in the order of the sources. */
export function findCommitments(
  sources: Source[],
  said: Map<Source, Utterance[]>,
  people: People,
  cover: Cover,
): Commitment[] {
  const found: Candidate[] = [];
  for (const source of sources) {
    const here = said.get(source) ?? [];
    if (isSpoken(source)) {
      const spoken = spokenPromises(here, people);
      const plain = new Set(spoken.map((candidate) => candidate.said));
      found.push(
        ...[...spoken, ...assents(here).filter((candidate) => !plain.has(candidate.said))].sort(
          (a, b) => here.indexOf(a.said) - here.indexOf(b.said),
        ),
      );
    } else if (source.kind === 'proposal') found.push(...offeredPromises(here, people));
    else if (isNote(source)) found.push(...reportedPromises(here, people));
  }
  return merged(found).map((group, index) => commitment(group, `c${index + 1}`, people, cover));
}

function commitment(group: Candidate[], id: string, people: People, cover: Cover): Commitment {
  const [first, ...more] = group;
  if (!first) throw new Error('a group holds one candidate at least');
  const context = group
    .map((candidate) => candidate.context)
    .join(' ')
    .trim();
  const kind = kindOf(
    first.asked ? `${first.asked.text} ${first.quote}` : first.quote,
    first.asked ? '' : first.context,
  );
  const speaker = first.speaker ?? people.find(first.said.speaker)?.name ?? first.said.speaker;
  const about = first.asked ? first.asked.text : first.quote;
  const named = kind === 'staffing' ? `${speaker} ` : '';
  const { verdict, clause, why } = cover.of({ text: about, context: `${named}${first.asked ? '' : context}`, kind });
  return {
    id,
    kind,
    text: first.asked ? `${first.asked.text} – ${first.quote}` : first.quote,
    speaker,
    side: 'vendor',
    strength: group.some(({ strength }) => strength === 'explicit') ? 'explicit' : 'implied',
    confidence: Math.round(Math.max(...group.map(({ confidence }) => confidence)) * 100) / 100,
    rule: first.rule,
    evidence: [first, ...more].flatMap((candidate) => [
      { source: candidate.said.source.id, quote: candidate.quote, locator: candidate.said.passage.locator },
      ...(candidate.asked
        ? [{ source: candidate.asked.source.id, quote: candidate.asked.text, locator: candidate.asked.passage.locator }]
        : []),
    ]),
    coverage: { verdict, clause: clause ? { ...clause, locator: '' } : null, why },
  };
}

/** The same promise said twice: much the same words and no differing value. */
function merged(found: Candidate[]): Candidate[][] {
  const groups: { words: Set<string>; members: Candidate[] }[] = [];
  for (const candidate of found) {
    const words = new Set([
      ...stems(candidate.asked ? candidate.asked.text : candidate.quote),
      ...quantities(candidate.quote).map((q) => `${q.dimension}:${q.value}`),
    ]);
    const home = words.size < 3 ? undefined : groups.find((group) => alike(group.words, words));
    if (home) home.members.push(candidate);
    else groups.push({ words, members: [candidate] });
  }
  return groups.map(({ members }) => members);
}

function alike(a: Set<string>, b: Set<string>): boolean {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared >= 3 && shared / (a.size + b.size - shared) >= 0.6;
}
