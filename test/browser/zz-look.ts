import { build } from '../../scripts/build.ts';
import { answerTheIntake } from './steps/answer-the-intake.ts';
import { answerWhatBlocks, askWhatBlocks } from './steps/answer-the-question.ts';
import { bothDeliverIt, bothSayNotSold, decideTheRest } from './steps/decide-the-flags.ts';
import { dropTheEvidence } from './steps/drop-the-evidence.ts';
import { openTheHandoff } from './steps/open-the-handoff.ts';
import { readThePacket } from './steps/read-the-packet.ts';
import { kickoffIsShut, scheduleKickoff } from './steps/schedule-kickoff.ts';
import { bothSign } from './steps/sign-the-packet.ts';
import { openWorkplace } from './steps/workplace.ts';
await build();
const base = await openWorkplace();
const { page } = base;
let n = 0;
const out = '/tmp/shots/look';
const articles = async (tag: string) => {
  const all = await page.getByRole('article').all();
  let i = 0;
  for (const one of all) { i += 1; await one.screenshot({ path: `${out}/${tag}-${String(i).padStart(2,'0')}.png` }).catch(() => undefined); }
};
const work = { ...base, keep: async (name: string) => {
  n += 1;
  const tag = `${String(n).padStart(2, '0')}-${name.replace(',', '')}`;
  await page.screenshot({ path: `${out}/${tag}-d.png` });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.screenshot({ path: `${out}/${tag}-m.png` });
  const h = await page.evaluate('(() => { const d = document.querySelector("dialog .dialog-main"); return d ? [d.scrollHeight, d.clientHeight] : null })()');
  if (h) { console.log(tag, 'modal', h); await page.setViewportSize({ width: 390, height: 2600 }); await page.screenshot({ path: `${out}/${tag}-full.png` }); }
  if (!h && ['desk-at-intake','evidence-read','one-side-has-spoken','flags-decided','questions','both-signed','desk-scheduled'].includes(name)) { await page.setViewportSize({ width: 390, height: 844 }); await articles(`${tag}-x`); }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 800 });
} };
try {
  await openTheHandoff(work);
  await dropTheEvidence(work);
  await kickoffIsShut(work);
  await answerTheIntake(work);
  await bothDeliverIt(work);
  await bothSayNotSold(work);
  await decideTheRest(work);
  await askWhatBlocks(work);
  await answerWhatBlocks(work);
  await readThePacket(work);
  await bothSign(work);
  await scheduleKickoff(work);
} catch (e) { console.log(String(e)); await page.screenshot({ path: `${out}/failed.png` }); }
console.log(base.complaints);
await base.close();
