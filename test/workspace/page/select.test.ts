import type { App } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import { control, until } from '../fixture.ts';
import { violations } from './axe.ts';
import { option, text } from './every-block.ts';
import { CHANNEL, sitting, themes } from './sitting.ts';

const asked: string[] = [];
const chosen: { action_id: string; state: Record<string, unknown> }[] = [];
const towns = [
  'Aachen',
  'Aarhus',
  'Accra',
  'Adelaide',
  'Agra',
  'Amman',
  'Antwerp',
  'Athens',
  'Bari',
  'Basel',
  'Bern',
  'Bilbao',
  'Bonn',
  'Brest',
];

const listen = (app: App): void => {
  app.options('customer', async ({ ack, payload }) => {
    asked.push(payload.value);
    const found = ['Northwind', 'Northgate', 'Contoso'].filter((one) =>
      one.toLowerCase().includes(payload.value.toLowerCase()),
    );
    const groups = [
      { label: text('Open'), options: found.slice(0, 1).map((one) => option(one)) },
      { label: text('Closed'), options: found.slice(1).map((one) => option(one)) },
    ];
    await ack(found.length > 0 ? { option_groups: groups.filter((one) => one.options.length > 0) } : { options: [] });
  });
  app.action(/.*/, async ({ ack, action }) => {
    await ack();
    const state: Record<string, unknown> = { ...action };
    chosen.push({ action_id: String(state.action_id), state });
  });
};
const room = sitting(listen);
const told = (action_id: string) => until(() => chosen.findLast((one) => one.action_id === action_id)?.state);
const post = (...elements: unknown[]) =>
  room.client().apiCall('chat.postMessage', {
    channel: CHANNEL,
    text: 'Menus',
    blocks: [{ type: 'actions', block_id: 'menus', elements }],
  });
const menu = (type: string, action_id: string, more: Record<string, unknown> = {}) => ({
  type,
  action_id,
  placeholder: text(`Pick ${action_id}`),
  ...more,
});
const combo = (name: string) => room.log().getByRole('combobox', { name });

describe('a select menu with search', () => {
  test('asks the app from its fewest letters on and shows groups', async () => {
    await post(menu('external_select', 'customer', { min_query_length: 2 }));
    await room.sitDown();
    asked.length = 0;
    await combo('Pick customer').click();
    await room.page().getByRole('status').filter({ hasText: 'Type at least 2 letters.' }).waitFor();
    await room.page().keyboard.type('n');
    expect(asked).toEqual([]);
    await room.page().keyboard.type('orth');
    const open = room.page().getByRole('listbox').getByRole('group', { name: 'Open' });
    await open.getByRole('option', { name: 'Northwind' }).waitFor();
    await room.page().getByRole('group', { name: 'Closed' }).getByRole('option', { name: 'Northgate' }).waitFor();
    await room.page().keyboard.press('ArrowDown');
    await room.page().keyboard.press('Enter');
    expect(await told('customer')).toMatchObject({ selected_option: { value: 'Northgate' } });
    expect(await combo('Pick customer').inputValue()).toBe('Northgate');
    expect(asked.at(-1)).toBe('north');
  });

  test('says that it looks, that nothing was found, and that the app did not answer', async () => {
    await post(menu('external_select', 'customer', { min_query_length: 1 }));
    await room.sitDown();
    await combo('Pick customer').fill('zzz');
    await room.page().getByRole('status').filter({ hasText: 'Looking …' }).waitFor();
    await room.page().getByRole('status').filter({ hasText: 'Nothing found.' }).waitFor();
    await control(room.workspace(), 'faults', { method: 'delivery:interactive', fault: 'http_500' });
    await combo('Pick customer').fill('nor');
    await room.page().getByRole('status').filter({ hasText: /app/i }).waitFor();
    await combo('Pick customer').fill('cont');
    await room.page().getByRole('option', { name: 'Contoso' }).waitFor();
  });

  test('takes several as chips, up to its most, and gives them back by key', async () => {
    await post(
      menu('multi_static_select', 'towns', { options: towns.map((one) => option(one)), max_selected_items: 2 }),
    );
    await room.sitDown();
    await combo('Pick towns').click();
    await room.page().keyboard.type('aa');
    await room.page().keyboard.press('Enter');
    await room.page().keyboard.type('bern');
    await room.page().keyboard.press('Enter');
    await room.page().getByRole('status').filter({ hasText: 'No more than 2 can be chosen.' }).waitFor();
    const taken = () => JSON.stringify(chosen.at(-1)?.state.selected_options ?? null);
    await until(() => taken().includes('Aachen') && taken().includes('Bern'));
    await room.page().keyboard.press('Backspace');
    await until(
      async () => (await room.log().getByRole('list', { name: 'Chosen' }).getByRole('listitem').count()) === 1,
    );
    await room.log().getByRole('button', { name: 'Remove Aachen' }).click();
    await until(() => taken() === '[]');
  });

  test('a long list is searched, a short one is the platform’s own', async () => {
    await post(
      menu('static_select', 'town', { options: towns.map((one) => option(one)) }),
      menu('static_select', 'size', { options: [option('S'), option('L')] }),
    );
    await room.sitDown();
    await combo('Pick town').fill('bilb');
    await room.page().keyboard.press('Enter');
    expect(await told('town')).toMatchObject({ selected_option: { value: 'Bilbao' } });
    await combo('Pick size').selectOption('L');
    expect(await told('size')).toMatchObject({ selected_option: { value: 'L' } });
  });

  test('of people, channels and conversations keeps its filter', async () => {
    await post(
      menu('users_select', 'person'),
      menu('channels_select', 'channel'),
      menu('conversations_select', 'place', { filter: { include: ['im'], exclude_bot_users: true } }),
    );
    await room.sitDown();
    await combo('Pick person').fill('tomasz');
    await room
      .page()
      .getByRole('option', { name: /Tomasz Nowak/ })
      .click();
    expect(await told('person')).toMatchObject({ selected_user: 'U0TOMASZ' });
    await combo('Pick channel').click();
    const names = await room.page().getByRole('option').allInnerTexts();
    expect(names.length).toBeGreaterThan(0);
    expect(names.every((one) => one.startsWith('#'))).toBe(true);
    await room.page().keyboard.press('Escape');
    await combo('Pick place').click();
    await room.page().getByRole('status').filter({ hasText: 'Nothing found.' }).waitFor();
  });

  test.each(themes)('is accessible, open and closed, %s', async (theme) => {
    await post(
      menu('external_select', 'customer', { min_query_length: 0 }),
      menu('multi_static_select', 'towns', {
        options: towns.map((one) => option(one)),
        initial_options: [option('Bern'), option('Bonn')],
      }),
      menu('static_select', 'described', {
        options: [{ ...option('a', 'Slow'), description: text('In a month') }, option('b', 'Fast')],
      }),
    );
    await room.sitDown();
    await room.theme(theme);
    await combo('Pick customer').click();
    await room.page().getByRole('option', { name: 'Contoso' }).waitFor();
    expect(await violations(room.page(), '.blocks')).toEqual([]);
    await room.shot(`select-${theme}`);
    await room.page().keyboard.press('Escape');
    await combo('Pick described').click();
    await room.page().getByRole('option', { name: 'Slow In a month' }).waitFor();
    expect(await violations(room.page(), '.blocks')).toEqual([]);
  });
});
