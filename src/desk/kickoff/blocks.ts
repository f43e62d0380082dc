import { addDays, onWorkday } from '../../handoff/calendar.ts';
import type { Handoff } from '../../handoff/state.ts';
import { templateFor } from '../../handoff/templates.ts';
import { mrkdwn } from '../../platform/slack/index.ts';
import { actions, context, linkButton, section } from '../kit/blocks.ts';
import type { Shown } from '../kit/show.ts';
import { day, excerpt, mention } from '../kit/text.ts';

/** What is left of the announcement once it no longer holds: edited, not posted again. */
const recalled = (handoff: Handoff, from: string, today: string): string => {
  const on = day(from, today);
  if (handoff.cancelled)
    return `Kickoff on ${on} does not take place: the handoff was cancelled by ${mention(handoff.cancelled.by)}.`;
  const { kickoffMoved: moved, deal } = handoff;
  const why = moved ? ` Moved by ${mention(moved.by)}: ${mrkdwn(excerpt(moved.reason, 200), 500)}` : '';
  return `Kickoff moved: was ${on}, now planned for ${day(deal.kickoffDate, today)}. Both sides sign again.${why}`;
};

/** The announcement in the channel; null while kickoff was never scheduled. `link` leads to the packet. */
export const kickoffMessage = (handoff: Handoff, today: string, link: string | null): Shown | null => {
  const { kickoff, kickoffMoved, deal, team } = handoff;
  const title = `${mrkdwn(deal.customer, 100)} · ${mrkdwn(deal.name, 100)}`;
  const from = kickoff?.date ?? kickoffMoved?.from;
  if (from === undefined) return null;
  if (!kickoff || handoff.cancelled) {
    const text = recalled(handoff, from, today);
    return { text: `${title}: ${text}`, blocks: [section(`*${title}*\n${text}`)] };
  }
  const on = day(kickoff.date, today);
  const milestones = templateFor(deal.type).template.milestones.map(
    (one) => `•  ${day(onWorkday(addDays(kickoff.date, one.day)), today)} · ${one.title}`,
  );
  return {
    text: `Kickoff for ${title} is scheduled: ${on}, on packet v${kickoff.version}.`,
    blocks: [
      section(
        `*Kickoff is scheduled: ${on}*\n${title}\n${mention(team.delivery_lead)} takes over from ${mention(team.account_owner)}, on packet v${kickoff.version}.`,
      ),
      section(['*First milestones*', ...milestones].join('\n')),
      ...(link ? actions(linkButton('Open the packet', 'packet.link', link)) : []),
      context(`Scheduled by ${mention(kickoff.by)}.${link ? '' : ' The packet is linked in the thread of the desk.'}`),
    ],
  };
};
