import type { KnownBlock, ModalView } from '@slack/types';
import { beforeSigning, type Missing, type Readiness } from '../../handoff/readiness.ts';
import { type Handoff, validSignoff } from '../../handoff/state.ts';
import { limits, mrkdwn } from '../../platform/slack/index.ts';
import { button, context, divider, input, modal, plain, section, textInput } from '../kit/blocks.ts';
import { listOf, mention, plural } from '../kit/text.ts';

export const scheduleCallback = 'kickoff.schedule';
export const moveCallback = 'kickoff.move';
export const cancelCallback = 'handoff.cancel';

/** Rows of what is missing; a longer list is a screen nobody scrolls. */
const mostRows = 20;

interface Group {
  /** Whom it waits for; null when Baton itself is at work. */
  user: string | null;
  rows: Missing[];
}

/** Each thing once, under the person most responsible for it; those of `user` first, then the longest list. */
const groupsOf = (missing: readonly Missing[], user: string): Group[] => {
  const groups = new Map<string | null, Missing[]>();
  for (const one of missing) {
    const owner = one.owners.includes(user) ? user : (one.owners[0] ?? null);
    groups.set(owner, [...(groups.get(owner) ?? []), one]);
  }
  const rank = (group: Group): number =>
    group.user === user ? Infinity : group.user === null ? -1 : group.rows.length;
  return [...groups].map(([owner, rows]) => ({ user: owner, rows })).sort((one, other) => rank(other) - rank(one));
};

const kindOf: Partial<Record<Missing['code'], string>> = {
  input: 'Input',
  flag: 'Flag',
  question: 'Question',
};

/** More flags than a person reads in a list are one row that leads into them. */
const foldedFrom = 6;

const flagsRow = (handoff: Handoff, count: number): KnownBlock =>
  section(
    `${plural(count, 'flag')} to decide, most severe first`,
    button({ text: 'Review next', action: 'flag.next', value: { h: handoff.id } }),
  );

const rowBlock = (handoff: Handoff, one: Missing, user: string, first: boolean): KnownBlock => {
  const kind = kindOf[one.code];
  const also = one.owners.filter((owner) => owner !== user && one.owners.length > 1);
  return section(
    `${kind ? `${kind}: ` : ''}${mrkdwn(one.text, 300)}${also.length > 0 ? ` · together with ${listOf(also.map(mention))}` : ''}`,
    one.owners.length === 0
      ? undefined
      : button({
          text: 'Open',
          action: 'open.item',
          value: { h: handoff.id, code: one.code, about: one.about },
          ...(first ? { style: 'primary' as const } : {}),
        }),
  );
};

const groupTitle = ({ user, rows }: Group, asker: string): string =>
  user === null
    ? '*Baton* is at work; nobody has to do anything'
    : `*${user === asker ? 'You' : mention(user)}* · ${plural(rows.length, 'thing')}`;

/** Kickoff is shut: what is missing, by the person who must act, each with the way to it. */
export const missingModal = (handoff: Handoff, readiness: Readiness, user: string): ModalView => {
  const now = beforeSigning(readiness.missing);
  const signatures = readiness.missing.filter((one) => !now.includes(one));
  // A signature is nobody's duty while other things are missing.
  const duties = now.length > 0 ? now : signatures;
  let room = mostRows;
  let shown = 0;
  const blocks = groupsOf(duties, user).flatMap((group): KnownBlock[] => {
    const flags = group.rows.filter((one) => one.code === 'flag');
    const folded = flags.length >= foldedFrom;
    const rows = group.rows.filter((one) => !folded || one.code !== 'flag').slice(0, room);
    room -= rows.length;
    if (folded) shown += flags.length;
    shown += rows.length;
    return rows.length === 0 && !folded
      ? []
      : [
          divider(),
          section(groupTitle(group, user)),
          ...rows.map((one, at) => rowBlock(handoff, one, group.user ?? '', at === 0 && group.user === user)),
          ...(folded ? [flagsRow(handoff, flags.length)] : []),
        ];
  });
  const hidden = duties.length - shown;
  const count = readiness.missing.length;
  return modal({
    callback: 'kickoff.missing',
    title: 'Kickoff is shut',
    metadata: { h: handoff.id },
    blocks: [
      section(
        `Kickoff opens when the handoff is ready. It is at ${readiness.score} %, and ${count === 1 ? 'one thing is' : `${count} things are`} missing.`,
      ),
      ...blocks,
      ...(hidden > 0 ? [context(`And ${hidden} more. They come up here as the first ones are done.`)] : []),
      ...(now.length > 0 && signatures.length > 0
        ? [divider(), section(`*After that* · ${signatures.map((one) => mrkdwn(one.text, 100)).join(', ')}`)]
        : []),
    ],
  });
};

const datepicker = (date: string) => ({
  type: 'datepicker' as const,
  initial_date: date,
  placeholder: plain('Choose a date', limits.placeholder),
});

const later = (one: string, other: string): string => (one > other ? one : other);

export const scheduleModal = (handoff: Handoff, today: string): ModalView => {
  const { deal, packetVersion } = handoff;
  const delivery = validSignoff(handoff, 'delivery');
  const version = delivery?.version ?? packetVersion;
  return modal({
    callback: scheduleCallback,
    title: 'Schedule kickoff',
    submit: 'Schedule kickoff',
    metadata: { h: handoff.id },
    blocks: [
      section(
        `*${mrkdwn(deal.customer, 100)} · ${mrkdwn(deal.name, 100)}*\nNothing is missing.${delivery ? ` ${mention(delivery.by)} acknowledged v${delivery.version} for delivery.` : ''}`,
      ),
      input('date', 'Kickoff date', datepicker(later(deal.kickoffDate, today)), {
        hint: 'The first milestones count from this date. To move it later, both sides sign again.',
      }),
      context(
        `I announce the date in this deal’s channel, with packet v${version} and the first milestones.${version < packetVersion ? ` What came since (v${packetVersion}) voids no signature.` : ''} The customer hears nothing from me.`,
      ),
    ],
  });
};

/** What moving the date does to signatures, said before it is done. */
const voidsLine = (handoff: Handoff): string => {
  const shut = handoff.kickoff ? 'The scheduled kickoff is taken back until both signed again. ' : '';
  const standing = handoff.signoffs.filter((one) => one.voided === null);
  if (standing.length === 0)
    return 'Everybody in the channel sees the new date on the desk. Your reason is kept in the record.';
  const whose = listOf(standing.map((one) => `${mention(one.by)} (v${one.version})`));
  return `${shut}A new date voids the ${standing.length === 1 ? 'signature' : 'signatures'} of ${whose}; they are told why and asked again. Everybody in the channel sees the new date; your reason is kept in the record.`;
};

export const moveModal = (handoff: Handoff, today: string): ModalView =>
  modal({
    callback: moveCallback,
    title: 'Move kickoff',
    submit: 'Move kickoff',
    metadata: { h: handoff.id },
    blocks: [
      input('date', 'New kickoff date', datepicker(later(handoff.deal.kickoffDate, today))),
      input(
        'reason',
        'Why it moves',
        textInput({ multiline: true, max: 500, placeholder: 'The customer’s data arrives a week later.' }),
      ),
      context(voidsLine(handoff)),
    ],
  });

export const cancelModal = (handoff: Handoff): ModalView =>
  modal({
    callback: cancelCallback,
    title: 'Cancel this handoff',
    submit: 'Cancel the handoff',
    close: 'Keep it',
    metadata: { h: handoff.id },
    blocks: [
      section(
        `*${mrkdwn(handoff.deal.customer, 100)} · ${mrkdwn(handoff.deal.name, 100)}* stops here: no more reminders, and nothing in it can be changed afterwards. The channel, the packet and everything on record stay.`,
      ),
      input('reason', 'Why it is cancelled', textInput({ multiline: true, max: 500 })),
      context('Everybody in the channel sees on the desk that you cancelled it, and why.'),
    ],
  });
