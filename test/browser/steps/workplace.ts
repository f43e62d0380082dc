import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { startProcesses } from '../../../src/demo/processes.ts';
import { openBrowser } from '../../workspace/page/fixture.ts';
import { deal } from './deal.ts';

const results = 'test-results/main-job';

export interface Workplace {
  page: Page;
  /** What the page and the two processes complained about. */
  complaints: string[];
  /** Keeps what is on screen in `test-results/main-job`, numbered in the order of the story. */
  keep(name: string): Promise<void>;
  close(): Promise<void>;
}

/** The real workspace, the real bot and a browser in front of them, at nine in the morning of the day on which the deal closed. */
export const openWorkplace = async (): Promise<Workplace> => {
  const dir = await mkdtemp(join(tmpdir(), 'baton-browser-'));
  await rm(results, { recursive: true, force: true });
  await mkdir(results, { recursive: true });
  const clockStart = `${deal.today}T09:00:00Z`;
  const [processes, browser] = await Promise.all([
    startProcesses({ dir, clockStart, mode: 'socket', timezone: 'Europe/London', port: 0 }),
    openBrowser(),
  ]);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
  void processes.died.then((sentence) => complaints.push(sentence));
  await page.goto(`${processes.people.url}/?as=U0PRIYA`);
  await page.getByText('Live', { exact: true }).waitFor();
  let kept = 0;
  return {
    page,
    complaints,
    keep: async (name) => {
      kept += 1;
      await page.screenshot({ path: join(results, `${String(kept).padStart(2, '0')}-${name}.png`) });
    },
    close: () => closeAll(browser, () => processes.stop(), dir),
  };
};

const closeAll = async (browser: Browser, stop: () => Promise<void>, dir: string): Promise<void> => {
  await browser.close();
  await stop();
  await rm(dir, { recursive: true, force: true });
};

/** Sits down as somebody else, in the same channel. */
export const actAs = async (page: Page, name: string): Promise<void> => {
  const mine = page.getByRole('button', { name: `Acting as ${name}` });
  if (await mine.isVisible()) return;
  await page.getByRole('button', { name: /^Acting as / }).click();
  await page.getByRole('menuitemradio', { name: new RegExp(name) }).click();
  await mine.waitFor();
};

export const channelLog = (page: Page): Locator => page.getByRole('log', { name: `Messages in #${deal.channel}` });

/** The one message of the deal's channel that says this. */
export const message = (page: Page, says: string | RegExp): Locator =>
  channelLog(page).getByRole('article').filter({ hasText: says });

export const desk = (page: Page): Locator =>
  channelLog(page)
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { name: `${deal.customer} · ${deal.name}` }) });

export const dialog = (page: Page, name: string | RegExp): Locator => page.getByRole('dialog', { name });

/** Presses the button of a modal that must be accepted: it goes. */
export const submit = async (modal: Locator, button: string | RegExp): Promise<void> => {
  await modal.getByRole('button', { name: button, exact: true }).click();
  await modal.waitFor({ state: 'detached' });
};

/** Chooses a person in a field that one types in. */
export const choosePerson = async (modal: Locator, field: string | RegExp, name: string): Promise<void> => {
  const box = modal.getByRole('combobox', { name: field });
  await box.click();
  await box.fill(name);
  await modal
    .page()
    .getByRole('option', { name: new RegExp(name) })
    .click();
};
