import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HandoffEvent } from '../../src/handoff/events.ts';
import { apply, fold } from '../../src/handoff/fold.ts';
import { Refusal } from '../../src/handoff/refusal.ts';
import type { Handoff } from '../../src/handoff/state.ts';
import { play, runs, tryOne } from './support/random.ts';

const deepFreeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
};

/** The rule in other words than the code's: law 5, read off the state. */
const nothingIsMissing = (state: Handoff): boolean =>
  state.cancelled === null &&
  state.inputs.every((one) => one.settled !== null) &&
  (state.analysis !== null || state.sources.length === 0) &&
  state.sources.every((one) => state.analysis?.analysedSources.includes(one.id)) &&
  state.flags.every((one) => one.status === 'decided') &&
  state.changeOrders.every((one) => one.status === 'signed' || one.status === 'declined') &&
  state.questions.every((one) => !one.blocking || one.answer !== null) &&
  ['sales', 'delivery'].every((party) => state.signoffs.some((one) => one.party === party && one.voided === null));

/** Law 4 in the test's own words: what is no content of the packet. Receipts, votes and signatures void nothing. */
const noContent = new Set([
  'handoff.cancelled',
  'input.assigned',
  'source.refused',
  'flag.voted',
  'change_order.voted',
  'packet.signed',
  'signoff.voided',
  'kickoff.scheduled',
]);

const material = new Set([
  'input.answered',
  'input.skipped',
  'flag.decided',
  'flag.reopened',
  'change_order.settled',
  'question.answered',
  'kickoff.moved',
  'team.changed',
]);
const isMaterial = (event: HandoffEvent): boolean =>
  material.has(event.type) || (event.type === 'source.added' && event.source.signed);

/** What was found, in the test's own words. The random readings change neither words nor clauses nor how severe a risk is. */
const findings = (state: Handoff | null): string =>
  JSON.stringify(state?.commitments.map((one) => `${one.id} ${one.coverage.verdict}`).toSorted() ?? []);

const check = (property: fc.IProperty<unknown>, numRuns = 150) => fc.assert(property, { numRuns });

describe('whatever people try, in whatever order', () => {
  it('kickoff is scheduled only when nothing was missing immediately before (law 5)', () => {
    let scheduled = 0;
    check(
      fc.property(runs, (run) => {
        play(run, (one, who, command) => {
          const before = one.state();
          const { ready } = one.readiness();
          tryOne(one, who, command);
          if (before.kickoff !== null || one.state().kickoff === null) return;
          scheduled += 1;
          expect(ready && nothingIsMissing(before)).toBe(true);
        });
      }),
      400,
    );
    expect(scheduled).toBeGreaterThan(0);
  });

  it('a signature stands only for a version after which nothing material happened (law 4)', () => {
    check(
      fc.property(runs, (run) => {
        const one = play(run, tryOne);
        let standing: string[] = [];
        let state: Handoff | null = null;
        let scheduled = false;
        const signed = new Map<string, boolean>();
        for (const recorded of one.recorded) {
          const { event } = recorded;
          const before: string = findings(state);
          state = apply(state, one.id, recorded);
          const found = event.type === 'analysis.recorded' && before !== findings(state);
          if (event.type === 'packet.signed') standing.push(event.party);
          const turned = event.type === 'source.classified' && signed.get(event.source) !== event.signed;
          if (event.type === 'kickoff.moved' || ((isMaterial(event) || turned || found) && !scheduled)) standing = [];
          if (event.type === 'source.added') signed.set(event.source.id, event.source.signed);
          if (event.type === 'source.classified') signed.set(event.source, event.signed);
          if (event.type === 'kickoff.scheduled') scheduled = true;
          if (event.type === 'kickoff.moved') scheduled = false;
        }
        const valid = one.state().signoffs.filter((signoff) => signoff.voided === null);
        expect(valid.map((signoff) => signoff.party).toSorted()).toEqual(standing.toSorted());
      }),
    );
  });

  it('folding the stream gives the state that was built step by step, every time', () => {
    check(
      fc.property(runs, (run) => {
        const one = play(run, tryOne);
        expect(fold(one.id, one.recorded)).toEqual(one.state());
        expect(fold(one.id, structuredClone(one.recorded))).toEqual(fold(one.id, one.recorded));
        expect(one.state().revision).toBe(one.recorded.length);
      }),
    );
  });

  it('the packet version grows by one with each event of content, and with no other', () => {
    check(
      fc.property(runs, (run) => {
        const one = play(run, tryOne);
        let state: Handoff | null = null;
        for (const recorded of one.recorded) {
          const before: number = state?.packetVersion ?? 0;
          state = apply(state, one.id, recorded);
          expect(state.packetVersion - before).toBe(noContent.has(recorded.event.type) ? 0 : 1);
        }
      }),
    );
  });

  it('the score is a whole number from 0 to 100, and 100 exactly when ready', () => {
    check(
      fc.property(runs, (run) => {
        play(run, (one, who, command) => {
          tryOne(one, who, command);
          const { score, ready } = one.readiness();
          expect(Number.isInteger(score) && score >= 0 && score <= 100).toBe(true);
          expect(score === 100).toBe(ready);
        });
      }),
    );
  });

  it('what is refused is refused with a code and a sentence, and nothing is recorded', () => {
    check(
      fc.property(runs, (run) => {
        play(run, (one, who, command) => {
          const before = one.recorded.length;
          const error = tryOne(one, who, command);
          if (error === null) return;
          expect(error).toBeInstanceOf(Refusal);
          if (!(error instanceof Refusal)) return;
          expect(error.code).toMatch(/^[a-z_]+$/);
          expect(error.message).toMatch(/^(?:[^\n]{8,}[.!?]|[^\n]+[.:](?:\n• [^\n]+)+(?:\n… and \d+ more)?)$/);
          expect(error.message).not.toMatch(/undefined|null|NaN|\[object|<@>/);
          expect(one.recorded).toHaveLength(before);
        });
      }),
    );
  });

  it('no command changes the state it was given', () => {
    check(
      fc.property(runs, (run) => {
        play(run, (one, who, command) => {
          deepFreeze(one.state());
          const error = tryOne(one, who, deepFreeze(command));
          expect(error === null || error instanceof Refusal).toBe(true);
        });
      }),
    );
  });

  it('each event reads back from the record as it was written', () => {
    check(
      fc.property(runs, (run) => {
        for (const { event } of play(run, tryOne).recorded)
          expect(HandoffEvent.parse(JSON.parse(JSON.stringify(event)))).toEqual(event);
      }),
    );
  });
});
