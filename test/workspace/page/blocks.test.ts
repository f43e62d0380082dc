import type { App } from '@slack/bolt';
import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { until } from '../fixture.ts';
import { violations } from './axe.ts';
import { charts, layout, moreCharts, richer } from './every-block.ts';
import { CHANNEL, sitting, themes } from './sitting.ts';

const heard: { action_id: string; value: unknown }[] = [];
const listen = (app: App): void => {
  app.action(/.*/, async ({ ack, action }) => {
    await ack();
    const told: Record<string, unknown> = { ...action };
    heard.push({ action_id: String(told.action_id), value: told.value ?? told.selected_option ?? null });
  });
};
const room = sitting(listen);
const post = (blocks: unknown[]) =>
  room.client().apiCall('chat.postMessage', { channel: CHANNEL, text: 'Blocks', blocks });
const focused = (place: Locator): Promise<boolean> => place.evaluate((one) => one.matches(':focus'));
const told = (action_id: string) => until(() => heard.find((one) => one.action_id === action_id));

describe('blocks of a message', () => {
  test.each(themes)('are all drawn and accessible, %s', async (theme) => {
    for (const blocks of [layout, richer, charts, moreCharts]) await post(blocks);
    await room.sitDown();
    await room.theme(theme);
    await room.log().getByText('Hours as line').waitFor();
    expect(await room.log().getByText('is not shown in this workspace').count()).toBe(0);
    await room.page().setViewportSize({ width: 1280, height: 4200 });
    expect(await violations(room.page(), '.blocks')).toEqual([]);
    await room.shot(`blocks-${theme}`);
    await room.page().setViewportSize({ width: 420, height: 4600 });
    await room.log().getByText('Hours as line').waitFor();
    await room.shot(`blocks-${theme}-narrow`);
    const wide = await room.page().evaluate('document.documentElement.scrollWidth');
    expect(wide).toBeLessThanOrEqual(420);
  });

  test('a data table sorts, searches and turns its pages', async () => {
    await post(richer);
    await room.sitDown();
    const grid = room.log().getByRole('table', { name: 'Hours by team' });
    const firstIs = (name: string) =>
      until(async () => (await grid.getByRole('rowheader').first().innerText()) === name);
    await until(async () => (await grid.getByRole('rowheader').count()) === 3);
    await grid.getByRole('button', { name: 'Hours' }).click();
    await firstIs('Sales');
    expect(await grid.getByRole('columnheader', { name: 'Hours' }).getAttribute('aria-sort')).toBe('ascending');
    await grid.getByRole('button', { name: 'Hours' }).click();
    await firstIs('Delivery');
    await room.log().getByRole('button', { name: 'Next' }).click();
    await firstIs('Sales');
    await room.log().getByText('4–4 of 4').waitFor();
    await room.log().getByRole('searchbox', { name: 'Search in Hours by team' }).fill('yuki');
    await room.log().getByText('1–1 of 1').waitFor();
    await firstIs('Data');
  });

  test('a chart says its numbers in words', async () => {
    await post(charts);
    await room.sitDown();
    await room
      .log()
      .getByRole('row', { name: /Low\s+12\s+60 %/ })
      .waitFor();
    await room.log().getByText('Show the numbers').click();
    await room.log().getByRole('row', { name: 'Week 2 42 51' }).waitFor();
  });

  test('feedback, icon buttons and confirmations reach the app', async () => {
    await post([...layout.slice(4, 5), ...richer.slice(-1)]);
    await room.sitDown();
    heard.length = 0;
    await room.log().getByRole('button', { name: 'Good, this helped' }).click();
    expect((await told('feedback')).value).toBe('up');
    await until(
      async () =>
        (await room.log().getByRole('button', { name: 'Good, this helped' }).getAttribute('aria-pressed')) === 'true',
    );
    await room.log().getByRole('button', { name: 'Delete' }).click();
    await told('bin');
    await room.log().getByRole('button', { name: 'Remove' }).click();
    await room.page().getByRole('dialog', { name: 'Remove it?' }).getByRole('button', { name: 'Keep' }).click();
    await room.log().getByRole('button', { name: 'More', exact: true }).click();
    await until(() => focused(room.page().getByRole('menuitem', { name: 'Duplicate' })));
    await room.page().keyboard.press('ArrowDown');
    await room.page().keyboard.press('Enter');
    expect((await told('more')).value).toMatchObject({ value: 'no' });
    expect(heard.some((one) => one.action_id === 'remove')).toBe(false);
  });

  test('nothing is loaded from elsewhere', async () => {
    const asked: string[] = [];
    room.page().on('request', (request) => asked.push(new URL(request.url()).host));
    for (const blocks of [layout, richer]) await post(blocks);
    await room.sitDown();
    await room.log().getByText('Discovery call').waitFor();
    await room.log().getByRole('img', { name: 'The plan as a picture' }).waitFor();
    expect(new Set(asked)).toEqual(new Set([new URL(room.workspace().url).host]));
  });
});
