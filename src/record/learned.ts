import { asc, eq, sql } from 'drizzle-orm';
import { combined, decisionsOn, type Reliability, reliability, type Tally, tallied } from '../handoff/learning.ts';
import type { Handoff } from '../handoff/state.ts';
import { all, type Read, run, type Tx } from '../platform/store/index.ts';
import { detectorOutcomes } from './tables.ts';

/** Rewrites what this handoff adds to the workspace's experience; the same transaction appends its events. */
export const rewriteOutcomes = (tx: Tx, handoff: Handoff): void => {
  const handoffId = handoff.id;
  run(tx.delete(detectorOutcomes).where(eq(detectorOutcomes.handoffId, handoffId)));
  const rows = tallied(decisionsOn(handoff)).map((one) => ({ handoffId, ...one }));
  if (rows.length > 0) run(tx.insert(detectorOutcomes).values(rows));
};

/** What people made of flags so far, over all handoffs of the workspace. */
const tallies = (read: Read): Tally[] => {
  const { about, name, accepted, rejected } = detectorOutcomes;
  return all(
    read
      .select({
        about,
        name,
        accepted: sql<number>`sum(${accepted})`.mapWith(Number),
        rejected: sql<number>`sum(${rejected})`.mapWith(Number),
      })
      .from(detectorOutcomes)
      .groupBy(about, name)
      .orderBy(asc(about), asc(name)),
  ).map((row) => ({ ...row, about: row.about === 'kind' ? 'kind' : 'rule' }));
};

export const learnedSoFar = (read: Read): Reliability => reliability(tallies(read));

/** What was known before and after a change of one handoff whose rows are rewritten already; asked for only where it matters. */
export interface Learned {
  before: () => Reliability;
  after: () => Reliability;
}

export const learnedIn = (tx: Tx, before: Handoff | null, after: Handoff): Learned => {
  let known: Tally[] | undefined;
  const now = (): Tally[] => {
    known ??= tallies(tx);
    return known;
  };
  const own = (handoff: Handoff | null): Tally[] => (handoff ? tallied(decisionsOn(handoff)) : []);
  return {
    before: () => reliability(combined(combined(now(), own(after), true), own(before))),
    after: () => reliability(now()),
  };
};
