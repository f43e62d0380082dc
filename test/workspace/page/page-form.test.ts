import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Workspace } from '../../../src/workspace/server.ts';
import { person, until } from '../fixture.ts';
import { type Heard, listen } from './fixture.ts';
import { holds } from './place.ts';
import { CHANNEL, sitting } from './sitting.ts';

let page: Page;
let workspace: Workspace;
let heard: Heard[];
const desk = sitting((app) => {
  heard = [];
  listen(app, heard);
});
beforeEach(() => {
  page = desk.page();
  workspace = desk.workspace();
});
const composer = () => page.getByRole('textbox', { name: 'Message #handoffs' });

describe('a person with a form of the app', () => {
  test('is told at the field what is wrong, mends it and sends', async () => {
    await desk.sitDown();
    await composer().fill('/desk new');
    await composer().press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Ask for a date' });
    const what = dialog.getByRole('textbox', { name: 'What is it about?' });
    await dialog.getByRole('button', { name: 'Send request' }).click();
    await until(async () => (await dialog.getByText('Please complete this required field.').count()) === 2);
    expect(heard.filter((one) => one.what === 'submit')).toEqual([]);

    await what.fill('everything');
    await dialog.getByRole('combobox', { name: 'How large is it?' }).selectOption('Large');
    await dialog.getByRole('combobox', { name: /Who must agree/ }).click();
    await page.getByRole('option', { name: /Tomasz/ }).click();
    await page.keyboard.press('Escape');
    await dialog.getByRole('checkbox', { name: 'By mail' }).check();
    await dialog.getByRole('button', { name: 'Send request' }).click();
    await dialog.getByText('That is too much for one request.').waitFor();
    expect(await what.getAttribute('aria-invalid')).toBe('true');
    await holds(page, 'document.activeElement.getAttribute("aria-invalid") === "true"');

    await what.fill('one thing');
    await dialog.getByRole('button', { name: 'Send request' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(heard.at(-1)).toMatchObject({
      what: 'submit',
      data: {
        what: { v: { value: 'one thing' } },
        size: { v: { selected_option: { value: 'l' } } },
        who: { v: { selected_users: ['U0TOMASZ'] } },
        ways: { v: { selected_options: [{ value: 'mail' }] } },
      },
    });
  });

  test('needs no mouse to run a command, fill the form and leave it', async () => {
    await desk.sitDown();
    await composer().focus();
    await page.keyboard.type('/d');
    await page.getByRole('option', { name: /\/desk/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('now');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Ask for a date' });
    await dialog.waitFor();
    await page.keyboard.type('A date');
    expect(await dialog.getByRole('textbox', { name: 'What is it about?' }).inputValue()).toBe('A date');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Med');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('yuk');
    await page.getByRole('option', { name: /Yuki/ }).waitFor();
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Remove Yuki Tanaka' }).waitFor();
    await page.keyboard.press('Escape');
    await dialog.getByRole('textbox', { name: 'What is it about?' }).focus();
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(heard).toMatchObject([
      { what: 'command', data: 'now' },
      {
        what: 'submit',
        data: { size: { v: { selected_option: { value: 'm' } } }, who: { v: { selected_users: ['U0YUKI'] } } },
      },
    ]);
    await composer().focus();
    await page.keyboard.type('/desk');
    await page.keyboard.press('Enter');
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  test('sees no dialog that somebody else opened in their name', async () => {
    await desk.sitDown();
    const script = person(workspace, 'U0PRIYA');
    await script.do('slash', { channel: CHANNEL, command: '/desk', text: 'from a script' });
    await script.do('post', { channel: CHANNEL, text: 'The script has it' });
    await desk.log().getByText('The script has it').waitFor();
    expect(heard).toMatchObject([{ what: 'command', data: 'from a script' }]);
    expect(await page.getByRole('dialog').count()).toBe(0);
  });
});
