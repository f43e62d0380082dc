import { isDate } from '../calendar.ts';
import type { CommandOf } from '../command.ts';
import type { HandoffEvent } from '../events.ts';
import { Refusal } from '../refusal.ts';
import { words } from '../sealed.ts';
import { templateFor } from '../templates.ts';
import { type Context, personOf, today } from './context.ts';

/** Names of the modal's fields, shared with the form so that an error stands at its field. */
const openFields = {
  name: 'name',
  customer: 'customer',
  kickoffDate: 'kickoff_date',
  deliveryLead: 'delivery_lead',
  approver: 'approver',
  currency: 'currency',
} as const;

export const open = (command: CommandOf<'open'>, context: Context): HandoffEvent[] => {
  personOf(context);
  const fields: Record<string, string> = {};
  if (command.name === '') fields[openFields.name] = 'Give the deal a name.';
  if (command.customer === '') fields[openFields.customer] = 'Name the customer.';
  if (!isDate(command.kickoffDate)) fields[openFields.kickoffDate] = 'Choose a date.';
  else if (command.kickoffDate < today(context))
    fields[openFields.kickoffDate] = 'This date has passed. Choose today or later.';
  if (command.deliveryLead === command.accountOwner)
    fields[openFields.deliveryLead] =
      'The account owner and the delivery lead must be two people: one hands over, the other takes over.';
  if (
    command.approver !== null &&
    (command.approver === command.accountOwner || command.approver === command.deliveryLead)
  )
    fields[openFields.approver] = 'The approver must be a third person: nobody approves their own promise.';
  if (command.approver === null && command.value !== null && command.value >= context.policy.approverFromValue)
    fields[openFields.approver] =
      `Deals from ${`${command.currency} `.trimStart()}${context.policy.approverFromValue.toLocaleString('en')} on need an approver for exceptions.`;
  if ((command.value !== null || command.currency !== '') && !/^[A-Z]{3}$/.test(command.currency))
    fields[openFields.currency] = 'Use a three-letter code such as EUR.';
  if (Object.keys(fields).length > 0) throw new Refusal('invalid_fields', 'Some fields need another look.', fields);

  const { template, known } = templateFor(command.dealType);
  return [
    {
      type: 'handoff.opened',
      deal: {
        dealId: words(command.dealId),
        name: words(command.name),
        customer: words(command.customer),
        vendor: words(command.vendor),
        type: template.key,
        value: command.value,
        currency: command.currency,
        closeDate: command.closeDate,
        kickoffDate: command.kickoffDate,
      },
      unknownType: known ? null : words(command.dealType),
      team: { account_owner: command.accountOwner, delivery_lead: command.deliveryLead, approver: command.approver },
      visibility: command.visibility,
      people: { sealed: command.people },
    },
  ];
};
