import type { SignoffParty } from '../../handoff/events.ts';
import { beforeSigning, type Readiness } from '../../handoff/readiness.ts';
import type { Role } from '../../handoff/roles.ts';
import { type Handoff, type Signoff, validSignoff } from '../../handoff/state.ts';
import { mrkdwn } from '../../platform/slack/index.ts';
import { actions, button, context, linkButton, section } from '../kit/blocks.ts';
import type { Shown } from '../kit/show.ts';
import { mention, moment, plural } from '../kit/text.ts';

export const signerRole: Record<SignoffParty, Role> = { sales: 'account_owner', delivery: 'delivery_lead' };

export const signerOf = (handoff: Handoff, party: SignoffParty): string =>
  party === 'sales' ? handoff.team.account_owner : handoff.team.delivery_lead;

const parties: readonly SignoffParty[] = ['sales', 'delivery'];
const partyTitle: Record<SignoffParty, string> = { sales: 'Sales', delivery: 'Delivery' };
const verb: Record<SignoffParty, string> = { sales: 'Sign for sales', delivery: 'Acknowledge for delivery' };

const partyLine = (handoff: Handoff, party: SignoffParty): string => {
  const standing = validSignoff(handoff, party);
  if (standing)
    return `*${partyTitle[party]}*: ✓ v${standing.version} signed by ${mention(standing.by)}, ${moment(standing.at)}`;
  const voided = handoff.signoffs.findLast((one) => one.party === party);
  const signer = mention(signerOf(handoff, party));
  return voided
    ? `*${partyTitle[party]}*: open again, ${signer} signs`
    : `*${partyTitle[party]}*: not signed yet, ${signer} signs`;
};

const voidedLine = (one: Signoff): string =>
  `v${one.version} signed for ${one.party} by ${mention(one.by)} was voided ${one.voided ? moment(one.voided.at) : ''}: ${mrkdwn(one.voided?.because ?? '', 200)}.`;

const plainly = (handoff: Handoff, party: SignoffParty): string => {
  const standing = validSignoff(handoff, party);
  return standing ? `${party} signed v${standing.version}` : `${party} has not signed`;
};

const signButton = ({ id, packetVersion }: Handoff, party: SignoffParty) =>
  button({
    text: `${verb[party]} (v${packetVersion})`,
    action: 'sign.open',
    value: { h: id, party },
    style: 'primary',
  });

/** Who signed which version, and what voided it. Nobody is asked to sign while other things are missing. */
export const signoffsMessage = (handoff: Handoff, readiness: Readiness): Shown => {
  const { packetVersion } = handoff;
  const missing = beforeSigning(readiness.missing).length;
  const open = parties.filter((party) => !validSignoff(handoff, party));
  const over = handoff.cancelled !== null || handoff.kickoff !== null;
  const voided = handoff.signoffs.filter((one) => one.voided !== null);
  const state = handoff.cancelled
    ? 'The handoff was cancelled: nothing is left to sign.'
    : open.length === 0
      ? `Both signed the packet${handoff.kickoff ? ', and kickoff is scheduled' : ''}.`
      : missing === 0
        ? `Nothing else is missing: v${packetVersion} can be signed.`
        : `${missing === 1 ? 'One thing is' : `${missing} things are`} missing first; the desk lists ${missing === 1 ? 'it' : 'them'}.`;
  const ask = !over && open.length > 0;
  return {
    text: `Signoffs: ${parties.map((party) => plainly(handoff, party)).join(', ')}. ${ask && missing > 0 ? `${plural(missing, 'thing')} missing before that.` : state}`,
    blocks: [
      section(['*Signoffs*', state].join('\n')),
      // A block of its own each: one block takes an action id once.
      ...parties.map((party) =>
        section(
          partyLine(handoff, party),
          ask && missing === 0 && open.includes(party) ? signButton(handoff, party) : undefined,
        ),
      ),
      ...(voided.length > 0 ? [context(...voided.slice(-3).map(voidedLine))] : []),
    ],
  };
};

export interface Voiding {
  party: SignoffParty;
  version: number;
  because: string;
}

/** To the person whose signature no longer stands: which, why, and what to do. */
export const voidedMessage = (
  handoff: Handoff,
  readiness: Readiness,
  { party, version, because }: Voiding,
  deskLink: string | null,
  user: string,
): Shown => {
  const deal = `*${mrkdwn(handoff.deal.customer, 100)} · ${mrkdwn(handoff.deal.name, 100)}*`;
  const missing = beforeSigning(readiness.missing).length;
  const again = validSignoff(handoff, party);
  const mine = signerOf(handoff, party) === user;
  const next = handoff.cancelled
    ? 'The handoff was cancelled since; there is nothing to do.'
    : !mine
      ? `${mention(signerOf(handoff, party))} signs for ${party} now; there is nothing for you to do.`
      : again
        ? `You signed v${again.version} since; there is nothing to do.`
        : missing > 0
          ? `Nothing to sign yet: ${plural(missing, 'thing')} must be settled first. Then look at what changed and sign anew.`
          : `Look at what changed, then sign v${handoff.packetVersion}.`;
  const buttons = [
    ...(!handoff.cancelled && !again && missing === 0 && mine ? [signButton(handoff, party)] : []),
    ...(deskLink ? [linkButton('Open the desk', 'sign.desk', deskLink)] : []),
  ];
  return {
    text: `Your ${party} signature on v${version} of ${mrkdwn(handoff.deal.name, 100)} was voided: ${mrkdwn(because, 200)}.`,
    blocks: [
      section(
        `Your signature for ${party} on v${version} of the packet for ${deal} no longer stands: ${mrkdwn(because, 200)}.\n${next}`,
      ),
      ...actions(...buttons),
    ],
  };
};
