import { describe, expect, test } from 'vitest';
import { until } from '../fixture.ts';
import { violations } from './axe.ts';
import { listen, sent, submitted } from './modal-views.ts';
import { sitting, themes } from './sitting.ts';

const room = sitting(listen);

describe('a modal', () => {
  test('takes formatted text by buttons and by keys, and gives a rich_text block', async () => {
    submitted.length = 0;
    await room.sitDown();
    const dialog = await room.open('rich', 'Letter');
    const editor = dialog.getByRole('textbox', { name: 'Letter text' });
    await until(() => editor.evaluate((one) => one.matches(':focus')));
    const keys = room.page().keyboard;
    await keys.type('Dear ');
    await keys.press('Control+b');
    await keys.type('Ada');
    await keys.press('Control+b');
    await keys.type(',');
    await keys.press('Enter');
    await dialog.getByRole('button', { name: 'Bulleted list' }).click();
    expect(await dialog.getByRole('button', { name: 'Bulleted list' }).getAttribute('aria-pressed')).toBe('true');
    await keys.type('one');
    await keys.press('Enter');
    await keys.type('two');
    await keys.press('Enter');
    await keys.press('Enter');
    await keys.press('Control+Shift+C');
    await keys.type('npm start');
    expect(await violations(room.page(), 'dialog')).toEqual([]);
    await room.shot('modal-rich');
    await keys.press('Control+Enter');
    expect((await sent()).body?.v).toEqual({
      type: 'rich_text_input',
      rich_text_value: {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: 'Dear ' },
              { type: 'text', text: 'Ada', style: { bold: true } },
              { type: 'text', text: ',' },
            ],
          },
          {
            type: 'rich_text_list',
            style: 'bullet',
            indent: 0,
            elements: [
              { type: 'rich_text_section', elements: [{ type: 'text', text: 'one' }] },
              { type: 'rich_text_section', elements: [{ type: 'text', text: 'two' }] },
            ],
          },
          { type: 'rich_text_section', elements: [{ type: 'text', text: 'npm start', style: { code: true } }] },
        ],
      },
    });
  });

  test.each(themes)('takes files, says what does not fit, and gives them back, %s', async (theme) => {
    submitted.length = 0;
    await room.sitDown();
    await room.theme(theme);
    const dialog = await room.open('files', 'Files');
    const input = dialog.getByLabel('Contracts');
    const file = (named: string) => ({ name: named, mimeType: 'text/plain', buffer: Buffer.from('a') });
    await input.setInputFiles([file('a.txt'), file('b.exe'), file('c.txt'), file('d.txt')].slice(0, 3));
    await dialog.getByText('Only .txt can be added here.').waitFor();
    const list = dialog.getByRole('list', { name: 'Files added' });
    await until(async () => (await list.getByRole('button', { name: /Remove/ }).count()) === 2);
    expect(await violations(room.page(), 'dialog')).toEqual([]);
    await room.shot(`modal-files-${theme}`);
    await list.getByRole('button', { name: 'Remove a.txt' }).click();
    await dialog.getByText('a.txt removed.').waitFor();
    await dialog.getByRole('button', { name: 'Send' }).click();
    expect((await sent()).files?.v?.files).toMatchObject([{ name: 'c.txt' }]);
  });
});
