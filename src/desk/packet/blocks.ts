import type { KnownBlock, ModalView } from '@slack/types';
import type { Readiness } from '../../handoff/readiness.ts';
import { type Handoff, openFlags, standingOf } from '../../handoff/state.ts';
import { limits, mrkdwn } from '../../platform/slack/index.ts';
import { actions, context, linkButton, modal, plain, section } from '../kit/blocks.ts';
import type { Shown } from '../kit/show.ts';
import { bar, mention, plural } from '../kit/text.ts';
import type { PacketReceipt } from './receipt.ts';

const openButton = (link: string) => linkButton('Open the packet', 'packet.link', link);

const changedLine = ({ changed }: Pick<PacketReceipt, 'changed'>): string | null => {
  if (!changed || changed.titles.length === 0) return null;
  const shown = changed.titles.slice(0, 5);
  const more = changed.titles.length - shown.length;
  return `Changed since v${changed.since}: ${[...shown, ...(more > 0 ? [plural(more, 'other section')] : [])].join(' · ')}`;
};

/** One message in the desk's thread that says where the packet is and what its last version changed. */
export const packetLinkMessage = (
  at: Pick<PacketReceipt, 'mode' | 'version' | 'changed'>,
  link: string | null,
): Shown => {
  const where = at.mode === 'thread' ? 'is in this thread, section by section' : 'is in the canvas';
  const line = changedLine(at);
  return {
    text: [`Packet v${at.version} ${where}.`, line].filter(Boolean).join(' '),
    blocks: [
      section(`*Packet v${at.version}* ${where}.`, link ? openButton(link) : undefined),
      ...(line ? [context(line)] : []),
    ],
  };
};

/** Characters of one piece of kept text, and pieces of one message. */
const pieceLength = 2_900;
const mostPieces = limits.blocksPerMessage - 3;

const piecesOf = (text: string): string[] =>
  Array.from({ length: Math.ceil(text.length / pieceLength) }, (_, at) =>
    text.slice(at * pieceLength, (at + 1) * pieceLength),
  );

/** What somebody wrote into the canvas, as plain text: nothing in it acts. */
export const handEditMessage = (theirs: readonly string[]): Shown => {
  const text =
    'Somebody edited the packet by hand; the packet is rebuilt from the record. Their text is kept here: propose it as an answer or a question.';
  const pieces = theirs.flatMap(piecesOf);
  return {
    text,
    blocks: [
      section(text),
      ...pieces.slice(0, mostPieces).map((piece): KnownBlock => ({ type: 'section', text: plain(piece) })),
      ...(pieces.length > mostPieces ? [context('The rest was too long for one message.')] : []),
    ],
  };
};

const scopeLines = (handoff: Handoff): string[] => {
  const count = (standing: string): number =>
    handoff.commitments.filter((one) => standingOf(handoff, one) === standing).length;
  const open = handoff.questions.filter((one) => one.answer === null).length;
  return [
    `${plural(handoff.commitments.length, 'commitment')}: ${count('covered')} in the contract, ${count('deliver')} delivered beyond it, ${count('change_order')} by change order, ${count('not_sold')} not sold, ${count('proposed')} not decided yet`,
    `${plural(openFlags(handoff).length, 'flag')} to decide · ${plural(open, 'open question')} · ${plural(handoff.sources.length, 'source')}`,
  ];
};

/** The private answer to *Packet vN*: where it is, and what is in it. */
export const packetModal = (
  handoff: Handoff,
  readiness: Readiness,
  at: PacketReceipt | null,
  link: string | null,
): ModalView => {
  const { deal, team, signoffs } = handoff;
  const signed = signoffs.filter((one) => one.voided === null);
  const line = at && changedLine(at);
  const place =
    at === null
      ? 'Nothing stands in the packet yet: it begins with the first file or the first answer.'
      : at.mode === 'thread'
        ? 'It stands in the thread of the desk, one message a section.'
        : `It stands in the canvas${at.mode === 'channel' ? ' of this deal’s channel' : ''}.${at.version < handoff.packetVersion ? ` v${at.version} is there now; v${handoff.packetVersion} is being written.` : ''}`;
  return modal({
    callback: 'packet.summary',
    title: `Packet v${handoff.packetVersion}`,
    metadata: {},
    blocks: [
      section(`*${mrkdwn(deal.customer, 150)} · ${mrkdwn(deal.name, 150)}*\n${place}`),
      ...(link ? actions(openButton(link)) : []),
      section(
        [
          `*Readiness* \`${bar(readiness.score)}\` ${readiness.score} %`,
          ...scopeLines(handoff),
          `From ${mention(team.account_owner)} to ${mention(team.delivery_lead)}`,
          signed.length === 0
            ? 'Nobody’s signature stands on it.'
            : `Signed: ${signed.map((one) => `${one.party} v${one.version} by ${mention(one.by)}`).join(', ')}`,
        ].join('\n'),
      ),
      ...(line ? [context(line)] : []),
    ],
  });
};
