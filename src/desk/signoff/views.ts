import type { KnownBlock, ModalView } from '@slack/types';
import type { SignoffParty } from '../../handoff/events.ts';
import { beforeSigning, type Readiness } from '../../handoff/readiness.ts';
import { type Handoff, type Standing, standingOf, validSignoff } from '../../handoff/state.ts';
import { mrkdwn } from '../../platform/slack/index.ts';
import { context, modal, notice, section } from '../kit/blocks.ts';
import { moment, plural } from '../kit/text.ts';

export const signCallback = 'sign';

const says: Record<SignoffParty, string> = {
  sales:
    'With your signature you say that this is everything that was sold and promised, as far as you know, and that nothing else was.',
  delivery:
    'With your signature you say that you have read what was sold and promised, and that delivery takes it on as it stands here. It declares the handoff ready.',
};

/** Nothing is said of what there is none of. */
const line = (count: number, say: (count: number) => string): string[] => (count === 0 ? [] : [`•  ${say(count)}`]);

const counts = (handoff: Handoff): string[] => {
  const standing = (which: Standing): number =>
    handoff.commitments.filter((one) => standingOf(handoff, one) === which).length;
  const orders = (status: string): number => handoff.changeOrders.filter((one) => one.status === status).length;
  const open = handoff.questions.filter((one) => one.answer === null && !one.blocking).length;
  const skipped = handoff.inputs.filter((one) => one.settled?.how === 'skipped').length;
  const risks = handoff.flags.filter((one) => !one.withdrawn && one.decided?.decision === 'accept_risk').length;
  return [
    `•  *${standing('covered')}* of ${plural(handoff.commitments.length, 'commitment')} in the contract, *${standing('deliver')}* more that we deliver`,
    ...line(standing('not_sold'), (count) => `*${count}* said but not sold`),
    ...line(orders('signed'), (count) => `*${plural(count, 'change order')}* signed`),
    ...line(orders('declined'), (count) => `*${plural(count, 'change order')}* declined`),
    ...line(risks, (count) => `*${plural(count, 'risk')}* accepted`),
    ...line(
      open,
      (count) => `*${plural(count, 'open question')}* that ${count === 1 ? 'does' : 'do'} not block kickoff`,
    ),
    ...line(skipped, (count) => `*${plural(count, 'input')}* skipped`),
  ];
};

const missingBlocks = (readiness: Readiness): KnownBlock[] => {
  const missing = beforeSigning(readiness.missing);
  const shown = missing.slice(0, 10);
  return [
    section(
      [
        `Before a signature, ${missing.length === 1 ? 'one thing is' : `${missing.length} things are`} missing:`,
        ...shown.map((one) => `•  ${mrkdwn(one.text, 150)}`),
        ...(missing.length > shown.length ? [`•  and ${missing.length - shown.length} more`] : []),
      ].join('\n'),
    ),
    context('The desk shows who acts next. I ask you again by the signoffs message when everything is there.'),
  ];
};

/** The signature itself: it names the version that the signer is looking at. `link` leads to the packet. */
export const signModal = (
  handoff: Handoff,
  party: SignoffParty,
  readiness: Readiness,
  link: string | null = null,
): ModalView => {
  const version = handoff.packetVersion;
  const standing = validSignoff(handoff, party);
  if (standing)
    return notice(
      'Already signed',
      `v${standing.version} was signed for ${party} ${moment(standing.at)}. It still stands.`,
    );
  const title = party === 'sales' ? 'Sign for sales' : 'Acknowledge for delivery';
  const metadata = { h: handoff.id, party, version };
  if (beforeSigning(readiness.missing).length > 0)
    return modal({ callback: 'sign.blocked', title, metadata, blocks: missingBlocks(readiness) });
  const where = link
    ? `<${link.replaceAll('&', '&amp;')}|Read it in the canvas>`
    : 'Read it in the canvas of this deal’s channel';
  return modal({
    callback: signCallback,
    title,
    submit: `Sign v${version}`,
    metadata,
    blocks: [
      section(
        `*Packet v${version}* · ${mrkdwn(handoff.deal.customer, 100)} · ${mrkdwn(handoff.deal.name, 100)}\n${where} before you sign.`,
      ),
      section(says[party]),
      section(['*You sign*', ...counts(handoff)].join('\n')),
      context(
        `Everybody in the channel sees that you signed v${version}. If scope, a date, money or a commitment changes later, your signature is voided and I tell you why.`,
      ),
    ],
  });
};
