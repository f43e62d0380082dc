import type { Scene } from '../scene.ts';
import { expect } from '../step-failed.ts';
import { timesPosted } from './let-days-pass.ts';

const checkNothingTwice = async (scene: Scene): Promise<number> => {
  const { channels } = await scene.people.everything();
  let posted = 0;
  for (const { id, messages } of channels) {
    const keys = messages.flatMap((one) => one.metadata?.event_payload.key ?? []);
    const twice = keys.find((key, at) => keys.indexOf(key) !== at);
    expect(twice === undefined, `${twice} was posted twice in ${id}.`);
    posted += keys.length;
  }
  return posted;
};

/** What must hold at the end, whatever happened on the way. */
export const checkRecord = async (scene: Scene): Promise<string> => {
  await scene.settled();
  const { record } = scene;
  const log = record.verify();
  expect(log.ok, `The log does not hold: ${log.problems[0]?.what ?? ''} at ${log.problems[0]?.position ?? ''}.`);
  const { busy, failed } = record.outbox();
  expect(busy.length + failed.length === 0, 'The outbox is not at rest.');
  const inbox = record.inbox();
  expect(inbox.failed.length === 0, `${inbox.failed.length} deliveries failed: ${inbox.failed[0]?.lastError ?? ''}.`);
  const posted = await checkNothingTwice(scene);
  for (const key of scene.remindedUnder)
    expect((await timesPosted(scene, key)) === 1, 'Somebody was reminded again of what they knew.');
  expect(record.openItems(scene.h).length === 0, 'Kickoff is scheduled and somebody still has something to do.');
  return `${log.events} events, chain whole · ${posted} messages, none twice · nothing waits, nothing failed`;
};
