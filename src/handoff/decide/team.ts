import type { CommandOf } from '../command.ts';
import type { HandoffEvent } from '../events.ts';
import { Refusal } from '../refusal.ts';
import { rolesOf, roleTitle } from '../roles.ts';
import { words } from '../sealed.ts';
import type { Handoff } from '../state.ts';
import { type Context, requireMember, requireText } from './context.ts';

/** Somebody else takes a role: whoever is left in the team may say so. As at the opening, the roles are three people. */
export const changeTeam = (handoff: Handoff, command: CommandOf<'change_team'>, context: Context): HandoffEvent[] => {
  requireMember(handoff, context, 'hand a role to somebody else');
  const [held] = rolesOf(handoff.team, command.to);
  if (held !== undefined) {
    const message =
      held === command.role
        ? `This person is the ${roleTitle[held]} already. Choose somebody else.`
        : `This person is the ${roleTitle[held]} already, and the roles are different people. Choose somebody else.`;
    throw new Refusal('holds_a_role', message, { to: message });
  }
  const reason = words(requireText(command.reason, 'reason', 'Say why the role changes hands.'));
  return [{ type: 'team.changed', role: command.role, from: handoff.team[command.role], to: command.to, reason }];
};
