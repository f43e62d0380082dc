import { addDays, businessDaysBefore } from '../../handoff/calendar.ts';
import { defaultPolicy } from '../../handoff/policy.ts';
import { calendar } from '../../platform/calendar/index.ts';
import { wordsOf } from '../elements.ts';
import type { Scene } from '../scene.ts';
import { expect, found } from '../step-failed.ts';
import { until } from '../until.ts';

interface Visit {
  at: Date;
  look: () => Promise<string>;
}

/** How often the bot posted under a metadata key; one that ends with `:` stands for all that begin so. */
export const timesPosted = async (scene: Scene, key: string): Promise<number> =>
  (await scene.people.everything()).channels
    .flatMap((channel) => channel.messages)
    .filter(({ metadata }) =>
      key.endsWith(':') ? metadata?.event_payload.key?.startsWith(key) : metadata?.event_payload.key === key,
    ).length;

/** Everybody who works at that instant and has something open. */
const atWork = (scene: Scene, now: Date) =>
  Object.values(scene.cast).filter((person) => {
    const date = calendar.localDate(now, person.zone);
    const { from, to } = defaultPolicy.workday;
    return (
      scene.record.openItems(scene.h).some((one) => one.user === person.id) &&
      calendar.instantAt(date, from, person.zone) <= now &&
      now < calendar.instantAt(date, to, person.zone)
    );
  });

const lookForNudges = async (scene: Scene, days: number): Promise<string> => {
  const now = await scene.people.now();
  const expected = atWork(scene, now);
  expect(expected.length > 0, 'Nobody has anything open before kickoff, so nobody can be reminded.');
  for (const person of expected) {
    const key = `nudge:${person.id}:${calendar.localDate(now, person.zone)}:`;
    await until(`${person.name} to be reminded`, async () => (await timesPosted(scene, key)) > 0);
    await scene.settled();
    expect((await timesPosted(scene, key)) === 1, `${person.name} was reminded more than once.`);
    const last = found((await scene.dms(person)).at(-1), `${person.name} sees no direct message.`);
    expect(/before kickoff/.test(last.text), `${person.name} was told something else: ${last.text}`);
    expect(scene.people.shows({ channel: '', message: last }, 'desk.next'), 'The reminder opens nothing.');
    scene.remindedUnder.push(key);
  }
  return `${days} business days before: ${expected.map((one) => one.name).join(', ')} reminded once`;
};

const lookForDigest = async (scene: Scene, slot: string): Promise<string> => {
  const { people, owner, record, h } = scene;
  const key = `digest:${slot}`;
  await until('the weekly digest', () => record.delivered(key) !== null);
  await scene.settled();
  expect((await timesPosted(scene, key)) === 1, 'The digest was posted more than once.');
  const at = found(record.delivered(key), 'The digest is not on record.');
  const shown = found(
    (await people.history(owner, at.channel)).find((one) => one.ts === at.ts),
    `${owner.name} does not see the digest in #handoffs.`,
  );
  expect(wordsOf(shown.blocks).includes(scene.channel), 'The digest does not name the handoff’s channel.');
  expect(
    record.digests(slot).some((one) => one.handoffId === h),
    'The digest’s score is not on record.',
  );
  return `digest of ${slot} once`;
};

const nudgeVisit = (scene: Scene, today: string): Visit | null => {
  const { kickoffDate } = scene.handoff.deal;
  const next = [...defaultPolicy.nudgeDays]
    .sort((a, b) => b - a)
    .map((days) => ({ days, date: businessDaysBefore(kickoffDate, days, calendar) }))
    .find((one) => one.date > today);
  return next
    ? {
        at: calendar.instantAt(next.date, '09:30', scene.owner.zone),
        look: () => lookForNudges(scene, next.days),
      }
    : null;
};

const digestVisit = (scene: Scene, today: string): Visit | null => {
  const monday = addDays(today, 8 - calendar.weekday(today));
  return monday > scene.handoff.deal.kickoffDate
    ? null
    : { at: calendar.instantAt(monday, '09:30', scene.owner.zone), look: () => lookForDigest(scene, monday) };
};

/** Time travel while things are open: reminders at their day, and a Monday's digest. */
export const letDaysPass = async (scene: Scene): Promise<string> => {
  const today = calendar.localDate(await scene.people.now(), scene.owner.zone);
  const nudge = nudgeVisit(scene, today);
  const digest = digestVisit(scene, today);
  const told = [
    ...(nudge ? [] : ['kickoff is too near for another reminder']),
    ...(digest ? [] : ['no Monday before kickoff']),
  ];
  const visits = [nudge, digest].filter((one) => one !== null).sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const { at, look } of visits) {
    await scene.people.travel(at);
    told.push(await look());
  }
  return told.join(' · ');
};
