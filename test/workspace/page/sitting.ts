import { type App, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { startWorkspace, type Workspace } from '../../../src/workspace/server.ts';
import { clientOf, seedWith, startBolt } from '../fixture.ts';
import { builtPage, openBrowser } from './fixture.ts';

export const CHANNEL = 'C0HANDOFFS';

/** A busy browser can hold up this process for a while, so the app is patient with its connection. */
const receiverOf = ({ url, app_token }: Workspace): SocketModeReceiver =>
  new SocketModeReceiver({
    appToken: app_token,
    logLevel: LogLevel.ERROR,
    installerOptions: { clientOptions: { slackApiUrl: `${url}/api/` } },
  });

/** A browser, a workspace and an app for every test of one file; complaints of the page's console fail a test. */
export function sitting(listen: (app: App) => void) {
  let pageDir: string;
  let browser: Browser;
  let workspace: Workspace;
  let app: App;
  let page: Page;
  let complaints: string[];
  beforeAll(async () => {
    [pageDir, browser] = await Promise.all([builtPage(), openBrowser()]);
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    complaints = [];
    workspace = await startWorkspace({ seed: seedWith(), pageDir, clockStart: '2026-11-30T09:00:00Z' });
    app = await startBolt(workspace, listen, { receiver: receiverOf(workspace) });
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
  });
  afterEach(async () => {
    await page.close();
    await app.stop();
    await workspace.close();
    expect(complaints).toEqual([]);
  });
  return {
    page: () => page,
    workspace: () => workspace,
    client: (): WebClient => clientOf(workspace),
    async sitDown(): Promise<void> {
      await page.goto(`${workspace.url}/?as=U0PRIYA&channel=${CHANNEL}`);
      await page.getByText('Live', { exact: true }).waitFor();
    },
    /** Runs the app's command and waits for its dialog. */
    async open(text: string, dialog: string): Promise<Locator> {
      const composer = page.getByRole('textbox', { name: 'Message #handoffs' });
      await composer.fill(`/desk ${text}`);
      await composer.press('Enter');
      const found = page.getByRole('dialog', { name: dialog });
      await found.waitFor();
      return found;
    },
    log: () => page.getByRole('log', { name: 'Messages in #handoffs' }),
    async theme(theme: 'light' | 'dark'): Promise<void> {
      await page.evaluate(`document.documentElement.dataset.theme = ${JSON.stringify(theme)}`);
    },
    shot: (name: string) => page.screenshot({ path: `test-results/${name}.png` }),
  };
}

export const themes = ['light', 'dark'] as const;
