import type { KnownBlock, ModalView } from '@slack/types';
import type { Handoff, SourceState } from '../../handoff/state.ts';
import { sourceTitle } from '../../handoff/titles.ts';
import { SourceKind } from '../../handoff/vocabulary.ts';
import { mrkdwn } from '../../platform/slack/index.ts';
import { address } from '../kit/address.ts';
import { actions, button, context, input, modal, option, section } from '../kit/blocks.ts';
import { packed } from '../kit/packed.ts';
import type { Shown } from '../kit/show.ts';
import { plural } from '../kit/text.ts';

const reasons: Record<string, string> = {
  empty: 'it is empty',
  no_text: 'it has no text in it, perhaps a scan',
  encrypted: 'it is locked with a password',
  unsupported_format: 'I do not read this kind of file',
  wrong_type: 'its content is not what its name says',
  too_large: 'it is too large',
  malformed: 'it is damaged',
  too_hard: 'reading it took too long',
  not_fetched: 'Slack did not hand it over',
};

const name = (text: string): string => mrkdwn(text, 80);

const sourceLine = (source: SourceState): string => {
  const link = address(source.link);
  const title = link ? `<${link}|${name(source.name)}>` : `*${name(source.name)}*`;
  const kind = `${sourceTitle[source.kind]}${source.signed ? ', signed' : ''}${source.kindGuessed && !source.looksSigned ? ' (my guess)' : ''}`;
  return `✓ ${title} · ${kind} · ${plural(source.passages, 'passage')}`;
};

export interface Progress {
  reading: readonly string[];
  analysing: boolean;
}

const progressLine = (handoff: Handoff, { reading, analysing }: Progress): string | null => {
  const first = reading[0];
  const all = handoff.sources.length + reading.length;
  if (first) return `Reading ${name(first)} · ${handoff.sources.length + 1} of ${plural(all, 'source')}`;
  if (analysing) return `Comparing what was said with what was signed · ${plural(handoff.sources.length, 'source')}`;
  return null;
};

/** What Baton has read, one line a source, and what it is doing now; one message, edited. */
export const evidenceMessage = (handoff: Handoff, progress: Progress): Shown => {
  const found = handoff.analysis;
  const now = progressLine(handoff, progress);
  const counts = found
    ? `Found ${plural(handoff.commitments.length, 'commitment')}, ${plural(handoff.flags.filter((one) => !one.withdrawn).length, 'flag')}, ${plural(found.questions.length, 'open question')}.${found.dropped.ungrounded > 0 ? ` ${found.dropped.ungrounded} dropped: no source.` : ''}`
    : null;
  const lines = handoff.sources.slice(-25).map(sourceLine);
  const refused = handoff.refusedSources
    .slice(-5)
    .map(
      (one) =>
        `– ${name(one.name)} was not read: ${reasons[one.code] ?? 'it could not be read'}. The file is kept in the channel.`,
    );
  const blocks: KnownBlock[] = [
    section(
      `*Evidence*${handoff.sources.length === 0 ? '\nNothing has been read yet. Drop a file into this channel.' : ''}`,
    ),
    ...packed([...lines, ...refused]).map((part) => section(part)),
    ...(handoff.cancelled ? [] : unconfirmed(handoff).map((one) => confirmRow(handoff, one))),
    ...(now ? [context(now)] : counts ? [context(counts)] : []),
    ...(now ? [] : (found?.notes ?? []).slice(0, 3).map((note) => context(mrkdwn(note, 500)))),
    ...(handoff.sources.length > 0 && !handoff.cancelled
      ? actions(button({ text: 'Correct what a file is', action: 'source.correct', value: { h: handoff.id } }))
      : []),
  ];
  return { text: now ?? counts ?? `Evidence: ${plural(handoff.sources.length, 'source')}`, blocks };
};

/** Agreements that look signed and that nobody has confirmed; asked a few at a time. */
const unconfirmed = (handoff: Handoff): SourceState[] => handoff.sources.filter((one) => one.looksSigned).slice(0, 5);

const confirmRow = (handoff: Handoff, source: SourceState): KnownBlock =>
  section(
    `*${name(source.name)}* looks like ${/^[aeiou]/.test(sourceTitle[source.kind]) ? 'an' : 'a'} ${sourceTitle[source.kind]} that both sides signed. Is it? Nothing counts as signed before one of the owners says so.`,
    button({
      text: 'Yes, it is signed',
      action: 'source.signed',
      value: { h: handoff.id, source: source.id },
      style: 'primary',
    }),
  );

export const correctCallback = 'source.correct';

/** The newest hundred sources fit Slack's select; nobody corrects the others by hand. */
export const correctModal = (handoff: Handoff): ModalView => {
  const sources = [...handoff.sources].reverse().slice(0, 100);
  return modal({
    callback: correctCallback,
    title: 'What is this file?',
    submit: 'Save',
    metadata: { h: handoff.id },
    blocks: [
      input('source', 'File', {
        type: 'static_select',
        options: sources.map((one) =>
          option(one.name, one.id, `${sourceTitle[one.kind]}${one.signed ? ', signed' : ''}`),
        ),
      }),
      input('kind', 'It is a', {
        type: 'static_select',
        options: SourceKind.options.filter((one) => one !== 'answer').map((one) => option(sourceTitle[one], one)),
      }),
      input('signed', 'Signed by both sides?', {
        type: 'radio_buttons',
        options: [option('Yes, it binds both sides', 'yes'), option('No', 'no')],
      }),
      context('The evidence is compared again with what is signed. Decisions stay.'),
    ],
  });
};
