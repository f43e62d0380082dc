import type { App } from '@slack/bolt';
import { z } from 'zod';
import { person } from '../../handoff/actor.ts';
import type { CommandOf } from '../../handoff/command.ts';
import { Refusal } from '../../handoff/refusal.ts';
import { want } from '../../platform/outbox/index.ts';
import { mrkdwn } from '../../platform/slack/index.ts';
import { findByChannel, findByDeal, handoffsOf, upcoming } from '../../record/queries.ts';
import { answerCommand } from '../ask/command.ts';
import { onCommand, type Spoken } from '../kit/command.ts';
import { type Desk, todayOf } from '../kit/desk.ts';
import { onClick } from '../kit/listen.ts';
import { requirePeople } from '../kit/people.ts';
import { knownChannel } from '../kit/show.ts';
import { onSubmit } from '../kit/submit.ts';
import { wanted } from '../wanted.ts';
import { help, list, status, unknown } from './blocks.ts';
import { readPeople } from './people-lines.ts';
import { existingNotice, openCallback, openedNotice, openModal } from './views.ts';

const User = z.string({ error: 'Choose a person.' });
const Values = z.object({
  name: z.string().nullable(),
  customer: z.string().nullable(),
  deal_id: z.string(),
  deal_type: z.string(),
  value: z.coerce.number().nullable(),
  currency: z.string().nullable(),
  close_date: z.string().nullable(),
  kickoff_date: z.string(),
  account_owner: User,
  delivery_lead: User,
  approver: z.string().nullable(),
  vendor: z.string().nullish(),
  people: z.string().nullable(),
  visibility: z.enum(['private', 'public']),
});

const toCommand = (values: z.infer<typeof Values>, vendor: string): CommandOf<'open'> => ({
  type: 'open',
  dealId: values.deal_id,
  name: values.name ?? '',
  customer: values.customer ?? '',
  vendor,
  dealType: values.deal_type,
  value: values.value,
  currency: (values.currency ?? '').trim().toUpperCase(),
  closeDate: values.close_date,
  kickoffDate: values.kickoff_date,
  accountOwner: values.account_owner,
  deliveryLead: values.delivery_lead,
  approver: values.approver,
  visibility: values.visibility,
  people: readPeople(values.people ?? '', { vendor, customer: values.customer ?? '' }),
});

const describe = (desk: Desk, spoken: Spoken): string => {
  const [, dealId] = spoken.words;
  const id = dealId ? findByDeal(desk.store.read, dealId) : findByChannel(desk.store.read, spoken.channel);
  const handoff = id === null ? null : desk.record.load(id);
  const row = handoff && upcoming(desk.store.read).find((one) => one.id === handoff.id);
  const mine = row && [row.accountOwner, row.deliveryLead, row.approver].includes(spoken.user);
  const here = id !== null && knownChannel(desk, id) === spoken.channel;
  if (!handoff || !row || !(mine || here))
    throw new Refusal(
      'no_such_handoff',
      dealId
        ? `I know no handoff “${mrkdwn(dealId, 40)}” of yours.`
        : 'This channel has no handoff. Use `/handoff status DEAL-ID`, or `/handoff new`.',
    );
  return status(row, desk.record.readinessOf(handoff).missing, todayOf(desk));
};

export const registerStart = (app: App, desk: Desk, vendor: string): void => {
  onCommand(app, desk, '/handoff', async (spoken) => {
    const word = spoken.words[0] ?? 'help';
    switch (word) {
      case 'new':
        await desk.slack.views.open({
          trigger_id: spoken.triggerId,
          view: openModal(spoken.user, todayOf(desk), vendor),
        });
        return undefined;
      case 'list':
        return {
          text: list(
            handoffsOf(desk.store.read, spoken.user).map((row) => ({ row, channel: knownChannel(desk, row.id) })),
            todayOf(desk),
          ),
        };
      case 'status':
        return { text: describe(desk, spoken) };
      case 'ask':
        return answerCommand(desk, spoken);
      case 'help':
        return { text: help };
      default:
        return { text: unknown(word) };
    }
  });

  onSubmit(app, desk, openCallback, { metadata: z.object({}), values: Values }, async ({ values }, asked) => {
    const command = toCommand(values, values.vendor ?? vendor);
    await requirePeople(desk, {
      account_owner: command.accountOwner,
      delivery_lead: command.deliveryLead,
      approver: command.approver,
    });
    const { handoff, existing } = await desk.record.open({
      actor: person(asked.user),
      command,
      inboxId: asked.inboxId,
    });
    return {
      response_action: 'update',
      view: existing ? existingNotice(knownChannel(desk, handoff.id)) : openedNotice(mrkdwn(command.customer, 100)),
    };
  });

  onClick(app, desk, 'channel.retry', z.object({ h: z.string() }), async ({ h }) => {
    await desk.store.inTx((tx) => want(tx, wanted.channel(h), desk.clock.now()));
  });
};
