import { person } from '../../handoff/actor.ts';
import type { Command } from '../../handoff/command.ts';
import { decide } from '../../handoff/decide/index.ts';
import { Refusal } from '../../handoff/refusal.ts';
import type { Handoff } from '../../handoff/state.ts';
import type { Desk } from './desk.ts';

export const loadHandoff = (desk: Desk, h: string): Handoff => {
  const handoff = desk.record.load(h);
  if (!handoff) throw new Refusal('no_such_handoff', 'I do not know this handoff.');
  return handoff;
};

/** Words that pass every check, for a command whose words nobody has typed yet. */
export const anyWords = 'Here a person will write a sentence.';

/**
 * Asks the domain whether this person could do this now, and records nothing: who may not, or comes too late, hears the same
 * `Refusal` at the click as after the typing.
 */
export const rehearse = (desk: Desk, handoff: Handoff, user: string, command: Command): void => {
  const { calendar, clock, policy, zone } = desk;
  decide(handoff, command, {
    actor: person(user),
    now: clock.now(),
    policy,
    calendar,
    zone,
    newId: (prefix) => prefix,
  });
};
