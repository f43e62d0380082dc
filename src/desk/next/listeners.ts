import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { InputKey, inputSpec } from '../../handoff/inputs.ts';
import { openItems } from '../../handoff/open-items.ts';
import { Refusal } from '../../handoff/refusal.ts';
import type { Handoff } from '../../handoff/state.ts';
import { answerModal } from '../intake/views.ts';
import { moveModal } from '../kickoff/views.ts';
import { notice } from '../kit/blocks.ts';
import type { Desk } from '../kit/desk.ts';
import { onClick } from '../kit/listen.ts';
import { answerQuestionModal } from '../questions/views.ts';
import { flagModal } from '../review/views.ts';
import { signModal } from '../signoff/views.ts';

const Item = z.object({
  h: z.string(),
  code: z.enum([
    'input',
    'flag',
    'question',
    'change_order',
    'kickoff_date',
    'sales_signoff',
    'delivery_signoff',
    'analysis',
    'cancelled',
  ]),
  about: z.string(),
});
type Item = z.infer<typeof Item>;

/** The modal in which an item is done. */
const openItem = (desk: Desk, handoff: Handoff, item: Item): ModalView => {
  switch (item.code) {
    case 'input': {
      const key = InputKey.parse(item.about);
      const { files, title, ask } = inputSpec(key);
      return files.length > 0
        ? notice(title, `${ask}\nDrop it into the channel; I read it there.`)
        : answerModal(handoff, key);
    }
    case 'flag':
      return flagModal(handoff, item.about, undefined, desk.policy);
    case 'question':
      return answerQuestionModal(handoff, item.about);
    case 'change_order':
      return notice(
        'Change order',
        'Say in the flag’s thread whether it was sent, signed or declined: the card has the buttons.',
      );
    case 'kickoff_date':
      return moveModal(handoff, desk.calendar.localDate(desk.clock.now(), desk.zone));
    case 'sales_signoff':
      return signModal(handoff, 'sales', desk.record.readinessOf(handoff));
    case 'delivery_signoff':
      return signModal(handoff, 'delivery', desk.record.readinessOf(handoff));
    case 'analysis':
      return notice('Reading', 'I am still reading the evidence. Nobody has to do anything.');
    case 'cancelled':
      return notice('Cancelled', 'This handoff was cancelled. There is nothing left to do.');
  }
};

const known = (desk: Desk, h: string): Handoff => {
  const handoff = desk.record.load(h);
  if (!handoff) throw new Refusal('no_such_handoff', 'I do not know this handoff.');
  if (handoff.cancelled)
    throw new Refusal(
      'cancelled',
      `This handoff was cancelled by <@${handoff.cancelled.by}>. There is nothing left to do.`,
    );
  return handoff;
};

/** *Open my next item*, and the *Open* buttons behind lists of what is missing. */
export const registerNext = (app: App, desk: Desk): void => {
  onClick(app, desk, 'desk.next', z.object({ h: z.string() }), async ({ h }, asked) => {
    const handoff = known(desk, h);
    const mine = openItems(handoff, desk.record.readinessOf(handoff).missing).find((one) => one.user === asked.user);
    await asked.show(
      mine
        ? openItem(desk, handoff, { h, code: mine.code, about: mine.about })
        : notice('Nothing waits for you', 'The desk shows who acts next.'),
    );
  });

  onClick(app, desk, 'open.item', Item, async (item, asked) => asked.show(openItem(desk, known(desk, item.h), item)));
};
