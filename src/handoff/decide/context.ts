import type { Actor } from '../actor.ts';
import type { Calendar } from '../calendar.ts';
import type { Policy } from '../policy.ts';
import { Refusal } from '../refusal.ts';
import { type Role, rolesOf, roleTitle } from '../roles.ts';
import type { Handoff } from '../state.ts';

/** Everything a decision may lean on besides the state and the command. */
export interface Context {
  actor: Actor;
  now: Date;
  policy: Policy;
  calendar: Calendar;
  /** The zone in which "today" is meant. */
  zone: string;
  newId: (prefix: string) => string;
}

export const today = (context: Context): string => context.calendar.localDate(context.now, context.zone);

/** The person who acts; a rule of Baton's own may propose, never decide. */
export const personOf = (context: Context): string => {
  if (context.actor.kind !== 'person') throw new Refusal('person_needed', 'Only a person may do this.');
  return context.actor.user;
};

/** Findings are the machine's to record; nobody signs their own reading in its name. */
export const requireBaton = (context: Context): void => {
  if (context.actor.kind !== 'baton') throw new Refusal('not_allowed', 'Only Baton itself records what it read.');
};

/** Law: who may do this is checked against the record, at the click. */
export const requireRole = (handoff: Handoff, context: Context, roles: readonly Role[], what: string): Role[] => {
  const held = rolesOf(handoff.team, personOf(context));
  if (held.some((role) => roles.includes(role))) return held;
  const who = roles.flatMap((role) =>
    handoff.team[role] ? [`the ${roleTitle[role]} (<@${handoff.team[role]}>)`] : [],
  );
  const all = who.length < 3 ? who.join(' or ') : `${who.slice(0, -1).join(', ')} or ${who.at(-1)}`;
  throw new Refusal('not_allowed', `Only ${all} can ${what}.`);
};

export const requireMember = (handoff: Handoff, context: Context, what: string): Role[] =>
  requireRole(handoff, context, ['account_owner', 'delivery_lead', 'approver'], what);

export const requireText = (text: string, field: string, message: string): string => {
  const trimmed = text.trim();
  if (trimmed === '') throw new Refusal('text_needed', message, { [field]: message });
  return trimmed;
};
