import type { KnownBlock } from '@slack/types';
import { mrkdwn } from '../../platform/slack/index.ts';
import { actions, button, context, section } from '../kit/blocks.ts';
import { several } from '../kit/several.ts';
import type { Shown } from '../kit/show.ts';
import { day, excerpt, plural } from '../kit/text.ts';

export interface NudgeDeal {
  h: string;
  name: string;
  channel: string | null;
  kickoffDate: string;
  until: string;
  items: { code: string; about: string; text: string }[];
}

/** More than this of a kind become one line with their number. */
const named = 3;

const itemLines = (items: NudgeDeal['items']): string[] =>
  [...new Set(items.map((item) => item.code))].flatMap((code) => {
    const these = items.filter((item) => item.code === code);
    const together = these.length > named ? several(code, these.length) : null;
    return together ? [`•  ${together}`] : these.map((item) => `•  ${mrkdwn(excerpt(item.text, 140), 300)}`);
  });

/** One direct message with everything that waits for a person, most urgent kickoff first; it ends with when the next would come. */
export const nudgeMessage = (deals: readonly NudgeDeal[], today: string, next: string | null): Shown => {
  const count = deals.reduce((sum, deal) => sum + deal.items.length, 0);
  const title =
    deals.length === 1
      ? `${plural(count, 'thing')} before kickoff`
      : `${plural(count, 'thing')} before ${plural(deals.length, 'kickoff')}`;
  const first = deals[0];
  const blocks: KnownBlock[] = [
    section(
      `*${count === 1 ? 'One thing waits' : `${count} things wait`} for you before ${deals.length === 1 ? 'kickoff' : `${deals.length} kickoffs`}.*`,
    ),
    ...deals
      .slice(0, 8)
      .flatMap((deal): KnownBlock[] => [
        section(
          [
            `*${deal.channel ? `<#${deal.channel}>` : mrkdwn(deal.name, 80)}* · ${deal.until} (${day(deal.kickoffDate, today)})`,
            ...itemLines(deal.items),
          ].join('\n'),
        ),
        ...actions(button({ text: 'Open the first one', action: 'desk.next', value: { h: deal.h }, style: 'primary' })),
      ]),
    ...(deals.length > 8 ? [context(`… and ${deals.length - 8} more kickoffs in \`/handoff list\``)] : []),
    context(
      next
        ? `I will remind you again on ${day(next, today)}, if something is still open.`
        : 'This is the last reminder before kickoff.',
    ),
  ];
  return { text: first ? `${title}: ${mrkdwn(first.items[0]?.text ?? first.name, 140)}` : title, blocks };
};
