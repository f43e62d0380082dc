import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { startOf } from '../src/demo/begin.ts';
import { castOf } from '../src/demo/cast.ts';
import { OnRecord } from '../src/demo/on-record.ts';
import { type Processes, startProcesses } from '../src/demo/processes.ts';
import { Scene } from '../src/demo/scene.ts';
import { found } from '../src/demo/step-failed.ts';
import { answerIntake } from '../src/demo/steps/answer-intake.ts';
import { openHandoff } from '../src/demo/steps/open-handoff.ts';
import { vote } from '../src/demo/steps/vote.ts';
import { isPromise } from '../src/handoff/decisions.ts';
import { paths } from '../src/paths.ts';
import { openBrowser } from '../test/workspace/page/fixture.ts';
import { build } from './build.ts';

const images = 'docs/images';
const mostBytes = 350_000;

/** The flag of the pictures. */
const pictured = 'August bank holiday';

/** The severe flags are decided: a change order to settle, a question that kickoff waits for, the rest by both sides. */
const decideSevere = async (scene: Scene): Promise<void> => {
  const { owner, lead } = scene;
  const severe = scene.handoff.flags
    .map(({ flag }) => flag)
    .filter((flag) => flag.severity === 'high' && isPromise(flag) && !flag.text.includes(pictured));
  const first = found(severe.shift(), 'There are too few flags.');
  const last = found(severe.pop(), 'There are too few flags.');
  await vote(scene, owner, first.id, 'change_order');
  for (const { id } of severe) for (const person of [owner, lead]) await vote(scene, person, id, 'not_a_promise');
  await vote(scene, lead, last.id, 'ask_customer');
  await scene.settled();
};

/** The sample deal, handed over into review: files read, intake answered, the severe flags decided. */
const handOverToReview = async (processes: Processes, deal: Scene['deal']): Promise<Scene> => {
  const { people, database } = processes;
  const bot = found((await people.company()).app?.bot_user, 'No app is installed in the workspace.');
  const scene = new Scene({ deal, people, cast: await castOf(deal, people), record: new OnRecord(database), bot });
  await openHandoff(scene);
  for (const { path, bytes } of deal.contents) await people.upload(scene.owner, scene.channel, path, bytes);
  await scene.settled();
  await scene.clickMessage(scene.owner, `evidence:${scene.h}`, 'source.signed');
  await scene.settled();
  await answerIntake(scene);
  await decideSevere(scene);
  return scene;
};

/** One picture of what is `shown` and `margin` CSS pixels around it; no higher than `most`. */
const picture = async (page: Page, name: string, shown: Locator, margin: number, most = Infinity): Promise<void> => {
  const box = found(await shown.boundingBox(), `There is nothing to be seen for ${name}.`);
  const path = join(images, `${name}.png`);
  const height = Math.min(box.height, most) + 2 * margin;
  await page.screenshot({
    path,
    clip: { x: box.x - margin, y: box.y - margin, width: box.width + 2 * margin, height },
  });
  const { size } = await stat(path);
  console.log(`${path}: ${Math.round(size / 1000)} kB`);
  if (size > mostBytes) throw new Error(`${path} is larger than ${mostBytes / 1000} kB.`);
};

/** The page as the delivery lead has it, tall enough that nothing of a picture is cut off. */
const sitDown = async (browser: Browser, scene: Scene): Promise<Page> => {
  const page = await browser.newPage({
    viewport: { width: 1120, height: 1600 },
    deviceScaleFactor: 2,
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  await page.goto(`${scene.people.url}/?as=${scene.lead.id}&channel=${scene.channel}`);
  await page.getByText('Live', { exact: true }).waitFor();
  return page;
};

const takeAll = async (page: Page, { deal }: Scene): Promise<void> => {
  const messages = page.getByRole('log', { name: /^Messages in #handoff-/ }).getByRole('article');
  const title = page.getByRole('heading', { name: `${deal.customer} · ${deal.name}` });
  const desk = messages.filter({ has: title });
  await desk.scrollIntoViewIfNeeded();
  await picture(page, 'desk', desk, 0);

  const flags = messages.filter({ hasText: /Flags · \d+ flags/ });
  await flags.getByRole('button', { name: /\d+ (reply|replies)/ }).click();
  const notSold = page.getByRole('button', { name: 'Not sold', exact: true });
  const cards = page.getByRole('log', { name: 'Messages in thread' }).getByRole('article');
  const card = cards.filter({ has: notSold, hasText: pictured });
  await card.scrollIntoViewIfNeeded();
  await picture(page, 'flag-card', card, 0);

  await card.getByRole('button', { name: 'Not sold', exact: true }).click();
  const modal = page.getByRole('dialog', { name: 'Not sold' });
  await modal.getByRole('textbox', { name: 'Reason' }).waitFor();
  await picture(page, 'modal', modal, 24);
  await modal.getByRole('button', { name: 'Cancel' }).click();

  await page.getByRole('button', { name: 'Close thread' }).click();
  await page.getByRole('tab', { name: 'Canvas' }).click();
  const canvas = page.getByRole('region', { name: 'Canvas' });
  await canvas.getByRole('heading', { level: 1 }).waitFor();
  await picture(page, 'canvas', canvas, 0, 880);
};

/** Writes the README's pictures into `docs/images`: the sample deal in the local workspace, by the real bot. */
const main = async (): Promise<void> => {
  await build();
  const dir = await mkdtemp(join(tmpdir(), 'baton-pictures-'));
  const { deal, clockStart, timezone } = await startOf(paths.sampleDeal);
  const processes = await startProcesses({ dir, clockStart, timezone, mode: 'socket', port: 0 });
  const browser = await openBrowser();
  try {
    const scene = await handOverToReview(processes, deal);
    await takeAll(await sitDown(browser, scene), scene);
    scene.record.close();
  } finally {
    await browser.close();
    await processes.stop();
    await rm(dir, { recursive: true, force: true });
  }
};

await main();
