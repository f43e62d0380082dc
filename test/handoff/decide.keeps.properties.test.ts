import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProposalGroup } from '../../src/handoff/inputs.ts';
import { defaultPolicy } from '../../src/handoff/policy.ts';
import { proposals } from '../../src/handoff/proposals.ts';
import { standingOf } from '../../src/handoff/state.ts';
import { settledBy } from '../../src/handoff/votes.ts';
import type { Stream } from './support/given.ts';
import { play, runs, tryOne } from './support/random.ts';

const check = (property: fc.IProperty<unknown>) => fc.assert(property, { numRuns: 150 });

/** What people took over, by group; a promise that a flag is about is decided as a flag. */
const ticked = (one: Stream): string[] => [
  ...ProposalGroup.options
    .filter((group) => group !== 'commitments')
    .flatMap((group) => proposals(one.state(), group))
    .filter((proposal) => proposal.accepted)
    .map((proposal) => proposal.id),
  ...one.state().commitments.flatMap(({ id }) => (one.state().accepted.some((item) => item.id === id) ? [id] : [])),
];

const decisions = (one: Stream): string[] =>
  one.state().flags.flatMap(({ flag, decided }) => (decided ? [`${flag.id} ${decided.decision} ${decided.by}`] : []));

const decidedStandings = (one: Stream): string[] =>
  one
    .state()
    .commitments.filter(({ id }) => one.state().flags.some(({ flag, decided }) => decided && flag.commitment === id))
    .map((commitment) => `${commitment.id} ${standingOf(one.state(), commitment)}`)
    .filter((line) => !line.endsWith('proposed'));

describe('whatever people try, in whatever order', () => {
  it('a new analysis takes away nothing that people ticked', () => {
    let kept = 0;
    check(
      fc.property(runs, (run) => {
        play(run, (one, who, command) => {
          const before = ticked(one);
          tryOne(one, who, command);
          if (command.type !== 'record_analysis') return;
          kept += before.length;
          expect(ticked(one)).toEqual(expect.arrayContaining(before));
        });
      }),
    );
    expect(kept).toBeGreaterThan(0);
  });

  it('a decision stands until the customer answers, under the names of those who made it', () => {
    check(
      fc.property(runs, (run) => {
        play(run, (one, who, command) => {
          const before = decisions(one);
          const from = one.recorded.length;
          tryOne(one, who, command);
          const reopened = one.recorded
            .slice(from)
            .flatMap(({ event }) => (event.type === 'flag.reopened' ? [event.flag] : []));
          const still = before.filter((line) => !reopened.some((flag) => line.startsWith(flag)));
          expect(decisions(one)).toEqual(expect.arrayContaining(still));
          expect(reopened.length === 0 || command.type === 'answer_question').toBe(true);
        });
      }),
    );
  });

  it('a new analysis moves no decided commitment, unless it doubts it anew', () => {
    check(
      fc.property(runs, (run) => {
        play(run, (one, who, command) => {
          const before = decidedStandings(one);
          tryOne(one, who, command);
          if (command.type !== 'record_analysis') return;
          const { flags, commitments } = one.state();
          const doubted = new Set(flags.filter((state) => state.status === 'open').map(({ flag }) => flag.commitment));
          const after = commitments.map((commitment) => `${commitment.id} ${standingOf(one.state(), commitment)}`);
          for (const line of before) if (!doubted.has(line.split(' ')[0] ?? '')) expect(after).toContain(line);
        });
      }),
    );
  });

  it('a scheduled kickoff is on the planned date, and both signatures stand', () => {
    check(
      fc.property(runs, (run) => {
        play(run, (one, who, command) => {
          tryOne(one, who, command);
          const { kickoff, deal, signoffs } = one.state();
          if (!kickoff) return;
          expect(kickoff.date).toBe(deal.kickoffDate);
          const valid = signoffs.filter((signoff) => signoff.voided === null).map((signoff) => signoff.party);
          expect(valid.toSorted()).toEqual(['delivery', 'sales']);
        });
      }),
    );
  });

  it('an open flag never has all the votes it takes, and is never withdrawn', () => {
    check(
      fc.property(runs, (run) => {
        play(run, (one, who, command) => {
          tryOne(one, who, command);
          for (const state of one.state().flags.filter((found) => found.status === 'open')) {
            expect(settledBy(state, one.state(), defaultPolicy)).toBeNull();
            expect(state.withdrawn).toBe(false);
          }
        });
      }),
    );
  });
});
