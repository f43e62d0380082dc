import { readFile } from 'node:fs/promises';
import { openBrowser } from '../workspace/page/fixture.ts';
const b = await openBrowser();
const p = await b.newPage({ viewport: { width: 1600, height: 900 } });
const jobs = process.argv.slice(2).map((one) => one.split('='));
for (const [out, list] of jobs) {
  const imgs = await Promise.all((list ?? '').split(',').map(async (f) => `<img style="vertical-align:top;margin:4px;border:1px solid #888;max-width:1280px" src="data:image/png;base64,${(await readFile(f)).toString('base64')}">`));
  await p.setContent(`<body style="margin:0;background:#bbb;width:max-content">${imgs.join('')}</body>`);
  const s = await p.evaluate('[document.body.scrollWidth, document.body.scrollHeight]') as number[];
  await p.setViewportSize({ width: Math.min(s[0] ?? 1600, 3200), height: s[1] ?? 900 });
  await p.screenshot({ path: out ?? '' });
  await p.setViewportSize({ width: 1600, height: 900 });
}
await b.close();
