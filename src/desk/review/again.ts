import type { ModalView } from '@slack/types';
import { titleFor } from '../../handoff/decisions.ts';
import type { FlagState, Handoff } from '../../handoff/state.ts';
import { limits } from '../../platform/slack/index.ts';
import { context, input, modal, notice, option, section, textInput } from '../kit/blocks.ts';
import { excerpt } from '../kit/text.ts';

export const againCallback = 'flags.again';

/** Decided flags that can be opened again: what was signed with the customer is changed by a document only. */
export const mayReopen = (handoff: Handoff): FlagState[] => {
  const signed = new Set(handoff.changeOrders.flatMap((order) => (order.status === 'signed' ? [order.flag] : [])));
  return handoff.flags.filter((one) => one.decided !== null && !signed.has(one.flag.id));
};

/** The way back from a decision: the newest hundred, newest first. */
export const againModal = (handoff: Handoff): ModalView => {
  const decided = mayReopen(handoff)
    .flatMap((one) => (one.decided ? [{ flag: one.flag, decided: one.decided }] : []))
    .sort((a, b) => b.decided.at.localeCompare(a.decided.at))
    .slice(0, limits.selectOptions);
  if (decided.length === 0)
    return notice(
      'Nothing to take back',
      handoff.flags.some((one) => one.decided)
        ? 'Only signed change orders are left. Add the amendment as a signed document.'
        : 'No flag has been decided yet.',
    );
  return modal({
    callback: againCallback,
    title: 'Take a decision back',
    submit: 'Take it back',
    metadata: { h: handoff.id },
    blocks: [
      section('The flag stands open again, and its open change order falls. Signatures of the packet are voided.'),
      input('flag', 'Decision', {
        type: 'static_select',
        options: decided.map((one) =>
          option(excerpt(one.flag.text, limits.optionText), one.flag.id, titleFor(one.flag, one.decided.decision)),
        ),
      }),
      input('reason', 'Why', textInput({ multiline: true })),
      context('Everybody in this channel sees it. The earlier decision stays in the log.'),
    ],
  });
};
