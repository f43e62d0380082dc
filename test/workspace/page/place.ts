import type { Page } from 'playwright-core';
import type { Workspace } from '../../../src/workspace/server.ts';
import { until } from '../fixture.ts';

/** Opens the page at a place (`channel=C0HANDOFFS`, `search=import`, …) as somebody, and waits for its live line. */
export async function openAt(page: Page, workspace: Workspace, place: string, as = 'U0PRIYA'): Promise<void> {
  await page.goto(`${workspace.url}/?as=${as}&${place}`);
  await page.getByText('Live', { exact: true }).waitFor();
}

export const rail = (page: Page) => page.getByRole('navigation', { name: 'Workspace' });

/** Waits until an expression is true in the page. Playwright's own way evaluates a string, which the page's policy forbids. */
export const holds = (page: Page, expression: string): Promise<unknown> => until(() => page.evaluate(expression));
