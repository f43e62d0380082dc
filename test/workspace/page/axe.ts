import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { z } from 'zod';

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const Violations = z.array(
  z.object({ id: z.string(), impact: z.string().nullish(), nodes: z.array(z.object({ html: z.string() })) }),
);

const SETTLED = `Promise.allSettled(
  document.getAnimations().filter((one) => one.effect.getComputedTiming().iterations !== Infinity).map((one) => one.finished),
)`;

/** What axe-core calls serious or critical within `selector`: `rule: html of the node`. */
export async function violations(page: Page, selector = 'body'): Promise<string[]> {
  await page.evaluate(source);
  // A colour on its way from one theme to the other has a contrast that nobody sees.
  await page.evaluate(SETTLED);
  const found: unknown = await page.evaluate(
    `axe.run(${JSON.stringify(selector)}, { resultTypes: ['violations'], rules: { 'label-content-name-mismatch': { enabled: true } } }).then((result) => result.violations)`,
  );
  return Violations.parse(found)
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
