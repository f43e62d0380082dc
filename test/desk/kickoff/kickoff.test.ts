import { describe, expect, test } from 'vitest';
import { kickoffMessage } from '../../../src/desk/kickoff/blocks.ts';
import { kickoffReaction } from '../../../src/desk/kickoff/react.ts';
import { teamModal } from '../../../src/desk/kickoff/team.ts';
import { cancelModal, missingModal, moveModal, scheduleModal } from '../../../src/desk/kickoff/views.ts';
import type { Readiness } from '../../../src/handoff/readiness.ts';
import { validateBlocks } from '../../../src/workspace/blocks/validate.ts';
import {
  complete,
  decisions,
  evidence,
  handoffAfter,
  happenedAfter,
  intake,
  priya,
  readinessOf,
  type Step,
  signatures,
  today,
  tomasz,
} from '../packet/deal.ts';
import { Room } from '../packet/room.ts';

const schedule: Step = [tomasz, { type: 'schedule_kickoff', date: '2026-12-14' }];
const whole: Step[] = [...evidence, ...decisions, ...intake];
const date = (value: string) => ({ date: { value: { type: 'datepicker', selected_date: value } } });
const reason = (value: string) => ({ reason: { value: { type: 'plain_text_input', value } } });

describe('while kickoff is shut', () => {
  const handoff = handoffAfter(...evidence);

  test('the list says what is missing by the person who must act, theirs first, each with a way to it', () => {
    const view = missingModal(handoff, readinessOf(handoff), 'U0TOMASZ');
    expect(validateBlocks(view.blocks, 'modal')).toEqual([]);
    const texts = view.blocks.flatMap((one) => ('text' in one && one.type === 'section' ? [one.text?.text ?? ''] : []));
    expect(texts[0]).toMatch(
      /^Kickoff opens when the handoff is ready\. It is at \d+ %, and \d+ things are missing\.$/,
    );
    expect(texts[1]).toMatch(/^\*You\* · \d+ things$/);
    expect(texts.at(-1)).toBe('*After that* · Sales signoff, Delivery acknowledgement of v6');
    expect(JSON.stringify(view.blocks)).toContain('open.item');
  });

  test('signatures are asked for once nothing else is missing', () => {
    const done = complete();
    const text = JSON.stringify(missingModal(done, readinessOf(done), 'U0PRIYA').blocks);
    expect(text).toContain('sales_signoff');
    expect(text).not.toContain('After that');
  });

  test('a long list stops at twenty rows and counts the rest', () => {
    const one = readinessOf(handoff).missing.find((missing) => missing.owners.length > 0);
    const many = (code: 'flag' | 'question', count: number) =>
      Array.from({ length: count }, (_, at) => ({
        text: 'One more',
        owners: one?.owners ?? [],
        code,
        about: `${code}${at}`,
      }));
    const missing = [...many('question', 90), ...many('flag', 12)];
    const long: Readiness = { ready: false, score: 3, missing };
    const view = missingModal(handoff, long, 'U0PRIYA');
    expect(validateBlocks(view.blocks, 'modal')).toEqual([]);
    expect(JSON.stringify(view).match(/open\.item/g)).toHaveLength(20);
    expect(JSON.stringify(view)).toContain('And 70 more');
    expect(JSON.stringify(view)).toContain('12 flags to decide, most severe first');
    expect(JSON.stringify(view).match(/flag\.next/g)).toHaveLength(1);
  });
});

describe('the modals', () => {
  test('are ones that Slack takes, whatever the deal is called', () => {
    const base = complete(...signatures);
    const handoff = { ...base, deal: { ...base.deal, name: '*<!channel>* '.repeat(40), customer: '<@U1>'.repeat(60) } };
    const modals = [scheduleModal(handoff, today), moveModal(handoff, today), cancelModal(handoff), teamModal(handoff)];
    for (const view of modals) {
      expect(validateBlocks(view.blocks, 'modal')).toEqual([]);
      expect(JSON.stringify(view)).not.toContain('<!channel>');
      expect(JSON.stringify(view)).not.toContain('<@U1>');
      for (const text of [view.title, view.submit, view.close]) expect(text?.text.length).toBeLessThanOrEqual(24);
    }
  });

  test('moving says whose signatures it voids', () => {
    expect(JSON.stringify(moveModal(complete(...signatures), today))).toContain(
      'voids the signatures of <@U0PRIYA> (v17) and <@U0TOMASZ> (v17)',
    );
  });

  test('a kickoff date that has passed is not offered again', () => {
    expect(JSON.stringify(scheduleModal(complete(), '2027-01-05'))).toContain('"initial_date":"2027-01-05"');
  });
});

describe('the announcement', () => {
  test('says the date, who, which version, and the first milestones with their dates', () => {
    const handoff = complete(...signatures, schedule);
    const shown = kickoffMessage(handoff, today, 'https://northwind.slack.com/docs/T/F');
    expect(validateBlocks(shown?.blocks ?? [], 'message')).toEqual([]);
    expect(shown?.text).toBe('Kickoff for Harbour Rowing · Membership system is scheduled: Mon 14 Dec, on packet v17.');
    expect(JSON.stringify(shown?.blocks)).toContain('Mon 28 Dec · Design decisions signed off');
    expect(JSON.stringify(shown?.blocks)).toContain('Wed 13 Jan 2027 · Sign-on and first data feed working in test');
  });

  test('is edited when the date moves, until kickoff is scheduled anew', () => {
    const moved: Step[] = [
      ...whole,
      ...signatures,
      schedule,
      [tomasz, { type: 'move_kickoff', date: '2026-12-21', reason: 'their *data* is late' }],
    ];
    expect(kickoffReaction(happenedAfter(...moved))).toHaveLength(1);
    const shown = kickoffMessage(handoffAfter(...moved), today, null);
    expect(validateBlocks(shown?.blocks ?? [], 'message')).toEqual([]);
    expect(shown?.text).toContain(
      'Kickoff moved: was Mon 14 Dec, now planned for Mon 21 Dec. Both sides sign again. Moved by <@U0TOMASZ>: their',
    );
    const again: Step[] = [...moved, ...signatures, [tomasz, { type: 'schedule_kickoff', date: '2026-12-21' }]];
    expect(kickoffReaction(happenedAfter(...again))).toHaveLength(1);
    expect(kickoffMessage(handoffAfter(...again), today, null)?.text).toContain('is scheduled: Mon 21 Dec');
    const cancelled: Step[] = [...moved, [priya, { type: 'cancel', reason: 'insolvent' }]];
    expect(kickoffReaction(happenedAfter(...cancelled))).toHaveLength(1);
    expect(kickoffMessage(handoffAfter(...cancelled), today, null)?.text).toContain('Kickoff on Mon 14 Dec does not');
    const never = happenedAfter([tomasz, { type: 'move_kickoff', date: '2026-12-21', reason: 'late' }]);
    expect(kickoffReaction(never)).toEqual([]);
    expect(kickoffMessage(never.after, today, null)).toBeNull();
  });

  test('names who takes over, also when that is somebody else by now', () => {
    const steps: Step[] = [
      ...whole,
      ...signatures,
      schedule,
      [priya, { type: 'change_team', role: 'delivery_lead', to: 'U0YUKI', reason: 'on leave' }],
    ];
    expect(kickoffReaction(happenedAfter(...steps))).toHaveLength(1);
    expect(JSON.stringify(kickoffMessage(handoffAfter(...steps), today, null))).toContain('<@U0YUKI> takes over');
  });

  test('and its modal name the version that was signed, not a later one', () => {
    const question: Step = [
      priya,
      { type: 'ask_question', text: 'Who drives?', owner: 'U0PRIYA', due: '2026-12-01', blocking: false },
    ];
    const handoff = complete(...signatures, question);
    expect(handoff.packetVersion).toBe(18);
    const view = JSON.stringify(scheduleModal(handoff, today));
    expect(view).toContain('with packet v17 and the first milestones. What came since (v18) voids no signature.');
    expect(kickoffMessage(complete(...signatures, question, schedule), today, null)?.text).toContain('on packet v17');
  });

  test('comes when kickoff is scheduled, and changes when the handoff is cancelled after that', () => {
    expect(kickoffReaction(happenedAfter(...whole, ...signatures))).toEqual([]);
    expect(kickoffReaction(happenedAfter(...whole, ...signatures, schedule))).toHaveLength(1);
    const cancelled: Step[] = [...whole, ...signatures, schedule, [priya, { type: 'cancel', reason: 'insolvent' }]];
    expect(kickoffReaction(happenedAfter(...cancelled))).toHaveLength(1);
    expect(kickoffMessage(handoffAfter(...cancelled), today, null)?.text).toContain('does not take place');
  });
});

const menu = (room: Room, what: string) => ({
  type: 'overflow',
  selected_option: { value: JSON.stringify({ h: room.h, do: what }) },
});

describe('in Slack', () => {
  const opened = async (...steps: Step[]): Promise<Room> => {
    const room = await (await Room.open()).listening();
    await room.run(...steps);
    return room;
  };

  test('the button shows what is missing while the handoff is not ready', async () => {
    const room = await opened(...evidence);
    await room.press('U0TOMASZ', 'kickoff.open');
    expect((await room.modal('U0TOMASZ'))?.text).toContain('Kickoff is shut');
  });

  test('when it is ready a date schedules kickoff, and one message says so', async () => {
    const room = await opened(...whole, ...signatures);
    await room.press('U0TOMASZ', 'kickoff.open');
    expect(await room.submit('U0TOMASZ', date('2026-11-02'))).toMatchObject({
      response: { response_action: 'errors', errors: { date: expect.stringContaining('move the kickoff date first') } },
    });
    await room.submit('U0TOMASZ', date('2026-12-14'));
    expect(room.handoff.kickoff).toMatchObject({ date: '2026-12-14', by: 'U0TOMASZ' });
    const said = (await room.messages()).filter((one) => one.text.startsWith('Kickoff for'));
    expect(said).toHaveLength(1);
    expect(JSON.stringify(said)).toContain('Open the packet');
  });

  test('the menu moves the date with a reason, and cancels after asking why', async () => {
    const room = await opened(...evidence);
    await room.press('U0PRIYA', 'desk.more', '', menu(room, 'move'));
    await room.submit('U0PRIYA', { ...date('2026-12-21'), ...reason('their data is late') });
    expect(room.handoff.deal.kickoffDate).toBe('2026-12-21');
    await room.press('U0PRIYA', 'desk.more', '', menu(room, 'cancel'));
    await room.submit('U0PRIYA', reason('the deal fell through'));
    expect(room.handoff.cancelled).toMatchObject({ reason: 'the deal fell through', by: 'U0PRIYA' });
  });

  test('the menu moves a scheduled kickoff too: the announcement is edited, no second one comes', async () => {
    const room = await opened(...whole, ...signatures, schedule);
    await room.press('U0TOMASZ', 'desk.more', '', menu(room, 'move'));
    expect((await room.modal('U0TOMASZ'))?.text).toContain('The scheduled kickoff is taken back until both signed');
    await room.submit('U0TOMASZ', { ...date('2026-12-21'), ...reason('their data is late') });
    expect(room.handoff.kickoff).toBeNull();
    const said = (await room.messages()).filter((one) => one.text.includes('ickoff moved: was Mon 14 Dec'));
    expect(said).toHaveLength(1);
    expect((await room.messages()).filter((one) => one.text.startsWith('Kickoff for'))).toHaveLength(0);
  });

  test('the menu hands a role to somebody else, who must be able to hold it', async () => {
    const room = await opened(...whole, ...signatures);
    const pick = (role: string, to: string) => ({
      role: { value: { type: 'static_select', selected_option: { value: role } } },
      to: { value: { type: 'users_select', selected_user: to } },
      ...reason('on leave until March'),
    });
    await room.press('U0MARCUS', 'desk.more', '', menu(room, 'team'));
    expect(await room.submit('U0MARCUS', pick('delivery_lead', 'U0APPBOT'))).toMatchObject({
      response: { response_action: 'errors', errors: { to: 'This is an app. Choose a person.' } },
    });
    expect(await room.submit('U0MARCUS', pick('delivery_lead', 'U0PRIYA'))).toMatchObject({
      response: { errors: { to: expect.stringContaining('is the account owner already') } },
    });
    await room.submit('U0MARCUS', pick('delivery_lead', 'U0YUKI'));
    expect(room.handoff.team.delivery_lead).toBe('U0YUKI');
    expect(room.handoff.signoffs.every((one) => one.voided !== null)).toBe(true);
    await room.press('U0TOMASZ', 'desk.more', '', menu(room, 'team'));
    expect(await room.whispered('U0TOMASZ')).toEqual([expect.stringContaining('can hand a role to somebody else.')]);
  });

  test('people without a role are told so at the click', async () => {
    const room = await opened(...whole, ...signatures);
    await room.press('U0YUKI', 'kickoff.open');
    expect(await room.modal('U0YUKI')).toBeNull();
    expect(await room.whispered('U0YUKI')).toEqual([
      'Only the account owner (<@U0PRIYA>), the delivery lead (<@U0TOMASZ>) or the approver (<@U0MARCUS>) can schedule kickoff.',
    ]);
  });

  test('*Packet v17* answers privately with a summary and the way to the canvas', async () => {
    const room = await opened(...whole);
    await room.press('U0YUKI', 'packet.open');
    const text = (await room.modal('U0YUKI'))?.text ?? '';
    expect(text).toContain('Packet v17');
    expect(text).toContain(`/docs/T0NORTHWIND/${(await room.canvas()).id}`);
  });
});
