import { addDays } from '../../handoff/calendar.ts';
import type { Handoff } from '../../handoff/state.ts';
import { templateFor } from '../../handoff/templates.ts';
import { mrkdwn } from '../../platform/slack/index.ts';
import { actions, context, linkButton, section } from '../kit/blocks.ts';
import type { Shown } from '../kit/show.ts';
import { day, mention } from '../kit/text.ts';

/** The announcement in the channel; null while kickoff is not scheduled. `link` leads to the packet. */
export const kickoffMessage = (handoff: Handoff, today: string, link: string | null): Shown | null => {
  const { kickoff, deal, team } = handoff;
  if (!kickoff) return null;
  const title = `${mrkdwn(deal.customer, 100)} · ${mrkdwn(deal.name, 100)}`;
  const on = day(kickoff.date, today);
  if (handoff.cancelled) {
    const text = `Kickoff on ${on} does not take place: the handoff was cancelled by ${mention(handoff.cancelled.by)}.`;
    return { text: `${title}: ${text}`, blocks: [section(`*${title}*\n${text}`)] };
  }
  const milestones = templateFor(deal.type).template.milestones.map(
    (one) => `•  ${day(addDays(kickoff.date, one.day), today)} · ${one.title}`,
  );
  return {
    text: `Kickoff for ${title} is scheduled: ${on}, on packet v${kickoff.version}.`,
    blocks: [
      section(
        `*Kickoff is scheduled: ${on}*\n${title}\n${mention(team.delivery_lead)} takes over from ${mention(team.account_owner)}, on packet v${kickoff.version}.`,
      ),
      section(['*First milestones*', ...milestones].join('\n')),
      ...(link ? actions(linkButton(`Open packet v${kickoff.version}`, 'packet.link', link)) : []),
      context(`Scheduled by ${mention(kickoff.by)}.${link ? '' : ' The packet is linked in the thread of the desk.'}`),
    ],
  };
};
