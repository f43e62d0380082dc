import { spokenDate } from '../../handoff/calendar.ts';
import { wordsOf } from '../elements.ts';
import type { Scene } from '../scene.ts';
import { expect, found } from '../step-failed.ts';

/** The gate is open: kickoff is scheduled, announced, and the desk says so. */
export const scheduleKickoff = async (scene: Scene): Promise<string> => {
  const { people, lead, record, h } = scene;
  const date = scene.handoff.deal.kickoffDate;
  await scene.clickDesk(lead, 'kickoff.open');
  const view = await people.topView(lead);
  expect(view.callback_id === 'kickoff.schedule', 'Nothing is missing and kickoff cannot be scheduled.');
  await scene.submitted(lead, view, { date });
  const row = record.row(h);
  expect(
    row.kickoffScheduled && row.kickoffDate === date && row.stage === 'kickoff',
    'Kickoff is not on record as scheduled.',
  );
  const event = found(record.eventsOf(h, 'kickoff.scheduled')[0], 'There is no event for the scheduled kickoff.');
  await scene.settled();
  const said = wordsOf((await scene.message(scene.owner, `kickoff:${h}`)).blocks);
  expect(said.includes('Kickoff is scheduled'), 'The channel does not say that kickoff is scheduled.');
  expect(
    wordsOf((await scene.desk()).blocks).includes('scheduled'),
    'The desk does not say that kickoff is scheduled.',
  );
  expect((await scene.channelAs(lead)).topic.includes(spokenDate(date)), 'The channel’s topic does not name the date.');
  return `${date} on v${event.version}`;
};
