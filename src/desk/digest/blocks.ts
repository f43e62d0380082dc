import type { KnownBlock } from '@slack/types';
import type { Digest, DigestRow } from '../../handoff/digest.ts';
import { mrkdwn } from '../../platform/slack/index.ts';
import { context, header, section } from '../kit/blocks.ts';
import type { Shown } from '../kit/show.ts';
import { bar, day, mention, plural } from '../kit/text.ts';

const change = ({ score, before }: DigestRow): string => {
  if (before === null) return 'new this week';
  const delta = score - before;
  return delta === 0 ? 'no change' : delta > 0 ? `+${delta} since last week` : `${delta} since last week`;
};

const row = (one: DigestRow, channel: string | null, today: string): string =>
  [
    `*${mrkdwn(one.customer, 60)} · ${mrkdwn(one.name, 80)}* · kickoff ${day(one.kickoffDate, today)}${one.scheduled ? ', scheduled' : ''}`,
    `\`${bar(one.score)}\` ${one.score} % · ${change(one)}${one.blocker === '' ? '' : ` · ${mrkdwn(one.blocker, 100)} · ${mention(one.owner)}`}`,
    `First milestone: ${mrkdwn(one.firstMilestone, 80)} · escalation: ${mention(one.escalation)}${channel ? ` · <#${channel}>` : ''}`,
  ].join('\n');

const shownRows = 10;

/** The week's readiness, by kickoff date, in under forty lines. */
export const digestMessage = (digest: Digest, channels: ReadonlyMap<string, string>, today: string): Shown => {
  const rows = digest.rows.slice(0, shownRows);
  const blocks: KnownBlock[] = [
    header('Kickoff readiness'),
    section(`*${digest.headline}*`),
    ...rows.map((one) => section(row(one, channels.get(one.handoff) ?? null, today))),
    ...(digest.rows.length > shownRows
      ? [context(`… and ${plural(digest.rows.length - shownRows, 'more handoff')}, later than these.`)]
      : []),
    ...(digest.rows.length === 0 ? [context('`/handoff new` opens a handoff when a deal closes.')] : []),
    context(`Week of ${day(digest.slot, today)}. It comes every Monday at nine.`),
  ];
  return { text: `Kickoff readiness: ${digest.headline}`, blocks };
};
