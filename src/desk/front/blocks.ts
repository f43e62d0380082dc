import type { KnownBlock } from '@slack/types';
import type { Missing, Readiness } from '../../handoff/readiness.ts';
import { stageOf } from '../../handoff/readiness.ts';
import { type Handoff, openFlags } from '../../handoff/state.ts';
import { mrkdwn } from '../../platform/slack/index.ts';
import { actions, button, context, header, option, section } from '../kit/blocks.ts';
import { several } from '../kit/several.ts';
import type { Shown } from '../kit/show.ts';
import { bar, day, mention, plural } from '../kit/text.ts';
import { nextLine, subjectOf } from './next-line.ts';

const owners = (missing: readonly Missing[]): string => {
  const counts = new Map<string, number>();
  for (const one of missing) for (const user of one.owners) counts.set(user, (counts.get(user) ?? 0) + 1);
  if (missing.length === 1) return [...counts.keys()].map(mention).join(', ');
  return [...counts].map(([user, count]) => `${mention(user)} (${count})`).join(', ');
};

/** One line a kind of thing; a single one is named. */
const missingLines = (handoff: Handoff, missing: readonly Missing[]): string[] => {
  const codes = [...new Set(missing.map((one) => one.code))];
  return codes.map((code) => {
    const these = missing.filter((one) => one.code === code);
    const first = these[0];
    const title = these.length === 1 && first ? subjectOf(handoff, first) : (several(code, these.length) ?? '');
    const who = owners(these);
    return `•  ${title}${who === '' ? '' : ` · ${who}`}`;
  });
};

const scheduleButton = (h: string, ready: boolean) =>
  button({
    text: 'Schedule kickoff',
    action: 'kickoff.open',
    value: { h },
    ...(ready ? { style: 'primary' as const } : {}),
  });

/** The line begins with the word “Kickoff” already. */
const whenWords = (until: string): string => until.replace(/^kickoff (is |date )?/, '');

/** The desk: where do we stand, what is missing, who acts next. Pinned, edited in place, never posted again. */
export const deskMessage = (
  handoff: Handoff,
  readiness: Readiness,
  when: { today: string; until: string; absent: readonly string[] },
): Shown => {
  const { deal } = handoff;
  const date = handoff.kickoff?.date ?? deal.kickoffDate;
  const title = `${deal.customer} · ${deal.name}`;
  const stage = stageOf(handoff, readiness);
  const flags = openFlags(handoff).length;
  const questions = handoff.questions.filter((one) => one.answer === null).length;
  const h = handoff.id;
  const closed = handoff.cancelled !== null;
  const blocks: KnownBlock[] = [
    header(title),
    section(
      `*Kickoff* ${day(date, when.today)} · ${handoff.kickoff ? 'scheduled' : whenWords(when.until)}\n*Readiness* \`${bar(readiness.score)}\` ${readiness.score} % · stage: ${stage}`,
    ),
    ...(readiness.missing.length > 0 && !closed
      ? [section([`*Missing for kickoff*`, ...missingLines(handoff, readiness.missing)].join('\n'))]
      : []),
    section(
      nextLine(handoff, readiness),
      closed || handoff.kickoff || readiness.ready
        ? undefined
        : button({ text: 'Open my next item', action: 'desk.next', value: { h }, style: 'primary' }),
    ),
    ...(closed
      ? []
      : actions(
          button({ text: `Packet v${handoff.packetVersion}`, action: 'packet.open', value: { h } }),
          ...(flags > 0 ? [button({ text: `Flags ${flags}`, action: 'flag.next', value: { h } })] : []),
          ...(questions > 0 ? [button({ text: `Questions ${questions}`, action: 'question.next', value: { h } })] : []),
          ...(handoff.kickoff ? [] : [scheduleButton(h, readiness.ready)]),
          {
            type: 'overflow',
            action_id: 'desk.more',
            options: [
              option('Move the kickoff date', JSON.stringify({ h, do: 'move' })),
              option('Hand a role to somebody else', JSON.stringify({ h, do: 'team' })),
              option('Cancel this handoff', JSON.stringify({ h, do: 'cancel' })),
            ],
          },
        )),
    ...(when.absent.length > 0
      ? [
          context(
            `I could not invite ${when.absent.map(mention).join(' and ')}: perhaps they left, or are guests. Invite them by hand, or hand their part to somebody else.`,
          ),
        ]
      : []),
    ...(handoff.unknownType
      ? [context(`There is no template for “${mrkdwn(handoff.unknownType, 60)}” yet, so I use the general one.`)]
      : []),
  ];
  const missing = readiness.missing.length;
  return {
    text: `${mrkdwn(title, 200)}: ${readiness.score} % ready, ${missing === 0 ? 'nothing missing' : `${plural(missing, 'thing')} missing`}`,
    blocks,
  };
};
