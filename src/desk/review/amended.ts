import type { KnownBlock } from '@slack/types';
import type { AmendedPromise, Amendment } from '../../handoff/amendments.ts';
import type { Handoff } from '../../handoff/state.ts';
import { mrkdwn } from '../../platform/slack/index.ts';
import { context, section } from '../kit/blocks.ts';
import { packed } from '../kit/packed.ts';
import type { Shown } from '../kit/show.ts';
import { excerpt, listOf } from '../kit/text.ts';
import { placed, type SourceLinks, sourceLink } from './places.ts';

/** Addresses of flag cards by flag id, where a card stands. */
export type CardLinks = ReadonlyMap<string, string>;

/** So many of a group are written out; the message is a summary. */
const most = 5;

const quote = (text: string, max: number): string => `“${mrkdwn(excerpt(text, max), max * 3)}”`;

const cardLink = (flag: string | null, cards: CardLinks): string => {
  const link = flag === null ? undefined : cards.get(flag);
  return link ? ` · <${link}|card>` : '';
};

const clause = (handoff: Handoff, promise: AmendedPromise, links: SourceLinks): string =>
  promise.after ? ` → ${quote(promise.after.quote, 140)} ${placed(handoff, promise.after, links)}` : '';

const was = (promise: AmendedPromise): string => (promise.before ? `, was ${quote(promise.before.quote, 100)}` : '');

const group = (title: string, lines: readonly string[]): KnownBlock[] => {
  if (lines.length === 0) return [];
  const rest = lines.length - most;
  return packed([
    `*${title}* (${lines.length})`,
    ...lines.slice(0, most).map((line) => `• ${line}`),
    ...(rest > 0 ? [`and ${rest} more`] : []),
  ]).map((part) => section(part));
};

/** What people had settled and the new documents see otherwise: theirs to take back, not mine. */
const remarks = (handoff: Handoff, amendment: Amendment): string[] =>
  amendment.covered.flatMap(({ text, flag }) => {
    const decision = handoff.flags.find((one) => one.flag.id === flag)?.decided?.decision;
    if (decision === 'not_sold')
      return [
        `${quote(text, 80)} was decided *Not sold*. The contract sells it now: take the decision back if it holds.`,
      ];
    const open = handoff.changeOrders.some(
      (one) => one.flag === flag && (one.status === 'drafted' || one.status === 'sent'),
    );
    return open ? [`${quote(text, 80)} has a change order still open. If this document is it, mark it as signed.`] : [];
  });

const namesOf = (handoff: Handoff, ids: readonly string[], links: SourceLinks): string =>
  listOf(ids.slice(0, 4).map((id) => sourceLink(handoff, id, links)));

const titleOf = (handoff: Handoff, { added, removed }: Amendment, links: SourceLinks): string => {
  const kind = handoff.sources.find(({ id }) => id === added[0])?.kind;
  const what = kind === 'change_order' ? 'amendment' : 'signed document';
  const parts = [
    ...(added.length > 0 ? [`signed: ${namesOf(handoff, added, links)}`] : []),
    ...(removed.length > 0 ? [`no longer signed: ${namesOf(handoff, removed, links)}`] : []),
  ];
  return `*What the ${added.length === 0 ? 'correction' : what} changed* · ${parts.join('; ')}`;
};

/** The flags of an amendment that may have a card to lead to. */
export const flagsNamed = (amendment: Amendment): string[] => [
  ...new Set(
    [amendment.covered, amendment.contradicted, amendment.otherClause, amendment.dropped]
      .flatMap((promises) => promises.slice(0, most))
      .flatMap(({ flag }) => flag ?? [])
      .concat(amendment.newFlags.slice(0, most)),
  ),
];

/** Quiet: another signed document that changes nothing is no news, an amendment that changes nothing is. */
export const isNews = (handoff: Handoff, { at: _, added, removed, ...changes }: Amendment): boolean =>
  removed.length > 0 ||
  Object.values(changes).some((changed) => changed.length > 0) ||
  handoff.sources.some((one) => added.includes(one.id) && one.kind === 'change_order');

/** One short message for each set of documents signed after the first analysis. */
export const amendmentMessage = (
  handoff: Handoff,
  amendment: Amendment,
  links: SourceLinks,
  cards: CardLinks,
): Shown => {
  const line = (promise: AmendedPromise, before: boolean): string =>
    `${quote(promise.text, 120)}${before ? was(promise) : ''}${clause(handoff, promise, links)}${cardLink(promise.flag, cards)}`;
  const fresh = amendment.newFlags.flatMap((id) => {
    const one = handoff.flags.find(({ flag }) => flag.id === id);
    return one ? [`${mrkdwn(excerpt(one.flag.text, 160), 400)}${cardLink(id, cards)}`] : [];
  });
  const groups = [
    ...group(
      'Covered now',
      amendment.covered.map((one) => line(one, false)),
    ),
    ...group(
      'Against the contract now',
      amendment.contradicted.map((one) => line(one, false)),
    ),
    ...group(
      'Rests on another clause',
      amendment.otherClause.map((one) => line(one, true)),
    ),
    ...group(
      'No signed clause speaks of it any more',
      amendment.dropped.map((one) => line(one, true)),
    ),
    ...group('New to decide', fresh),
    ...group(
      'New in the scope',
      amendment.newScope.map((text) => quote(text, 140)),
    ),
  ];
  const title = titleOf(handoff, amendment, links);
  const kept = handoff.flags.some((one) => one.decided) ? ' Decisions stay as they were.' : '';
  return {
    text: `What the amendment changed: ${amendment.covered.length} covered now, ${amendment.contradicted.length} against the contract now, ${fresh.length} new to decide`,
    blocks: [
      section(groups.length === 0 ? `${title}\nNothing: every promise stands as it stood.` : title),
      ...groups,
      context(`Coverage was redone.${kept}`, ...remarks(handoff, amendment).slice(0, 5)),
    ],
  };
};
