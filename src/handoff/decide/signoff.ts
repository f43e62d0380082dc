import type { CommandOf } from '../command.ts';
import type { HandoffEvent, SignoffParty } from '../events.ts';
import { beforeSigning, readiness } from '../readiness.ts';
import { Refusal } from '../refusal.ts';
import type { Role } from '../roles.ts';
import { type Handoff, validSignoff } from '../state.ts';
import { materialChange } from '../versioning.ts';
import { type Context, requireRole, today } from './context.ts';

const signer: Record<SignoffParty, Role> = { sales: 'account_owner', delivery: 'delivery_lead' };

export const sign = (handoff: Handoff, command: CommandOf<'sign'>, context: Context): HandoffEvent[] => {
  requireRole(
    handoff,
    context,
    [signer[command.party]],
    command.party === 'sales' ? 'sign for sales' : 'acknowledge for delivery',
  );
  if (handoff.kickoff) throw new Refusal('already_scheduled', 'Kickoff is scheduled; there is nothing left to sign.');
  const standing = validSignoff(handoff, command.party);
  if (standing) throw new Refusal('already_signed', `You already signed v${standing.version}. It still stands.`);
  if (command.version !== handoff.packetVersion)
    throw new Refusal(
      'version_moved',
      `The packet moved on to v${handoff.packetVersion} while you were reading v${command.version}. Look at it again, then sign.`,
    );
  const open = beforeSigning(readiness(handoff, context.policy, today(context)).missing);
  if (open.length > 0) {
    const first = open.slice(0, 5).map((one) => `• ${one.text}`);
    if (open.length > 5) first.push(`… and ${open.length - 5} more`);
    throw new Refusal(
      'not_ready_to_sign',
      [
        `Before a signature, ${open.length === 1 ? 'one thing is' : `${open.length} things are`} missing:`,
        ...first,
      ].join('\n'),
    );
  }
  return [{ type: 'packet.signed', party: command.party, version: command.version }];
};

/** Law 4: a material change voids the signatures that name an earlier version. Added to every decision, in one place. */
export const voidedSignoffs = (handoff: Handoff, events: readonly HandoffEvent[]): HandoffEvent[] => {
  // after kickoff the packet lives on, and what was signed for kickoff stands; a moved kickoff is signed anew
  if (handoff.kickoff && !events.some((event) => event.type === 'kickoff.moved')) return [];
  const because = events.map((event) => materialChange(event, handoff)).find((reason) => reason !== null);
  if (because === undefined || because === null) return [];
  return handoff.signoffs
    .filter((one) => one.voided === null)
    .map((one) => ({ type: 'signoff.voided', party: one.party, version: one.version, because }));
};
