import { wordsOf } from '../elements.ts';
import type { Scene } from '../scene.ts';
import { expect } from '../step-failed.ts';

/** *Schedule kickoff* before its time opens the list of what is missing, and nothing else. */
export const tryKickoffEarly = async (scene: Scene): Promise<string> => {
  const { people, lead, record, h } = scene;
  await scene.clickDesk(lead, 'kickoff.open');
  const view = await people.topView(lead);
  const words = wordsOf(view.blocks);
  expect(view.submit === undefined, 'Kickoff can be scheduled although things are missing.');
  expect(/missing/i.test(words), 'The refusal does not say that something is missing.');
  const items = record.openItems(h);
  const folded = /\d+ flags to decide/.test(words);
  const unseen = items.filter((one) => !words.includes(one.text.slice(0, 40)) && !(folded && one.code === 'flag'));
  expect(unseen.length === 0 || items.length > 20, `The list leaves out “${unseen[0]?.text ?? ''}”.`);
  expect(people.shows({ view }, 'open.item'), 'Nothing on the list can be opened from it.');
  await people.closeAll(lead);
  expect(!record.row(h).kickoffScheduled, 'Kickoff was scheduled although things are missing.');
  const missing = new Set(items.map((one) => `${one.code} ${one.about}`)).size;
  return `refused, ${missing} things missing`;
};
