import { expect } from 'vitest';
import type { Actor } from '../../../src/handoff/actor.ts';
import type { Command } from '../../../src/handoff/command.ts';
import { type Context, decide } from '../../../src/handoff/decide/index.ts';
import type { Decision } from '../../../src/handoff/decisions.ts';
import type { HandoffEvent, Recorded } from '../../../src/handoff/events.ts';
import { apply } from '../../../src/handoff/fold.ts';
import { defaultPolicy } from '../../../src/handoff/policy.ts';
import { proposals } from '../../../src/handoff/proposals.ts';
import { type Readiness, readiness } from '../../../src/handoff/readiness.ts';
import { Refusal } from '../../../src/handoff/refusal.ts';
import type { FlagState, Handoff } from '../../../src/handoff/state.ts';
import type { FlagType } from '../../../src/handoff/vocabulary.ts';
import { calendar } from '../../../src/platform/calendar/index.ts';
import { reading } from './analysis.ts';

import { anna, call, contract, deep, opening, reader, ruth } from './deal.ts';

const noon = new Date('2026-11-16T11:00:00Z');

/** An in-memory stream of one handoff: what a person asks is decided, and what was decided is folded. */
export interface Stream {
  readonly recorded: readonly Recorded[];
  readonly id: string;
  state: () => Handoff;
  readiness: () => Readiness;
  /** Decides without recording. */
  attempt: (actor: Actor, command: Command) => HandoffEvent[];
  run: (actor: Actor, command: Command) => HandoffEvent[];
  refused: (actor: Actor, command: Command) => Refusal;
  flag: (type: FlagType) => FlagState;
  vote: (actor: Actor, type: FlagType, decision: Decision, owner?: string) => HandoffEvent[];
}

export const stream = (now: Date = noon): Stream => {
  const id = 'h1';
  const recorded: Recorded[] = [];
  let state: Handoff | null = null;
  let ids = 0;

  const contextOf = (actor: Actor): Context => ({
    actor,
    now,
    policy: defaultPolicy,
    calendar,
    zone: 'Europe/Vienna',
    newId: (prefix) => {
      ids += 1;
      return `${prefix}${ids}`;
    },
  });
  const current = (): Handoff => {
    if (!state) throw new Error('the handoff is not open');
    return state;
  };
  const attempt = (actor: Actor, command: Command): HandoffEvent[] => decide(state, command, contextOf(actor));
  const run = (actor: Actor, command: Command): HandoffEvent[] => {
    const events = attempt(actor, command);
    for (const event of events) {
      const one: Recorded = { seq: recorded.length + 1, at: now.toISOString(), actor, event };
      recorded.push(one);
      state = apply(state, id, one);
    }
    return events;
  };
  const flag = (type: FlagType): FlagState => {
    const found = current().flags.find((one) => one.flag.type === type);
    if (!found) throw new Error(`no flag of type ${type}`);
    return found;
  };
  return {
    recorded,
    id,
    state: current,
    readiness: () => readiness(current(), defaultPolicy, calendar.localDate(now, 'Europe/Vienna')),
    attempt,
    run,
    refused: (actor, command) => {
      try {
        attempt(actor, command);
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal);
        if (error instanceof Refusal) return error;
      }
      throw new Error(`${command.type} was not refused`);
    },
    flag,
    vote: (actor, type, decision, owner) =>
      run(actor, {
        type: 'decide_flag',
        flag: flag(type).flag.id,
        decision,
        reason: 'we talked it over',
        owner: owner ?? null,
      }),
  };
};

type Step = readonly [Actor, Command];

/** An open handoff after these commands. */
export const given = (...steps: Step[]): Stream => {
  const one = stream();
  one.run(anna, opening());
  for (const [actor, command] of steps) one.run(actor, command);
  return one;
};

/** Contract and call are in and read; eight flags are open. */
export const givenFlags = (...steps: Step[]): Stream =>
  given([anna, contract], [anna, call], [reader, reading()], ...steps);

/** All flags are decided: one delivered, one delivered with the approver, one not sold, one by change order. */
export const givenDecided = (): Stream => {
  const one = givenFlags();
  one.vote(anna, 'implied_promise', 'deliver');
  one.vote(deep, 'implied_promise', 'deliver');
  one.vote(anna, 'buried_concession', 'deliver');
  one.vote(deep, 'buried_concession', 'deliver');
  one.vote(ruth, 'buried_concession', 'deliver');
  one.vote(anna, 'contradiction', 'not_sold');
  one.vote(deep, 'unusual_support', 'change_order');
  one.vote(deep, 'missing_acceptance_criteria', 'answer');
  one.vote(anna, 'access_risk', 'accept_risk');
  one.vote(deep, 'access_risk', 'accept_risk');
  one.vote(deep, 'ambiguous_deliverable', 'answer');
  one.vote(deep, 'unclear_owner', 'answer');
  const order = one.state().changeOrders[0];
  one.run(anna, { type: 'settle_change_order', id: order?.id ?? '', status: 'signed', note: 'signed on paper' });
  return one;
};

/** Nothing is missing but the two signatures. */
export const givenComplete = (): Stream => {
  const one = givenDecided();
  const tick = (...groups: Parameters<typeof proposals>[1][]): string[] =>
    groups.flatMap((group) => proposals(one.state(), group)).map((proposal) => proposal.id);
  const answer = (input: 'buyer_goal' | 'scope' | 'stakeholders', ids: string[]) =>
    one.run(anna, { type: 'answer_input', input, text: `What we know of it: ${input} as sold`, accepted: ids });
  answer('buyer_goal', tick('buyerIntent'));
  answer('scope', tick('scope', 'commitments'));
  answer('stakeholders', tick('stakeholders'));
  one.run(deep, { type: 'answer_input', input: 'risks', text: '', accepted: tick('risks', 'dependencies') });
  one.run(deep, { type: 'answer_input', input: 'success_criteria', text: '', accepted: tick('successMetrics') });
  one.run(anna, { type: 'skip_input', input: 'stretch', reason: 'does_not_apply', note: 'nothing was stretched' });
  return one;
};

export const signBoth = (one: Stream): Stream => {
  one.run(anna, { type: 'sign', party: 'sales', version: one.state().packetVersion });
  one.run(deep, { type: 'sign', party: 'delivery', version: one.state().packetVersion });
  return one;
};

export const givenReady = (): Stream => signBoth(givenComplete());

export const types = (events: readonly HandoffEvent[]): string[] => events.map((event) => event.type);
