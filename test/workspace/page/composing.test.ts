import { describe, expect, test } from 'vitest';
import { control, person, until } from '../fixture.ts';
import { violations } from './axe.ts';
import { CHANNEL, sitting, themes } from './sitting.ts';

const at = sitting(() => undefined);
const composer = () => at.page().getByRole('textbox', { name: 'Message #handoffs' });
const suggestions = () => at.page().getByRole('listbox', { name: 'Suggestions' });

describe('writing a message', () => {
  test('shows what others will see, and sends that', async () => {
    await at.sitDown();
    await composer().fill('We are *ready*:\n- import\n- `tests`\n> said Tom');
    const preview = at.page().getByRole('region', { name: 'Preview' });
    await preview.locator('strong', { hasText: 'ready' }).waitFor();
    expect(await preview.locator('blockquote').textContent()).toBe('said Tom');
    for (const theme of themes) {
      await at.theme(theme);
      expect(await violations(at.page())).toEqual([]);
      await at.shot(`composing-${theme}`);
    }
    await composer().press('Enter');
    await at.log().locator('blockquote', { hasText: 'said Tom' }).waitFor();
    await at.log().getByText('• import').waitFor();
    expect(await preview.count()).toBe(0);
  });

  test('writes on while the last one is under way, and nothing is lost', async () => {
    await at.sitDown();
    const held: (() => void)[] = [];
    await at.page().route('**/people/post', (route) => void held.push(() => void route.continue()));
    for (const text of ['First', 'Second']) {
      await composer().fill(text);
      await composer().press('Enter');
    }
    await composer().fill('Third, not sent');
    for (const text of ['First', 'Second']) {
      const release = await until(() => held.shift());
      release();
      await at.log().getByText(text, { exact: true }).waitFor();
    }
    expect(await at.log().getByRole('article').allInnerTexts()).toMatchObject(
      [/First/, /Second/].map((one) => expect.stringMatching(one)),
    );
    expect(await composer().inputValue()).toBe('Third, not sent');
  });

  test('completes people, channels, everybody and emoji by keyboard', async () => {
    await at.sitDown();
    await composer().focus();
    const { keyboard } = at.page();
    await keyboard.type('@tom');
    await suggestions()
      .getByRole('option', { name: /Tomasz Nowak/ })
      .waitFor();
    await keyboard.press('Enter');
    await keyboard.type('see #sal');
    await suggestions().getByRole('option', { name: /sales/ }).waitFor();
    await keyboard.press('Tab');
    await keyboard.type(':thumbsu');
    await suggestions().getByRole('option', { name: /:\+1:/ }).waitFor();
    await keyboard.press('Enter');
    expect(await composer().inputValue()).toBe('@Tomasz Nowak see #sales :+1: ');
    await keyboard.press('Enter');
    await at.log().getByRole('button', { name: '#sales' }).waitFor();
    await at.log().getByRole('img', { name: '+1' }).waitFor();
  });

  test('puts formats on with keys, and Enter stays in an open code block', async () => {
    await at.sitDown();
    await composer().focus();
    const { keyboard } = at.page();
    await keyboard.press('Control+b');
    await keyboard.type('bold');
    await keyboard.press('End');
    await keyboard.press('Shift+Enter');
    await keyboard.type('```let a = 1');
    await keyboard.press('Enter');
    await keyboard.type('let b = 2```');
    expect(await composer().inputValue()).toBe('*bold*\n```let a = 1\nlet b = 2```');
    await keyboard.press('Enter');
    await at.log().locator('pre', { hasText: 'let b = 2' }).waitFor();
  });

  test('keeps a draft for each channel, also over a reload', async () => {
    await at.sitDown();
    await composer().fill('Not yet');
    const rail = at.page().getByRole('navigation', { name: 'Workspace' });
    await rail.getByRole('button', { name: 'sales', exact: true }).click();
    expect(await at.page().getByRole('textbox', { name: 'Message #sales' }).inputValue()).toBe('');
    await at.page().reload();
    await rail.getByRole('button', { name: /^handoffs/ }).click();
    expect(await composer().inputValue()).toBe('Not yet');
  });

  test('edits the last own message with the arrow up, and shows that it was edited', async () => {
    await person(at.workspace(), 'U0PRIYA').do('post', { channel: CHANNEL, text: 'Kickof on <#C0SALES>' });
    await at.sitDown();
    await at.log().getByText('Kickof').waitFor();
    await composer().press('ArrowUp');
    const field = at.page().getByRole('textbox', { name: 'Edit message' });
    expect(await field.inputValue()).toBe('Kickof on #sales');
    await field.fill('Kickoff in #sales');
    await field.press('Enter');
    await at.log().getByText('(edited)').waitFor();
    const state = JSON.stringify(await control(at.workspace(), 'state'));
    expect(state).toContain('Kickoff in <#C0SALES>');
  });

  test('does not send what is too long', async () => {
    await at.sitDown();
    await composer().fill('x'.repeat(12_003));
    await at.page().getByText('3 letters too many').waitFor();
    expect(await at.page().getByRole('button', { name: 'Send' }).isDisabled()).toBe(true);
    await composer().fill('x'.repeat(11_990));
    await at.page().getByText('10 letters left').waitFor();
    expect(await at.page().getByRole('button', { name: 'Send' }).isDisabled()).toBe(false);
  });

  test('finds an emoji in the picker by its name', async () => {
    await at.sitDown();
    await at.page().getByRole('button', { name: 'Insert emoji' }).click();
    await at.page().getByRole('combobox', { name: 'Search emoji' }).fill('rocket');
    await at.page().getByRole('option', { name: 'rocket', exact: true }).waitFor();
    expect(await violations(at.page(), '.emoji-picker')).toEqual([]);
    await at.shot('emoji-picker');
    await at.page().keyboard.press('Enter');
    expect(await composer().inputValue()).toBe(':rocket: ');
  });
});
