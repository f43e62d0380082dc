import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../src/handoff/analysis.ts';
import { type ProposalGroup, ProposalGroup as ProposalGroups } from '../../src/handoff/inputs.ts';
import { proposals } from '../../src/handoff/proposals.ts';
import { analysis, reading } from './support/analysis.ts';
import { anna, deep, reader } from './support/deal.ts';
import { givenComplete, givenFlags, type Stream } from './support/given.ts';
import { linesOf, sectionOf } from './support/packet.ts';

/** A later reading that finds nothing at all. */
const nothing: Partial<Analysis> = {
  commitments: [],
  flags: [],
  scope: [],
  questions: [],
  stakeholders: [],
  dependencies: [],
  risks: [],
  successMetrics: [],
  buyerIntent: [],
};
const linesIn = (one: Stream, key: string): string[] => linesOf(sectionOf(one.state(), key));
const commitments = (one: Stream): string[] => one.state().commitments.map((found) => found.text);
const again = (one: Stream, over: Partial<Analysis> = nothing): Stream => {
  one.run(reader, reading(over));
  return one;
};

describe('what people took over stays when a later analysis no longer finds it', () => {
  it.each([
    'buyer_intent',
    'sold_scope',
    'not_sold',
    'ambiguous',
    'commitments',
    'stakeholders',
    'risks',
    'dependencies',
    'access',
    'assumptions',
    'success',
  ])('%s reads as before', (key) => {
    const before = linesIn(givenComplete(), key);
    expect(before.length).toBeGreaterThan(0);
    expect(linesIn(again(givenComplete()), key).toSorted()).toEqual(before.toSorted());
  });

  it('and after one more', () => {
    const one = again(again(givenComplete()));
    expect(linesIn(one, 'risks').toSorted()).toEqual(linesIn(givenComplete(), 'risks').toSorted());
    expect(commitments(one)).toHaveLength(analysis.commitments.length);
  });

  it('it stays once: found again, it is not there twice', () => {
    const one = again(again(givenComplete()), {});
    for (const group of ProposalGroups.options) {
      const ids = proposals(one.state(), group).map((proposal) => proposal.id);
      expect(new Set(ids).size).toBe(ids.length);
    }
    expect(linesIn(one, 'stakeholders').toSorted()).toEqual(linesIn(givenComplete(), 'stakeholders').toSorted());
    expect(commitments(one)).toHaveLength(analysis.commitments.length);
  });

  it.each(ProposalGroups.options)('what nobody ticked goes: %s', (group: ProposalGroup) => {
    const one = givenFlags();
    expect(proposals(one.state(), group).length).toBeGreaterThan(0);
    expect(proposals(again(one).state(), group)).toEqual([]);
  });

  it('what is unticked goes with the analysis after', () => {
    const one = again(givenComplete());
    one.run(deep, {
      type: 'answer_input',
      input: 'risks',
      text: 'The portal is open by now.',
      accepted: [],
      unticked: one.state().accepted.map((item) => item.id),
    });
    expect(linesIn(again(one), 'risks').join()).not.toContain('The portal stays locked');
    expect(one.state().analysis?.risks).toEqual([]);
  });
});

describe('a decided flag that is withdrawn', () => {
  const promise = 'Readings kept for ten years';
  const decided = (
    ...[decision]: Parameters<Stream['vote']> extends [unknown, unknown, infer D, ...unknown[]] ? [D] : never
  ) => {
    const one = givenFlags();
    for (const who of [anna, deep])
      if (one.flag('contradiction').status === 'open') one.vote(who, 'contradiction', decision);
    return again(one);
  };

  it.each([
    ['not_sold', 'not_sold', 'sold_scope'],
    ['deliver', 'sold_scope', 'not_sold'],
  ] as const)('decided as %s still says so: it stands in %s, and never in %s', (decision, here, elsewhere) => {
    const one = decided(decision);
    expect(one.flag('contradiction')).toMatchObject({ withdrawn: true, status: 'decided' });
    expect(linesIn(one, here).join()).toContain(promise);
    expect(linesIn(one, elsewhere).join()).not.toContain(promise);
    expect(linesIn(one, 'not_yet_decided').join()).not.toContain(promise);
  });

  it('stays so when only the flag is gone and the commitment is found again', () => {
    const one = again(decided('not_sold'), { flags: [] });
    expect(linesIn(one, 'not_sold').join()).toContain(promise);
    expect(linesIn(one, 'not_yet_decided').join()).not.toContain(promise);
    expect(commitments(one)).toHaveLength(analysis.commitments.length);
  });

  it('an open one takes its commitment along', () => {
    const one = givenFlags();
    one.vote(anna, 'contradiction', 'deliver');
    expect(commitments(again(one))).toEqual([]);
    expect(one.state().flags).toEqual([]);
  });
});
