import { expect, test } from 'vitest';
import { control, person } from '../fixture.ts';
import { violations } from './axe.ts';
import { holds } from './place.ts';
import { CHANNEL, sitting } from './sitting.ts';

const at = sitting(() => undefined);

const say = async (as: string, text: string): Promise<string> =>
  String((await person(at.workspace(), as).do('post', { channel: CHANNEL, text })).ts);
const focused = (ts: string) => holds(at.page(), `document.activeElement?.dataset.ts === "${ts}"`);

test('messages are walked, reacted to, pinned, edited and deleted without a mouse', async () => {
  const first = await say('U0TOMASZ', 'First');
  await say('U0AISHA', 'Second');
  const own = await say('U0PRIYA', 'Third, mine');
  await at.sitDown();
  await at.log().getByText('Third, mine').waitFor();
  const { keyboard } = at.page();
  await at.log().getByRole('article').last().focus();
  await focused(own);
  // Quicker than the page draws: no key may be lost.
  await Promise.all([keyboard.press('k'), keyboard.press('ArrowUp')]);
  await focused(first);
  expect(await violations(at.page(), '.main')).toEqual([]);

  await keyboard.press('r');
  await at.page().getByRole('combobox', { name: 'Search emoji' }).waitFor();
  await keyboard.type('tada');
  await keyboard.press('Enter');
  await at.log().getByRole('button', { name: 'tada, you' }).waitFor();

  await at.log().getByRole('article').first().focus();
  await keyboard.press('p');
  await at.log().getByText('Pinned').waitFor();
  await keyboard.press('End');
  await focused(own);
  await keyboard.press('e');
  await holds(at.page(), "document.activeElement?.tagName === 'TEXTAREA'");
  await keyboard.type(' again');
  await keyboard.press('Enter');
  await at.log().getByText('Third, mine again').waitFor();
  await focused(own);
  await keyboard.press('Delete');
  await at.page().getByRole('dialog', { name: 'Delete this message?' }).waitFor();
  await keyboard.press('Enter');
  await at.log().getByText('Third, mine again').waitFor({ state: 'detached' });
});

test('a message is marked unread, and stays so', async () => {
  await say('U0TOMASZ', 'Read long ago');
  await say('U0TOMASZ', 'Come back to this');
  await at.sitDown();
  await at.log().getByText('Come back to this').waitFor();
  await at.log().getByRole('article').last().focus();
  await at.page().keyboard.press('u');
  await at.log().getByText('New', { exact: true }).waitFor();
  await at
    .page()
    .getByRole('button', { name: /^handoffs, 1 unread/ })
    .waitFor();
});

test('the link of a message is copied, or shown where the browser does not copy', async () => {
  const ts = await say('U0TOMASZ', 'Where is it?');
  await at.sitDown();
  await at.log().getByText('Where is it?').hover();
  await at.page().getByRole('button', { name: 'More actions' }).click();
  await at.page().getByRole('menuitem', { name: 'Copy link' }).click();
  const link = `${at.workspace().url}/archives/${CHANNEL}/p${ts.replace('.', '')}`;
  const told = at
    .page()
    .getByRole('status')
    .filter({ hasText: new RegExp(`Link copied|${link}`) });
  await told.waitFor();
  expect(JSON.stringify(await control(at.workspace(), 'state'))).toContain(ts);
});
