import type { Utterance } from '../utterances.ts';
import { type Line, lineFeatures } from './line-features.ts';
import { linearModel, type Row } from './linear.ts';
import type { Names } from './tokens.ts';

/** What single lines are read for; each has its own model, `models/line-NAME.tsv`. */
export const LINE_LABELS = ['question', 'owner', 'access', 'politics', 'metric', 'goal'] as const;
export type LineLabel = (typeof LINE_LABELS)[number];

/** The classes of `models/line-influence.tsv`. */
export const INFLUENCES = ['none', 'decision_maker', 'champion', 'blocker', 'user', 'technical', 'finance'] as const;

const rows = new WeakMap<Utterance, Row>();

/** Probability, 0 to 1, that the sentence at `index` carries the label. `said` holds whole sources in order. */
export function likely(label: LineLabel, said: readonly Utterance[], index: number): number {
  const row = rowOf(said, index);
  return row ? (linearModel(`line-${label}`).of(row)[1] ?? 0) : 0;
}

/** Probability of each of `INFLUENCES` that the sentence at `index` shows it of the person who speaks or is spoken of. */
export function influenceShown(said: readonly Utterance[], index: number): number[] {
  const row = rowOf(said, index);
  return row ? linearModel('line-influence').of(row) : [];
}

function rowOf(said: readonly Utterance[], index: number): Row | undefined {
  const here = said[index];
  if (!here) return undefined;
  const known = rows.get(here);
  if (known) return known;
  const row = lineFeatures(lineOf(said, index, here), namesIn(said));
  rows.set(here, row);
  return row;
}

const REPLY = 3;

/** A sentence and what others say next, over at most three sentences. */
export function lineOf(said: readonly Utterance[], index: number, { text, side, source }: Utterance): Line {
  const reply = replyTo(said, index)
    .slice(0, REPLY)
    .map((one) => one.text)
    .join(' ');
  return { text, reply, side, kind: source.kind };
}

/** What others say in the turns after a sentence, at most six sentences. */
function replyTo(said: readonly Utterance[], index: number): Utterance[] {
  const here = said[index];
  if (!here) return [];
  return said
    .slice(index + 1, index + 9)
    .filter(
      (one) =>
        one.source === here.source && one.turn > here.turn && one.turn <= here.turn + 3 && one.speaker !== here.speaker,
    )
    .slice(0, 6);
}

const named = new WeakMap<readonly Utterance[], Names>();
/** Everybody who speaks is a name, however their name is written. */
export function namesIn(said: readonly Utterance[]): Names {
  const known = named.get(said);
  if (known) return known;
  const parts = new Set(
    said.flatMap(({ speaker }) => speaker.toLowerCase().split(/[^\p{L}'-]+/u)).filter((part) => part.length > 2),
  );
  const names: Names = (word) => (parts.has(word) ? '#name' : undefined);
  named.set(said, names);
  return names;
}

type Cut = { least: number; most: number; keep?: (utterance: Utterance) => boolean };

/** Places of the sentences that most likely carry a label, at most `most`, in the order in which they were said. */
export function strongest(
  label: LineLabel,
  said: readonly Utterance[],
  { least, most, keep = () => true }: Cut,
): number[] {
  const scored = said.flatMap((utterance, index) => {
    const score = keep(utterance) ? likely(label, said, index) : 0;
    return score >= least ? [{ index, score }] : [];
  });
  return scored
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, most)
    .map(({ index }) => index)
    .sort((a, b) => a - b);
}
