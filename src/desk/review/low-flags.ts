import type { KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import { type Decision, decisionsFor, isPromise, titleFor } from '../../handoff/decisions.ts';
import type { FlagState, Handoff } from '../../handoff/state.ts';
import { limits, mrkdwn } from '../../platform/slack/index.ts';
import { context, input, modal, notice, option, section, textInput } from '../kit/blocks.ts';
import { excerpt, plural } from '../kit/text.ts';
import { openLow } from './order.ts';

export const lowCallback = 'flags.low';

/** More than this nobody reads before they tick; the rest comes with the next round. */
const atOnce = 40;

const boxes = (name: string, title: string, flags: readonly FlagState[]): KnownBlock[] =>
  Array.from({ length: Math.ceil(flags.length / limits.checkboxOptions) }, (_, at) => {
    const part = flags.slice(at * limits.checkboxOptions, (at + 1) * limits.checkboxOptions);
    const options = part.map(({ flag }) =>
      option(excerpt(flag.text, limits.optionText), flag.id, excerpt(flag.evidence[0]?.locator ?? '', 70)),
    );
    return input(
      `take.${name}.${at}`,
      at === 0 ? title : `${title}, continued`,
      { type: 'checkboxes', options, initial_options: options },
      { optional: true },
    );
  });

/** Decisions with the flags they fit, said where a list holds both kinds. */
const choices = (promises: readonly FlagState[], gaps: readonly FlagState[]): PlainTextOption[] => {
  const kinds = [promises[0], gaps[0]].flatMap((one) => (one ? [one.flag] : []));
  // what is assigned needs an owner each, so it is not done together
  const all = [...new Set(kinds.flatMap((flag) => decisionsFor(flag)))].filter((decision) => decision !== 'assign');
  return all.map((decision: Decision) => {
    const fitting = kinds.filter((flag) => decisionsFor(flag).includes(decision));
    const title = [...new Set(fitting.map((flag) => titleFor(flag, decision)))].join(' / ');
    const first = fitting[0];
    const only =
      kinds.length > fitting.length && first ? `For ${isPromise(first) ? 'promises' : 'gaps'} only` : undefined;
    return option(title, decision, only);
  });
};

/** Several low flags, one decision, one reason; all are ticked to begin with. */
export const lowFlagsModal = (handoff: Handoff): ModalView => {
  const all = openLow(handoff);
  if (all.length === 0) return notice('Nothing to decide', 'No low flag is open any more. Nothing was changed.');
  const low = all.slice(0, atOnce);
  const promises = low.filter((one) => isPromise(one.flag));
  const gaps = low.filter((one) => !isPromise(one.flag));
  const rest = all.length - low.length;
  return modal({
    callback: lowCallback,
    title: 'Decide the low ones',
    submit: 'Decide',
    metadata: { h: handoff.id },
    blocks: [
      section(
        `${plural(all.length, 'low flag')} ${all.length === 1 ? 'is' : 'are'} open. Untick what deserves a decision of its own.${rest > 0 ? ` The first ${low.length} are here, ${rest} come next.` : ''}`,
      ),
      ...boxes('promises', 'Promises', promises),
      ...boxes('gaps', 'Gaps', gaps),
      input('decision', 'Decision', { type: 'static_select', options: choices(promises, gaps) }),
      input('reason', 'Reason', textInput({ multiline: true }), { hint: 'One sentence, kept with each of them.' }),
      ...(promises.length > 0 && gaps.length > 0
        ? [context('A decision that fits only one kind leaves the other kind as it is.')]
        : []),
    ],
  });
};

/** What became of the ticked flags, compared over the submission. */
export const lowResult = (after: Handoff, ticked: readonly string[], before: Handoff, reason: string): ModalView => {
  const state = (handoff: Handoff, id: string) => handoff.flags.find((one) => one.flag.id === id);
  const decided = ticked.filter((id) => state(before, id)?.status === 'open' && state(after, id)?.status === 'decided');
  const open = ticked.filter((id) => state(after, id)?.status === 'open');
  const voted = open.filter((id) => state(after, id)?.votes.length !== state(before, id)?.votes.length);
  const left = open.length - voted.length;
  const lines = [
    ...(decided.length > 0 ? [`${plural(decided.length, 'flag')} decided: ${mrkdwn(excerpt(reason, 200), 500)}`] : []),
    ...(voted.length > 0
      ? [`${voted.length} ${voted.length === 1 ? 'waits' : 'wait'} for the other side to say the same.`]
      : []),
    ...(left > 0
      ? [`${left} left as ${left === 1 ? 'it was' : 'they were'}: the decision does not fit, or you said it before.`]
      : []),
  ];
  return notice('Low flags', lines.join('\n') || 'Somebody else decided these meanwhile. Nothing was changed.');
};
