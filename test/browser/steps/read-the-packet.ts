import { expect } from 'vitest';
import { promises } from './deal.ts';
import type { Workplace } from './workplace.ts';

/** The canvas keeps what is sold and what is not apart, and its source marks lead to the place. */
export const readThePacket = async ({ page, keep }: Workplace): Promise<void> => {
  await page.getByRole('tab', { name: 'Canvas' }).click();
  const packet = page.getByRole('region', { name: 'Canvas' }).getByRole('article');
  await packet.getByRole('heading', { name: /Not sold/ }).waitFor();
  expect(await packet.getByText(promises.notCovered).count()).toBeGreaterThan(0);
  expect(await packet.getByText(promises.contradicted).count()).toBeGreaterThan(0);
  await keep('packet');
  await page.getByRole('tab', { name: 'Messages' }).click();
};
