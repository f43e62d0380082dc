import type { Commitment, Evidence } from './analysis.ts';
import { itemIds } from './identify.ts';
import type { FlagState, Handoff } from './state.ts';

/** A promise on which the signed documents say something else than before. */
export interface AmendedPromise {
  commitment: string;
  text: string;
  /** Its flag, open or not, where it has one. */
  flag: string | null;
  before: Evidence | null;
  after: Evidence | null;
}

/** What a changed set of signed documents changed, compared with the analysis before. */
export interface Amendment {
  at: string;
  /** Ids of the sources that count as signed since, and of those that do no more. */
  added: string[];
  removed: string[];
  covered: AmendedPromise[];
  contradicted: AmendedPromise[];
  /** The same verdict, resting on another clause. */
  otherClause: AmendedPromise[];
  /** No signed clause carries or contradicts it any more. */
  dropped: AmendedPromise[];
  /** Ids of flags that were not there before; promises named above are left out. */
  newFlags: string[];
  /** Scope that the added documents bring. */
  newScope: string[];
}

type Change = 'covered' | 'contradicted' | 'otherClause' | 'dropped';

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();

const sameClause = (a: Evidence | null, b: Evidence | null): boolean =>
  a?.source === b?.source && fold(a?.quote ?? '') === fold(b?.quote ?? '');

const changeOf = (before: Commitment['coverage'], after: Commitment['coverage']): Change | null => {
  const speaks = (verdict: Commitment['coverage']['verdict']) => verdict === 'covered' || verdict === 'contradicted';
  if (before.verdict === after.verdict)
    return speaks(after.verdict) && !sameClause(before.clause, after.clause) ? 'otherClause' : null;
  if (after.verdict === 'covered' || after.verdict === 'contradicted') return after.verdict;
  return speaks(before.verdict) ? 'dropped' : null;
};

/** `after` holds what the new analysis left; null when the same documents count as signed as before. */
export const amendmentOf = (
  before: Handoff,
  after: Pick<Handoff, 'analysis' | 'commitments' | 'flags'>,
  at: string,
): Amendment | null => {
  const [old, fresh] = [before.analysis, after.analysis];
  if (!old || !fresh) return null;
  const added = fresh.signedSources.filter((id) => !old.signedSources.includes(id));
  const removed = old.signedSources.filter((id) => !fresh.signedSources.includes(id));
  if (added.length === 0 && removed.length === 0) return null;

  const amendment: Amendment = {
    at,
    added,
    removed,
    covered: [],
    contradicted: [],
    otherClause: [],
    dropped: [],
    newFlags: [],
    newScope: [],
  };
  const known = new Map(before.commitments.map((one) => [one.id, one]));
  for (const { id, text, coverage } of after.commitments) {
    const was = known.get(id)?.coverage;
    const change = was ? changeOf(was, coverage) : null;
    if (!was || change === null) continue;
    const flag = flagOf(after.flags, id);
    amendment[change].push({ commitment: id, text, flag, before: was.clause, after: coverage.clause });
  }
  const named = new Set(
    [amendment.covered, amendment.contradicted, amendment.otherClause, amendment.dropped].flat().map((one) => one.flag),
  );
  const had = new Set(before.flags.map((one) => one.flag.id));
  const scope = new Set(old.scope.map(itemIds.scope));
  const isNew = (id: string): boolean => added.includes(id);
  return {
    ...amendment,
    newFlags: after.flags.flatMap(({ flag, status }) =>
      status === 'open' && !had.has(flag.id) && !named.has(flag.id) ? [flag.id] : [],
    ),
    newScope: fresh.scope.flatMap((one) =>
      !scope.has(itemIds.scope(one)) && one.evidence.some(({ source }) => isNew(source)) ? [one.text] : [],
    ),
  };
};

/** An open flag of the promise before one that is settled. */
const flagOf = (flags: readonly FlagState[], commitment: string): string | null => {
  const about = flags.filter((one) => one.flag.commitment === commitment);
  return (about.find((one) => one.status === 'open') ?? about[0])?.flag.id ?? null;
};
