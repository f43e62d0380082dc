import { expect, test } from 'vitest';
import { control, person } from '../fixture.ts';
import { violations } from './axe.ts';
import { holds, openAt, rail } from './place.ts';
import { CHANNEL, sitting, themes } from './sitting.ts';

const desk = sitting(() => {});

test('everybody is there to be acted as, with their time; who was deactivated cannot be', async () => {
  const page = desk.page();
  const yuki = desk.workspace().world.users.get('U0YUKI');
  if (yuki) yuki.is_restricted = true;
  await control(desk.workspace(), 'user', { id: 'U0CARLOS', deleted: true });
  await openAt(page, desk.workspace(), `channel=${CHANNEL}`);
  await page.getByRole('button', { name: 'Acting as Priya Raman' }).click();
  await page.getByRole('menuitemradio', { name: /Yuki Tanaka guest.*6:0\d PM/ }).waitFor();
  await page.getByRole('menuitemradio', { name: /Jonah Fields.*1:0\d AM/ }).waitFor();
  const gone = page.getByRole('menuitemradio', { name: /Carlos Mendes deactivated/ });
  expect(await gone.getAttribute('aria-disabled')).toBe('true');
  for (const theme of themes) {
    await desk.theme(theme);
    expect(await violations(page)).toEqual([]);
    await desk.shot(`act-as-${theme}`);
  }
});

test('by keyboard alone: a letter finds the person, Enter sits down as them', async () => {
  const page = desk.page();
  await openAt(page, desk.workspace(), `channel=${CHANNEL}`);
  await page.getByRole('button', { name: 'Acting as Priya Raman' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitemradio', { name: /Priya Raman/ }).waitFor();
  await page.keyboard.press('t');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Acting as Tomasz Nowak' }).waitFor();
  expect(page.url()).toContain('as=U0TOMASZ');
  await page.goBack();
  await page.getByRole('button', { name: 'Acting as Priya Raman' }).waitFor();
});

test('the page in two tabs is two people, who hear each other', async () => {
  const browser = desk.page().context().browser();
  const context = await browser?.newContext();
  if (!context) throw new Error('the browser is gone');
  const [page, other] = [await context.newPage(), await context.newPage()];
  await openAt(page, desk.workspace(), `channel=${CHANNEL}`);
  await openAt(other, desk.workspace(), `channel=${CHANNEL}`, 'U0TOMASZ');
  await other.getByRole('textbox', { name: 'Message #handoffs' }).fill('From the other tab');
  await other.keyboard.press('Enter');
  await page.getByRole('log', { name: 'Messages in #handoffs' }).getByText('From the other tab').waitFor();
  expect(await page.getByRole('button', { name: 'Acting as Priya Raman' }).count()).toBe(1);
  await page.reload();
  await page.getByRole('button', { name: 'Acting as Priya Raman' }).waitFor();
  await context.close();
});

test('a mention elsewhere is told once, counted in the list and the title, and opened from the note', async () => {
  const page = desk.page();
  await openAt(page, desk.workspace(), `channel=${CHANNEL}`);
  const elena = person(desk.workspace(), 'U0ELENA');
  await elena.do('post', { channel: 'C0SALES', text: 'Signed, <@U0PRIYA>!' });
  await holds(page, 'document.title.startsWith("(1) #handoffs")');
  await rail(page).getByRole('button', { name: 'sales, 1 unread' }).waitFor();
  await rail(page).getByRole('button', { name: 'Activity, 1 for you' }).waitFor();
  const note = page.getByRole('status').filter({ hasText: 'Elena Petrova in #sales' });
  await note.getByText('Signed, @Priya Raman!').waitFor();
  await desk.shot('notice');
  await note.getByRole('button', { name: 'Open' }).click();
  await page.getByRole('log', { name: 'Messages in #sales' }).getByText('Signed,').waitFor();
  await holds(page, 'document.title.startsWith("#sales")');
});

test('an answer in a thread of mine waits in Activity until it was seen', async () => {
  const page = desk.page();
  const { ts } = await person(desk.workspace(), 'U0PRIYA').do('post', { channel: CHANNEL, text: 'Who takes it?' });
  await openAt(page, desk.workspace(), 'channel=C0SALES');
  await person(desk.workspace(), 'U0TOMASZ').do('post', { channel: CHANNEL, text: 'I do', thread_ts: ts });
  await rail(page).getByRole('button', { name: 'Activity, 1 for you' }).click();
  const list = page.getByRole('list', { name: 'Mentions and threads' });
  await list.getByText('answered in a thread of #handoffs').waitFor();
  for (const theme of themes) {
    await desk.theme(theme);
    expect(await violations(page)).toEqual([]);
  }
  await list.getByRole('button', { name: /I do/ }).click();
  await page.getByRole('complementary', { name: 'Thread' }).getByText('I do').waitFor();
  await rail(page).getByRole('button', { name: 'Activity', exact: true }).waitFor();
});
