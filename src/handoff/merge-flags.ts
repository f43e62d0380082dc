import type { Commitment, Flag } from './analysis.ts';
import { isPromise } from './decisions.ts';
import type { FlagState } from './state.ts';

type Verdicts = ReadonlyMap<string, Commitment>;

const byId = (commitments: readonly Commitment[]): Verdicts => new Map(commitments.map((one) => [one.id, one]));

/** People have said something of it. */
const isSpokenOf = (one: FlagState): boolean => one.decided !== null || one.reopened || one.votes.length > 0;

/** A clause that speaks against the promise since this analysis is a new matter: what was said before was not about it. */
const isNewlyContradicted = (commitment: string | null, was: Verdicts, now: Verdicts): boolean =>
  now.get(commitment ?? '')?.coverage.verdict === 'contradicted' &&
  was.get(commitment ?? '')?.coverage.verdict !== 'contradicted';

/** A flag keeps its id, and with it what was decided, when only its type changed: it is about the same promise. */
const underOldIds = (before: readonly FlagState[], raised: readonly Flag[], was: Verdicts, now: Verdicts): Flag[] => {
  const known = new Set(before.map((one) => one.flag.id));
  const still = new Set(raised.map((flag) => flag.id));
  const heirs = new Map(
    before
      .filter((one) => isSpokenOf(one) && isPromise(one.flag) && !still.has(one.flag.id))
      .map((one) => [one.flag.commitment, one.flag.id]),
  );
  return raised.map((flag) => {
    const id = heirs.get(flag.commitment);
    if (id === undefined || known.has(flag.id) || !isPromise(flag)) return flag;
    if (isNewlyContradicted(flag.commitment, was, now)) return flag;
    heirs.delete(flag.commitment);
    return { ...flag, id };
  });
};

/**
 * What an analysis makes of the flags. Decisions stay. An open flag that is raised no more goes, unless it was reopened; when the
 * signed documents carry its promise now it is settled and names the clause. Decided flags that are raised no more are kept as
 * withdrawn.
 */
export const mergeFlags = (
  before: readonly FlagState[],
  fresh: readonly Flag[],
  commitments: { was: readonly Commitment[]; now: readonly Commitment[] },
): FlagState[] => {
  const [was, now] = [byId(commitments.was), byId(commitments.now)];
  const raised = underOldIds(before, fresh, was, now);
  const known = new Map(before.map((one) => [one.flag.id, one]));
  const next = raised.map((flag): FlagState => {
    const old = known.get(flag.id);
    if (!old)
      return { flag, status: 'open', votes: [], decided: null, reopened: false, withdrawn: false, coveredBy: null };
    // what the contract alone had settled is open again when it is raised again
    return { ...old, flag, status: old.decided ? 'decided' : 'open', withdrawn: false, coveredBy: null };
  });
  const still = new Set(raised.map((flag) => flag.id));
  const gone = before.filter((one) => !still.has(one.flag.id)).flatMap((one) => unraised(one, now));
  return [...next, ...gone];
};

const unraised = (one: FlagState, now: Verdicts): FlagState[] => {
  const coverage = isPromise(one.flag) ? now.get(one.flag.commitment ?? '')?.coverage : undefined;
  const coveredBy = coverage?.verdict === 'covered' ? coverage.clause : null;
  if (one.decided) return [{ ...one, withdrawn: true, coveredBy }];
  if (one.reopened) return [one];
  return coveredBy ? [{ ...one, status: 'decided', votes: [], withdrawn: true, coveredBy }] : [];
};
