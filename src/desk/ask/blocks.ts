import type { KnownBlock } from '@slack/types';
import type { Answer, Quoted } from '../../analysis/answering/index.ts';
import type { Handoff } from '../../handoff/state.ts';
import { sourceTitle } from '../../handoff/titles.ts';
import { mrkdwn } from '../../platform/slack/index.ts';
import { address } from '../kit/address.ts';
import { actions, button, context, option, plain, section } from '../kit/blocks.ts';
import type { Shown } from '../kit/show.ts';
import { excerpt, plural } from '../kit/text.ts';
import { type Marks, marksOf, mrkdwnLine } from '../packet/inline.ts';
import { capital, standingWords, standsAs, unclear } from './words.ts';

/** How much of a passage is quoted; the link leads to the rest. In UTF-16 units. */
const longestQuote = 600;

/** A row without the bars around it. */
const row = (text: string): string => text.replace(/^\|\s*|\s*\|$/g, '');

const quote = (text: string): string => `> ${mrkdwn(`“${excerpt(text, longestQuote)}”`, 2_000)}`;

/** In a conversation there is no source index to look a short name up in: a mark says the file's name. */
const namedMarks = (handoff: Handoff): Marks => ({
  ...marksOf(handoff),
  names: Object.fromEntries(handoff.sources.map((one) => [one.id, excerpt(one.name, 40)])),
});

const placeOf = (handoff: Handoff, id: string, locator: string): string => {
  const source = handoff.sources.find((one) => one.id === id);
  const name = mrkdwn(excerpt(source?.name ?? id, 60)).replaceAll('|', '∣');
  const link = address(source?.link);
  const title = link ? `<${link.replaceAll('&', '&amp;')}|${name}>` : name;
  const kind = source ? `${sourceTitle[source.kind]}${source.signed ? ', signed' : ''}` : '';
  return [title, mrkdwn(excerpt(locator, 120)), kind].filter(Boolean).join(' · ');
};

type FromSource = Extract<Quoted, { from: 'source' }>;

const clauseLine = (handoff: Handoff, { promised }: FromSource): string[] => {
  const clause = promised?.commitment.coverage.clause;
  if (!clause || promised.commitment.coverage.verdict === 'covered') return [];
  return [`Signed: ${mrkdwn(`“${excerpt(clause.quote, 200)}”`)} (${placeOf(handoff, clause.source, clause.locator)})`];
};

/** A clause that somebody promised otherwise: what they said, and whether that was decided. */
const deniedLine = (handoff: Handoff, { denies }: FromSource): string[] => {
  const said = denies?.commitment.evidence[0];
  if (!said) return [];
  const { commitment, standing } = denies;
  const who = commitment.speaker === '' ? 'Somebody' : mrkdwn(excerpt(commitment.speaker, 60));
  return [
    `But ${who} said: ${mrkdwn(`“${excerpt(said.quote, 200)}”`)} (${placeOf(handoff, said.source, said.locator)}). ${capital(standingWords[standing])}.`,
  ];
};

const sourceBlocks = (handoff: Handoff, one: FromSource): KnownBlock[] => {
  const { passage, asked, head, promised, source } = one;
  const who = passage.speaker ? `*${mrkdwn(excerpt(passage.speaker, 60))}*` : null;
  const before = asked
    ? [`${asked.speaker ? `*${mrkdwn(excerpt(asked.speaker, 60))}*` : 'Asked'}\n${quote(asked.text)}`]
    : [];
  return [
    section([...before, [who, quote(row(passage.text))].filter(Boolean).join('\n')].join('\n')),
    context(
      placeOf(handoff, source, passage.locator),
      ...(head === '' ? [] : [`Columns: ${mrkdwn(excerpt(row(head), 200))}`]),
      ...(promised ? [standsAs(promised.commitment, promised.standing)] : []),
      ...clauseLine(handoff, one),
      ...deniedLine(handoff, one),
    ),
  ];
};

const recordBlocks = (
  handoff: Handoff,
  { section: title, line }: Extract<Quoted, { from: 'record' }>,
): KnownBlock[] => [
  section(mrkdwnLine(line, namedMarks(handoff))),
  context(`Packet v${handoff.packetVersion} · ${mrkdwn(title)}`),
];

const wordsOf = (one: Quoted): string =>
  one.from === 'source'
    ? `“${excerpt(one.passage.text, 200)}”`
    : excerpt(one.line.map((part) => (typeof part === 'string' ? part : '')).join(''), 200);

const askedLine = (question: string): KnownBlock => context(`You asked: ${mrkdwn(`“${excerpt(question, 200)}”`)}`);

const searchedLine = (
  { packetVersion }: Handoff,
  { lines, sources, passages }: Extract<Answer, { kind: 'not_found' }>,
) =>
  sources === 0
    ? `I searched packet v${packetVersion} (${plural(lines, 'line')}). No file has been read yet.`
    : `I searched packet v${packetVersion} (${plural(lines, 'line')}) and ${plural(sources, 'source')} (${plural(passages, 'passage')}), word by word.`;

export const unclearMessage = (why: keyof typeof unclear): Shown => ({
  text: unclear[why],
  blocks: [section(unclear[why])],
});

/** What stands above an answer: nothing where the place says it all, the deal, or the deal and the question. */
export type Above = 'nothing' | 'deal' | 'deal_and_question';

/** The answer: quotes with their places, or that there is none. */
export const answerMessage = (handoff: Handoff, answer: Answer, above: Above): Shown => {
  if (answer.kind === 'unclear') return unclearMessage(answer.why);
  const deal = excerpt(`${handoff.deal.customer} · ${handoff.deal.name}`, 120);
  const title = [
    ...(above === 'nothing' ? [] : [section(`*${mrkdwn(deal)}*`)]),
    ...(above === 'deal_and_question' ? [askedLine(answer.question)] : []),
  ];
  if (answer.kind === 'not_found') {
    const searched = searchedLine(handoff, answer);
    return {
      text: `That is not in the record. ${searched}`,
      blocks: [
        ...title,
        section('That is not in the record.'),
        context(searched),
        ...actions(button({ text: 'Ask it as an open question', action: 'question.ask', value: { h: handoff.id } })),
      ],
    };
  }
  return {
    text: mrkdwn(`${deal}: ${answer.quoted.map(wordsOf).join(' ')}`, 1_500),
    blocks: [
      ...title,
      ...answer.quoted.flatMap((one) =>
        one.from === 'source' ? sourceBlocks(handoff, one) : recordBlocks(handoff, one),
      ),
    ],
  };
};

export interface OwnDeal {
  id: string;
  name: string;
  customer: string;
  dealId: string;
}

/** A conversation that names no deal: the person's own ones to choose from. `thread` is where the question stands. */
export const choiceMessage = (deals: readonly OwnDeal[], thread: string): Shown => ({
  text: 'Which deal is this about?',
  blocks: [
    section('Which deal is this about? I remember it for this thread.'),
    ...actions({
      type: 'static_select',
      action_id: 'ask.deal',
      placeholder: plain('Choose a deal'),
      options: deals
        .slice(0, 100)
        .map((one) => option(`${one.customer} · ${one.name}`, JSON.stringify({ h: one.id, t: thread }), one.dealId)),
    }),
  ],
});

/** The same where nothing can be chosen: in the answer to a command. */
export const whichDeal = (deals: readonly OwnDeal[]): string =>
  [
    'Say which deal: put its id before the question. Yours are:',
    ...deals
      .slice(0, 10)
      .map((one) => `• \`/handoff ask ${mrkdwn(one.dealId, 60)} …\` ${mrkdwn(`${one.customer} · ${one.name}`, 100)}`),
    ...(deals.length > 10 ? [`… and ${plural(deals.length - 10, 'more deal')}`] : []),
  ].join('\n');
