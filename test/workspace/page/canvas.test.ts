import { expect, test } from 'vitest';
import { person, until } from '../fixture.ts';
import { violations } from './axe.ts';
import { holds, openAt } from './place.ts';
import { CHANNEL, sitting, themes } from './sitting.ts';

const desk = sitting(() => {});

const text = [
  '# Handover',
  'Owner: ![](@U0TOMASZ)',
  '## To do',
  '- [x] Read the contract\n- [ ] Agree on the format',
  '## Commitments',
  '| What | Who |\n| --- | --- |\n| Import | Tomasz |',
].join('\n\n');

const openCanvas = async (place = 'tab=canvas') => {
  await desk.client().conversations.canvases.create({
    channel_id: CHANNEL,
    document_content: { type: 'markdown', markdown: text },
  });
  await openAt(desk.page(), desk.workspace(), `channel=${CHANNEL}&${place}`);
  const canvas = desk.page().getByRole('region', { name: 'Canvas', exact: true });
  await canvas.getByRole('heading', { name: 'Handover' }).waitFor();
  return canvas;
};
const markdown = async () => {
  const [canvas] = [...desk.workspace().world.canvases.values()];
  return canvas?.sections.map((section) => section.markdown).join('\n\n') ?? '';
};

test('has an outline that leads to its headings, and people that one can ask about', async () => {
  const page = desk.page();
  const canvas = await openCanvas();
  await canvas.getByRole('navigation', { name: 'Outline' }).getByRole('button', { name: 'Commitments' }).click();
  await holds(page, 'document.activeElement.textContent === "Commitments"');
  await canvas.getByRole('button', { name: '@Tomasz Nowak' }).click();
  const card = page.getByRole('dialog', { name: 'Tomasz Nowak' });
  await card.getByText('Delivery lead').waitFor();
  await page.keyboard.press('Escape');
  for (const theme of themes) {
    await desk.theme(theme);
    expect(await violations(page)).toEqual([]);
    await desk.shot(`canvas-${theme}`);
  }
});

test('a ticked box is ticked for everybody', async () => {
  const canvas = await openCanvas();
  await canvas.getByRole('checkbox', { name: 'Agree on the format' }).click();
  await until(async () => (await markdown()).includes('- [x] Agree on the format'));
  await holds(desk.page(), 'document.querySelectorAll("input[type=checkbox]:checked").length === 2');
});

test('one section is written in, and only that one changes', async () => {
  const canvas = await openCanvas();
  await canvas.getByText('Owner:').hover();
  await canvas.getByRole('button', { name: /^Edit section: Owner/ }).click();
  const field = canvas.getByRole('textbox', { name: 'Section text (Markdown)' });
  await field.fill('Owner: Elena');
  await desk.page().keyboard.press('Control+Enter');
  await canvas.getByText('Owner: Elena').waitFor();
  expect(await markdown()).toBe(text.replace('Owner: ![](@U0TOMASZ)', 'Owner: Elena'));
});

test('a change of another section does not disturb the writer', async () => {
  const canvas = await openCanvas();
  await canvas.getByText('Owner:').hover();
  await canvas.getByRole('button', { name: /^Edit section: Owner/ }).click();
  const field = canvas.getByRole('textbox', { name: 'Section text (Markdown)' });
  await field.fill('Owner: Elena');
  const [id = ''] = desk.workspace().world.canvases.keys();
  const tomasz = person(desk.workspace(), 'U0TOMASZ');
  await tomasz.do('edit_canvas', { canvas: id, markdown: text.replace('Handover', 'Handover of Northwind') });
  await canvas.getByRole('heading', { name: 'Handover of Northwind' }).waitFor();
  expect(await canvas.getByRole('alert').count()).toBe(0);
  await canvas.getByRole('button', { name: 'Save' }).click();
  await until(async () => (await markdown()).includes('Owner: Elena'));
  expect(await markdown()).toContain('Handover of Northwind');
});

test('what changed under the writer is shown, and nothing typed is lost', async () => {
  const page = desk.page();
  const canvas = await openCanvas();
  await canvas.getByRole('button', { name: 'Edit', exact: true }).click();
  const field = canvas.getByRole('textbox', { name: 'Canvas text (Markdown)' });
  await field.fill('# Mine');
  const [id = ''] = desk.workspace().world.canvases.keys();
  await person(desk.workspace(), 'U0TOMASZ').do('edit_canvas', { canvas: id, markdown: '# Theirs' });
  await canvas.getByRole('alert').getByText('This canvas changed while you were writing').waitFor();
  expect(await field.inputValue()).toBe('# Mine');
  // Looking elsewhere keeps it as well.
  await page.getByRole('tab', { name: 'Messages' }).click();
  await page.getByRole('tab', { name: 'Canvas' }).click();
  expect(await field.inputValue()).toBe('# Mine');
  expect(await violations(page)).toEqual([]);
  await desk.shot('canvas-clash');
  await canvas.getByRole('button', { name: 'Put theirs above mine' }).click();
  await canvas.getByRole('button', { name: 'Save mine over it' }).click();
  await canvas.getByRole('heading', { name: 'Mine' }).waitFor();
  expect(await markdown()).toBe('# Theirs\n\n# Mine');
});

test('stands beside the messages, and goes with Escape', async () => {
  const page = desk.page();
  await openCanvas();
  await page.getByRole('button', { name: 'Beside the messages' }).click();
  const side = page.getByRole('complementary', { name: 'Canvas beside the messages' });
  await side.getByRole('heading', { name: 'To do' }).waitFor();
  await page.getByRole('textbox', { name: 'Message #handoffs' }).waitFor();
  expect(page.url()).toContain('side=canvas');
  expect(await violations(page)).toEqual([]);
  const pencil = await side
    .getByRole('button', { name: /^Edit section/ })
    .first()
    .boundingBox();
  expect((pencil?.x ?? 1280) + (pencil?.width ?? 0)).toBeLessThanOrEqual(1280);
  await desk.shot('canvas-beside');
  await side.getByRole('button', { name: 'Full screen' }).focus();
  await page.keyboard.press('Escape');
  await side.waitFor({ state: 'detached' });
});
