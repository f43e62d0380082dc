import { mrkdwn } from '../../platform/slack/index.ts';
import type { HandoffRow } from '../../record/queries.ts';
import { bar, day, mention, plural } from '../kit/text.ts';

export const help = [
  '*Baton carries a sold deal to the people who deliver it.*',
  '`/handoff new` opens a handoff for a deal that closed',
  '`/handoff list` shows your handoffs by kickoff date',
  '`/handoff status` says what is missing; in a handoff’s channel, or with a deal id behind it',
  '`/handoff ask` and a question quotes what the packet and the sources say, or says that it is not there',
  '`/handoff help` shows this',
].join('\n');

export const unknown = (word: string): string => `I do not know “${mrkdwn(word, 40)}”.\n${help}`;

const line = (row: HandoffRow, channel: string | null, today: string): string =>
  `• ${channel ? `<#${channel}>` : `*${mrkdwn(row.name, 60)}*`} · ${mrkdwn(row.customer, 60)} · kickoff ${day(row.kickoffDate, today)} · ${row.score} % · ${row.stage}`;

export const list = (rows: readonly { row: HandoffRow; channel: string | null }[], today: string): string => {
  if (rows.length === 0) return 'You have no handoff yet. `/handoff new` opens one.';
  const shown = rows.slice(0, 20).map(({ row, channel }) => line(row, channel, today));
  const more = rows.length > shown.length ? [`… and ${plural(rows.length - shown.length, 'more handoff')}`] : [];
  return [`*Your ${plural(rows.length, 'handoff')}, by kickoff date*`, ...shown, ...more].join('\n');
};

export const status = (
  row: HandoffRow,
  missing: readonly { text: string; owners: string[] }[],
  today: string,
): string =>
  [
    `*${mrkdwn(row.name, 80)}* · kickoff ${day(row.kickoffDate, today)}`,
    `${bar(row.score)} ${row.score} % · stage: ${row.stage}`,
    ...(missing.length === 0 ? ['Nothing is missing.'] : ['Missing for kickoff:']),
    ...missing
      .slice(0, 12)
      .map((one) => `• ${mrkdwn(one.text, 140)}${one.owners.length ? ` · ${one.owners.map(mention).join(', ')}` : ''}`),
    ...(missing.length > 12 ? [`… and ${missing.length - 12} more`] : []),
  ].join('\n');
