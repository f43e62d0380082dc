import { rejectsFlag } from './decisions.ts';
import type { FlagState, Handoff } from './state.ts';
import type { SourceKind } from './vocabulary.ts';

/** What people made of one flag: `rules` raised it, `kind` is the kind of source it was read in, null where it was read in none. */
export interface FlagDecision {
  rules: readonly string[];
  kind: SourceKind | null;
  accepted: boolean;
}

/** How often people found the flags of one rule, or from one kind of source, right and wrong. */
export interface Tally {
  about: 'rule' | 'kind';
  name: string;
  accepted: number;
  rejected: number;
}

export interface Track {
  accepted: number;
  rejected: number;
  /** The share that is right, drawn towards `before` where little was decided. */
  share: number;
}

export interface Reliability {
  rules: ReadonlyMap<string, Track>;
  kinds: ReadonlyMap<string, Track>;
  /** What it is made of. */
  tallies: readonly Tally[];
}

/** Beta(2, 1): what is held of a rule nobody has judged yet, worth three decisions. A guess, and a weak one on purpose. */
const prior = { accepted: 2, rejected: 1 };
/** Judged so often, and right so seldom: its flags are probably noise. */
const noise = { decisions: 8, share: 0.4 };
/** How sure the analyst is of a flag that says nothing of it. */
const usual = 0.7;

const shareOf = (accepted: number, rejected: number): number =>
  (accepted + prior.accepted) / (accepted + rejected + prior.accepted + prior.rejected);

const unjudged: Track = { accepted: 0, rejected: 0, share: shareOf(0, 0) };

export const isNoisy = ({ accepted, rejected, share }: Track): boolean =>
  accepted + rejected >= noise.decisions && share < noise.share;

/** `promise.habit + model` is the finding of both. */
export const rulesIn = (rule: string): string[] => rule.split(' + ').map((one) => one.trim());

/** Finds the commitment of a flag; made once where many flags are asked after. */
const commitmentsById = ({ commitments }: Handoff) => new Map(commitments.map((one) => [one.id, one]));

/** The rules behind a flag. Whoever says that nobody promised this speaks of the rule that found the promise, too. */
const rulesOf = ({ flag }: FlagState, promise: { rule: string } | undefined): string[] => [
  ...new Set([...rulesIn(flag.rule), ...(promise ? rulesIn(promise.rule) : [])]),
];

/** Something missing was read nowhere: the sources it cites were only searched. */
const kindOf = (handoff: Handoff, { flag }: FlagState): SourceKind | null =>
  flag.type === 'missing_input'
    ? null
    : (handoff.sources.find((one) => one.id === flag.evidence[0]?.source)?.kind ?? null);

/** The flags that people decided and did not take back. “Not a promise” and “Duplicate” reject, all else accepts. */
export const decisionsOn = (handoff: Handoff): FlagDecision[] => {
  const promises = commitmentsById(handoff);
  return handoff.flags.flatMap((one) =>
    one.decided
      ? [
          {
            rules: rulesOf(one, promises.get(one.flag.commitment ?? '')),
            kind: kindOf(handoff, one),
            accepted: !rejectsFlag(one.decided.decision),
          },
        ]
      : [],
  );
};

/** Counted by rule and by kind of source, in the order of their names. */
export const tallied = (decisions: readonly FlagDecision[]): Tally[] => {
  const counts = new Map<string, Tally>();
  const count = (about: Tally['about'], name: string, accepted: boolean): void => {
    const old = counts.get(`${about} ${name}`) ?? { about, name, accepted: 0, rejected: 0 };
    counts.set(`${about} ${name}`, {
      ...old,
      accepted: old.accepted + (accepted ? 1 : 0),
      rejected: old.rejected + (accepted ? 0 : 1),
    });
  };
  for (const { rules, kind, accepted } of decisions) {
    for (const rule of rules) count('rule', rule, accepted);
    if (kind !== null) count('kind', kind, accepted);
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, tally]) => tally);
};

/** Adds tallies up; with `away` it takes the second ones off. What is left at nothing is left out. */
export const combined = (tallies: readonly Tally[], more: readonly Tally[], away = false): Tally[] => {
  const sign = away ? -1 : 1;
  const sums = new Map(tallies.map((one) => [`${one.about} ${one.name}`, one]));
  for (const one of more) {
    const old = sums.get(`${one.about} ${one.name}`) ?? { ...one, accepted: 0, rejected: 0 };
    const accepted = Math.max(0, old.accepted + sign * one.accepted);
    const rejected = Math.max(0, old.rejected + sign * one.rejected);
    sums.set(`${one.about} ${one.name}`, { ...old, accepted, rejected });
  }
  return [...sums.values()].filter(({ accepted, rejected }) => accepted > 0 || rejected > 0);
};

/** How far each rule and each kind of source can be trusted, from what people made of their flags. */
export const reliability = (tallies: readonly Tally[]): Reliability => {
  const tracks = (about: Tally['about']): ReadonlyMap<string, Track> =>
    new Map(
      tallies
        .filter((one) => one.about === about)
        .map(({ name, accepted, rejected }) => [name, { accepted, rejected, share: shareOf(accepted, rejected) }]),
    );
  return { rules: tracks('rule'), kinds: tracks('kind'), tallies };
};

export const nothingLearned: Reliability = reliability([]);

export interface Worth {
  /** How likely it is, 0–1, that people find the flag right: how sure the analyst is, times how reliable its rule and its source are. */
  expected: number;
  /** The noisy rules that raised it, when no other did; empty otherwise. */
  noisy: readonly string[];
}

/**
 * What each flag of a handoff is worth looking at, by its id. What was decided in the handoff itself makes a rule noisy, but does
 * not move its flags about under the hands of those who go through them.
 */
export const worths = (handoff: Handoff, learned: Reliability): Map<string, Worth> => {
  const promises = commitmentsById(handoff);
  const elsewhere = reliability(combined(learned.tallies, tallied(decisionsOn(handoff)), true));
  return new Map(
    handoff.flags.map((one) => {
      const promise = promises.get(one.flag.commitment ?? '');
      const rules = rulesOf(one, promise);
      const kind = kindOf(handoff, one);
      const tracks = rules.map((rule) => learned.rules.get(rule) ?? unjudged);
      const best = Math.max(...rules.map((rule) => (elsewhere.rules.get(rule) ?? unjudged).share));
      const source = (kind !== null && elsewhere.kinds.get(kind)) || unjudged;
      const expected = ((best + source.share) / 2) * (promise?.confidence ?? usual);
      return [one.flag.id, { expected, noisy: tracks.every(isNoisy) ? rules : [] }];
    }),
  );
};
