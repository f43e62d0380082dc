import type { KnownBlock } from '@slack/types';
import { openRanked, ranked, severities } from '../../handoff/flag-order.ts';
import { nothingLearned, type Reliability } from '../../handoff/learning.ts';
import { isNothingSigned } from '../../handoff/nothing-signed.ts';
import type { Policy } from '../../handoff/policy.ts';
import type { FlagState, Handoff } from '../../handoff/state.ts';
import { kindTitle, typeTitle } from '../../handoff/titles.ts';
import { awaited } from '../../handoff/votes.ts';
import { mrkdwn } from '../../platform/slack/index.ts';
import { actions, button, context, section } from '../kit/blocks.ts';
import type { Shown } from '../kit/show.ts';
import { excerpt, listOf, mention, plural } from '../kit/text.ts';
import { needsLine } from './agreement.ts';
import { decideButtons } from './decide-buttons.ts';
import { decidedBlocks } from './decided.ts';
import { foundLine } from './found.ts';
import { noiseBlocks, probablyNoise } from './noise.ts';
import { cardsToShow, openLow } from './order.ts';
import { answerLine, commitmentOf, contractLine, placesOf, quoted, type SourceLinks, sourceLink } from './places.ts';

/** `12 flags · 3 high · 6 medium · 3 low; 4 decided`. */
const counts = (flags: readonly FlagState[], open: number): string => {
  const bySeverity = severities.flatMap((severity) => {
    const count = flags.filter((one) => one.flag.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}`];
  });
  const decided = flags.length - open;
  return `${[plural(flags.length, 'flag'), ...bySeverity].join(' · ')}${decided > 0 ? `; ${decided} decided` : ''}`;
};

const waiting = (handoff: Handoff, open: readonly FlagState[], policy: Policy): string => {
  const each = new Map<string, number>();
  for (const one of open)
    for (const user of new Set(awaited(one, handoff, policy))) each.set(user, (each.get(user) ?? 0) + 1);
  return listOf([...each].map(([user, count]) => `${mention(user)} (${count})`));
};

const orderLine = (handoff: Handoff): string[] => {
  const orders = handoff.changeOrders.filter((one) => one.status === 'drafted' || one.status === 'sent').length;
  return orders === 0 ? [] : [`${plural(orders, 'change order')} to settle: the card in this thread has the buttons.`];
};

/** One notice instead of a high flag for each promise. */
const unsignedLine = (handoff: Handoff): string[] => {
  const said = handoff.commitments.filter((one) => one.coverage.verdict === 'not_covered').length;
  if (!isNothingSigned(handoff) || said === 0) return [];
  return [
    `*Nothing is signed among the sources*, so no contract covers what was promised (${plural(said, 'promise')}). Drop the signed agreement here and I compare again; until then they stand as medium.`,
  ];
};

const progress = (handoff: Handoff, open: readonly FlagState[], policy: Policy): string[] => {
  if (handoff.cancelled) return ['This handoff was cancelled. Nothing has to be decided.'];
  if (open.length === 0) return ['All of them are decided.', ...orderLine(handoff)];
  const rest = open.length - policy.openCards;
  const stand = rest > 0 ? `The ${policy.openCards} most severe stand in this thread, ${rest} wait behind them.` : '';
  return [
    `${open.length} to decide, most severe first. ${stand}`.trim(),
    `*Next:* ${waiting(handoff, open, policy)}`,
    ...orderLine(handoff),
  ];
};

/** The head of the thread "Flags": how many, how far, whose turn. */
export const flagsThread = (handoff: Handoff, policy: Policy, learned: Reliability = nothingLearned): Shown => {
  const flags = ranked(handoff, learned);
  const open = openRanked(handoff, learned);
  if (flags.length === 0) {
    const text = handoff.analysis
      ? 'No flags: everything that was said is in the contract.'
      : 'No flags yet: the evidence has not been read.';
    return { text, blocks: [section(`*Flags*\n${text}`), ...orderLine(handoff).map((line) => context(line))] };
  }
  const low = openLow(handoff).length;
  const value = { h: handoff.id };
  return {
    text: `Flags: ${counts(flags, open.length)}`,
    blocks: [
      section(
        [`*Flags* · ${counts(flags, open.length)}`, ...unsignedLine(handoff), ...progress(handoff, open, policy)].join(
          '\n',
        ),
      ),
      ...(handoff.cancelled || open.length === 0 ? [] : noiseBlocks(handoff, learned)),
      ...(handoff.cancelled
        ? []
        : actions(
            ...(open.length > 0 ? [button({ text: 'Review next', action: 'flag.next', value, style: 'primary' })] : []),
            ...(low > 0 ? [button({ text: 'Decide the low ones together', action: 'flags.low', value })] : []),
            ...(open.length < flags.length
              ? [button({ text: 'Take a decision back', action: 'flags.again', value })]
              : []),
          )),
    ],
  };
};

/** A contradiction that is about no promise stands between two signed documents. */
const isBetweenDocuments = ({ flag }: FlagState): boolean => flag.type === 'contradiction' && flag.commitment === null;

const titleOf = (one: FlagState): string =>
  isBetweenDocuments(one) ? 'Signed documents disagree' : typeTitle[one.flag.type];

/** `Promise not in the contract · high · timeline`. */
export const flagTitle = (handoff: Handoff, one: FlagState): string => {
  const kind = commitmentOf(handoff, one)?.kind;
  return [titleOf(one), one.flag.severity, ...(kind ? [kindTitle[kind]] : [])].join(' · ');
};

/** What is absent has no quote: the documents that were searched stand for it. */
const searched = (handoff: Handoff, { flag }: FlagState, links: SourceLinks): string => {
  const ids = [...new Set(flag.evidence.map((one) => one.source))].slice(0, 5);
  return `_Searched: ${listOf(ids.map((id) => sourceLink(handoff, id, links)))}_`;
};

/** What the flag says and shows: a promise speaks for itself, a gap is named before its quote. */
const statement = (handoff: Handoff, one: FlagState, links: SourceLinks): string => {
  const { flag } = one;
  const commitment = commitmentOf(handoff, one);
  const places = placesOf(handoff, one);
  const first = places[0];
  const gap = commitment && first ? [] : [mrkdwn(excerpt(flag.text, 300), 700)];
  if (flag.type === 'missing_input')
    return [`*${flagTitle(handoff, one)}*`, mrkdwn(excerpt(flag.text, 300), 700), searched(handoff, one, links)].join(
      '\n',
    );
  const shown = places.slice(0, isBetweenDocuments(one) ? 2 : 1);
  const quotes = shown.flatMap((place) =>
    quoted(handoff, place, commitment, links, [mrkdwn(excerpt(place.quote, 300), 700)]),
  );
  const more = places.length - shown.length;
  return [
    `*${flagTitle(handoff, one)}*`,
    ...gap,
    ...quotes,
    ...(more > 0 ? [`and ${plural(more, 'more place')}`] : []),
  ].join('\n');
};

const openBlocks = (handoff: Handoff, one: FlagState, policy: Policy, links: SourceLinks): KnownBlock[] => {
  const contract = contractLine(handoff, commitmentOf(handoff, one), links, 200);
  const why = `*Why it matters:* ${mrkdwn(excerpt(one.flag.why, 300), 700)}`;
  return [
    section(statement(handoff, one, links)),
    section([contract, answerLine(handoff, one), why].filter((line) => line !== '').join('\n')),
    ...decideButtons(handoff, one),
    context(needsLine(one, handoff, policy)),
    context(foundLine(handoff, one)),
  ];
};

const oneLine = (text: string): Shown => ({ text, blocks: [context(text)] });

/** A flag in the thread, in the state it is in; a flag that is gone says so, one that waits behind others folds to a line. */
export const flagCard = (
  handoff: Handoff,
  flagId: string,
  policy: Policy,
  links: SourceLinks,
  learned: Reliability = nothingLearned,
): Shown => {
  const one = handoff.flags.find((candidate) => candidate.flag.id === flagId);
  if (!one) return oneLine('Newer evidence no longer raises this flag. Nothing has to be decided.');
  const about = mrkdwn(excerpt(one.flag.text, 120), 300);
  if (one.status === 'decided') return decidedBlocks(handoff, one, policy);
  if (handoff.cancelled) return oneLine(`Not decided: “${about}”. The handoff was cancelled.`);
  if (!cardsToShow(handoff, policy, learned).includes(flagId))
    return oneLine(
      probablyNoise(handoff, learned).includes(one)
        ? `Probably noise, so it waits at the end: “${about}”. *Review next* comes to it.`
        : `Waits behind other flags: “${about}”. *Review next* comes to it.`,
    );
  return {
    text: `${titleOf(one)}, ${one.flag.severity}: ${about}`,
    blocks: openBlocks(handoff, one, policy, links),
  };
};
