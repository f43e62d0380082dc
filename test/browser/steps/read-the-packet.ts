import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { promises } from './deal.ts';
import type { Workplace } from './workplace.ts';

/** The words of each section of the canvas, by its heading. */
const sectionsOf = async (packet: Locator): Promise<Map<string, string>> => {
  const titles = await packet.getByRole('heading', { level: 2 }).allInnerTexts();
  const words = (await packet.allInnerTexts()).join('\n');
  const starts = titles.map((title) => words.indexOf(`\n${title}\n`));
  return new Map(titles.map((title, at) => [title, words.slice(starts[at], starts[at + 1])]));
};

/** What is sold and what is not stand apart, and a source mark leads to the file. */
export const readThePacket = async ({ page, keep }: Workplace): Promise<void> => {
  await page.getByRole('tab', { name: 'Canvas' }).click();
  const packet = page.getByRole('region', { name: 'Canvas' }).getByRole('article');
  await packet.getByText('said, but decided: not sold').waitFor();
  const sections = await sectionsOf(packet);
  const sold = sections.get('Sold scope and acceptance criteria') ?? '';
  const notSold = sections.get('Not sold') ?? '';
  expect(sold).toContain(promises.covered);
  expect(sold).toContain(promises.notCovered);
  expect(sold).not.toContain(promises.contradicted);
  expect(notSold).toContain(promises.contradicted);
  expect(notSold).not.toContain(promises.notCovered);
  expect(await packet.getByRole('link', { name: /00:01:27/ }).count()).toBeGreaterThan(0);
  await keep('packet');
  await page.getByRole('tab', { name: 'Messages' }).click();
};
