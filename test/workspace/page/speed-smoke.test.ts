import { expect, test } from 'vitest';
import { fillChannel } from '../../../scripts/bench/long-channel.ts';
import { postMessage } from '../../../src/workspace/state/messages.ts';
import { holds } from './place.ts';
import { CHANNEL, sitting } from './sitting.ts';

const at = sitting(() => undefined);
const list = 'document.querySelector(".main .list")';

/** Where the first message that is fully in sight stands: its ts and its distance from the list's top, in pixels. */
const anchor = `(() => {
  const top = ${list}.getBoundingClientRect().top;
  const one = [...document.querySelectorAll('.main article')].find((each) => each.getBoundingClientRect().top >= top);
  return { ts: one.dataset.ts, from: Math.round(one.getBoundingClientRect().top - top) };
})()`;
const placeOf = (ts: string) =>
  `Math.round(document.querySelector('.main article[data-ts="${ts}"]').getBoundingClientRect().top - ${list}.getBoundingClientRect().top)`;
const settled = () => at.page().evaluate('new Promise((done) => setTimeout(done, 400))');

async function longChannel(count: number) {
  const channel = at.workspace().world.channels.get(CHANNEL);
  if (!channel) throw new Error('no channel');
  fillChannel(at.workspace().world, channel, count);
  await at.sitDown();
  await holds(at.page(), `document.querySelectorAll('.main article').length > 5`);
  await settled();
  return channel;
}

interface Anchor {
  ts: string;
  from: number;
}
const isAnchor = (value: unknown): value is Anchor => typeof value === 'object' && value !== null && 'ts' in value;
async function anchorNow(): Promise<Anchor> {
  const found: unknown = await at.page().evaluate(anchor);
  if (!isAnchor(found)) throw new Error('nothing is in sight');
  return found;
}

test('a long channel draws only what is near, opens at its end, and stays put while others write', async () => {
  const channel = await longChannel(600);
  expect(await at.page().evaluate(`${list}.scrollHeight - ${list}.scrollTop - ${list}.clientHeight < 45`)).toBe(true);
  await at.page().evaluate(`${list}.scrollTop -= 1500`);
  await settled();
  const before = await anchorNow();
  for (let n = 0; n < 12; n += 1)
    postMessage(at.workspace().world, channel, { user: 'U0TOMASZ', text: `Arrived ${n}` });
  const back = at.page().getByRole('button', { name: '12 new messages' });
  await back.waitFor();
  expect(await at.page().evaluate(placeOf(before.ts))).toBe(before.from);
  await at.shot('long-channel');
  await back.click();
  await at.log().getByText('Arrived 11').waitFor();
  expect(await at.page().locator('.main article').count()).toBeLessThan(130);
});

test('older messages come while one scrolls up, and what one looks at does not move', async () => {
  await longChannel(400);
  await holds(at.page(), `document.querySelector('.main .older') !== null`);
  let moved = 0;
  for (let turn = 0; turn < 200; turn += 1) {
    const here: unknown = await at.page().evaluate(`${list}.scrollTop`);
    if (here === 0 && (await at.page().locator('.main .older').count()) === 0) break;
    await at.page().evaluate(`${list}.scrollTop -= 700`);
    await at.page().evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    const before = await anchorNow();
    await settled();
    const after: unknown = await at.page().evaluate(placeOf(before.ts));
    moved = Math.max(moved, Math.abs(Number(after) - before.from));
  }
  await at.log().getByRole('heading', { name: '#handoffs' }).waitFor();
  await at.log().getByText('Message 0:').waitFor();
  expect(moved).toBeLessThanOrEqual(1);
}, 120_000);
