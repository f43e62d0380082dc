import type { ModalView } from '@slack/types';
import { templates } from '../../handoff/templates.ts';
import { context, input, modal, notice, option, plain, textInput } from '../kit/blocks.ts';

export const openCallback = 'handoff.open';

/** `/handoff new`. Field names are the domain's, so that its refusals stand at their fields. */
export const openModal = (person: string, today: string, vendor: string): ModalView =>
  modal({
    callback: openCallback,
    title: 'New handoff',
    submit: 'Open handoff',
    metadata: {},
    blocks: [
      input('name', 'Deal', textInput({ placeholder: 'CRM rollout' })),
      input('customer', 'Customer', textInput({ placeholder: 'Northwind GmbH' })),
      input('deal_id', 'Deal id in your CRM', textInput({ placeholder: 'D-2041' }), {
        hint: 'The same id always leads to the same handoff.',
      }),
      input('deal_type', 'Deal type', {
        type: 'static_select',
        placeholder: plain('Choose a template'),
        initial_option: option('General', 'general'),
        options: templates.map((one) => option(one.title, one.key)),
      }),
      input('value', 'Value', { type: 'number_input', is_decimal_allowed: true, min_value: '0' }, { optional: true }),
      input('currency', 'Currency', textInput({ initial: 'EUR', max: 3 }), { optional: true }),
      input('close_date', 'Closed on', { type: 'datepicker' }, { optional: true }),
      input('kickoff_date', 'Target kickoff', { type: 'datepicker', placeholder: plain(today) }),
      input('account_owner', 'Account owner (hands over)', { type: 'users_select', initial_user: person }),
      input('delivery_lead', 'Delivery lead (takes over)', { type: 'users_select' }),
      input(
        'approver',
        'Approver for exceptions',
        { type: 'users_select' },
        { optional: true, hint: 'A third person. Needed for concessions and guarantees in large deals.' },
      ),
      input('vendor', 'Sold by', textInput({ initial: vendor }), {
        optional: true,
        hint: 'The company that promises, as it stands in the contract.',
      }),
      input(
        'people',
        'Who was on the calls',
        textInput({ multiline: true, placeholder: 'Dana Fox, us, sales\nLena Berg, customer, IT director' }),
        {
          optional: true,
          hint: 'One person a line: name, us or customer, title. It helps to tell a promise from a wish.',
        },
      ),
      input('visibility', 'Channel', {
        type: 'radio_buttons',
        initial_option: option('Private', 'private', 'Only the people who are invited'),
        options: [
          option('Private', 'private', 'Only the people who are invited'),
          option('Public', 'public', 'Everybody in this workspace'),
        ],
      }),
      context('Baton opens a channel, asks for what is missing and keeps kickoff shut until the packet is ready.'),
    ],
  });

export const openedNotice = (customer: string): ModalView =>
  notice(
    'Handoff opened',
    `I am opening the channel for *${customer}* and inviting the owners. You will find it in your channel list in a moment.`,
  );

export const existingNotice = (channel: string | null): ModalView =>
  notice(
    'Already open',
    channel
      ? `This deal has its handoff already: <#${channel}>. Nothing new was opened.`
      : 'This deal has its handoff already; its channel is being opened. Nothing new was opened.',
  );
