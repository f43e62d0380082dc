import { describe, expect, test } from 'vitest';
import { until } from '../fixture.ts';
import { violations } from './axe.ts';
import { listen, submitted } from './modal-views.ts';
import { sitting, themes } from './sitting.ts';

const room = sitting(listen);

describe('a modal', () => {
  test.each(themes)('with every input is accessible, %s', async (theme) => {
    await room.sitDown();
    await room.theme(theme);
    const dialog = await room.open('every', 'Everything');
    expect(await violations(room.page(), 'dialog')).toEqual([]);
    await room.shot(`modal-${theme}`);
    await dialog.getByRole('button', { name: 'Send' }).click();
    await dialog.getByText('Please complete this required field.').first().waitFor();
    expect(await violations(room.page(), 'dialog')).toEqual([]);
    await room.shot(`modal-${theme}-refused`);
    await dialog.getByRole('group', { name: 'Ways' }).scrollIntoViewIfNeeded();
    await room.shot(`modal-${theme}-end`);
    await room.page().setViewportSize({ width: 390, height: 760 });
    await room.shot(`modal-${theme}-narrow`);
  });

  test.each(themes)('three deep goes back step by step, with everything where it was, %s', async (theme) => {
    await room.sitDown();
    await room.theme(theme);
    const first = await room.open('stack', 'First');
    await first.getByRole('textbox', { name: 'Name' }).fill('Ada');
    await first.getByRole('button', { name: 'Go deeper' }).press('Enter');
    const second = room.page().getByRole('dialog', { name: 'Second' });
    await second.getByRole('textbox', { name: 'More' }).fill('much');
    await second.getByRole('button', { name: 'Deeper still' }).press('Enter');
    const third = room.page().getByRole('dialog', { name: 'Third' });
    await third.getByRole('textbox', { name: 'Most' }).fill('all');
    expect(await room.page().getByRole('dialog').count()).toBe(1);
    expect(await violations(room.page(), 'dialog:not(.covered)')).toEqual([]);
    await room.shot(`modal-stack-${theme}`);

    await third.getByRole('button', { name: 'Back to Second' }).click();
    await second.waitFor();
    await until(() => second.getByRole('button', { name: 'Deeper still' }).evaluate((one) => one.matches(':focus')));
    expect(await second.getByRole('textbox', { name: 'More' }).inputValue()).toBe('much');
    await room.page().keyboard.press('Escape');
    await first.waitFor();
    await until(() => first.getByRole('button', { name: 'Go deeper' }).evaluate((one) => one.matches(':focus')));
    expect(await first.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Ada');
    await room.page().keyboard.press('Escape');
    await first.waitFor({ state: 'detached' });
    const composer = room.page().getByRole('textbox', { name: 'Message #handoffs' });
    await until(() => composer.evaluate((one) => one.matches(':focus')));
  });

  test('keeps Tab inside', async () => {
    await room.sitDown();
    const dialog = await room.open('strict', 'Strict');
    for (let at = 0; at < 12; at += 1) {
      await room.page().keyboard.press('Tab');
      expect(await dialog.evaluate((one) => one.matches(':focus-within'))).toBe(true);
    }
  });

  test('tells wrong answers beside their fields and aloud, and leads to the first', async () => {
    await room.sitDown();
    const dialog = await room.open('strict', 'Strict');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Ada');
    await dialog.getByRole('button', { name: 'Send' }).click();
    await dialog.getByRole('alert').filter({ hasText: '2 answers need attention: Mail, Ways' }).waitFor();
    const mail = dialog.getByRole('textbox', { name: 'Mail' });
    await until(() => mail.evaluate((one) => one.matches(':focus')));
    await mail.fill('ada@e.test');
    await dialog.getByRole('checkbox', { name: 'By chat' }).check();
    await mail.press('Control+Enter');
    await dialog.getByText('Nobody has this address.').waitFor();
    expect(await mail.getAttribute('aria-invalid')).toBe('true');
    const described = await mail.getAttribute('aria-describedby');
    expect(described?.split(' ')).toHaveLength(2);
    await mail.fill('bob@e.test');
    await dialog.getByText('Nobody has this address.').waitFor({ state: 'detached' });
  });

  test('keeps what was typed when the app changes it', async () => {
    await room.sitDown();
    const dialog = await room.open('update', 'Changing');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Ada');
    await dialog.getByRole('button', { name: 'Show more' }).click();
    await dialog.getByText('Here is more.').waitFor();
    expect(await dialog.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Ada');
    expect(await dialog.evaluate((one) => one.matches(':focus-within'))).toBe(true);
  });

  test('says that it is sending, and when the app does not answer; nothing is lost', async () => {
    await room.sitDown();
    const dialog = await room.open('deaf', 'Deaf');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Ada');
    await dialog.getByRole('textbox', { name: 'Name' }).press('Control+Enter');
    await dialog.getByRole('status').filter({ hasText: 'Sending' }).waitFor();
    expect(await dialog.getByRole('button', { name: 'Send' }).getAttribute('aria-busy')).toBe('true');
    await dialog
      .getByRole('alert')
      .filter({ hasText: 'The app did not answer in time. What you entered is still here.' })
      .waitFor();
    await room.shot('modal-deaf');
    expect(await dialog.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Ada');
  });

  test('scrolls inside when it is long; its title and buttons stay in sight', async () => {
    await room.sitDown();
    const dialog = await room.open('long', 'Long');
    await dialog.getByRole('textbox', { name: 'Last words' }).scrollIntoViewIfNeeded();
    const box = await dialog.boundingBox();
    expect(box && box.y >= 0 && box.y + box.height <= 900).toBe(true);
    for (const sight of [dialog.getByRole('heading', { name: 'Long' }), dialog.getByRole('button', { name: 'Send' })]) {
      const place = await sight.boundingBox();
      expect(place && place.y > 0 && place.y + place.height < 900).toBe(true);
    }
  });

  test('that may not be sent yet is not sent', async () => {
    await room.sitDown();
    submitted.length = 0;
    const dialog = await room.open('closed', 'Not yet');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Ada');
    await dialog.getByRole('textbox', { name: 'Name' }).press('Control+Enter');
    expect(await dialog.getByRole('button', { name: 'Send' }).getAttribute('aria-disabled')).toBe('true');
    expect(submitted).toEqual([]);
  });
});
