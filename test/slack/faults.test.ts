import { describe, expect, it } from 'vitest';
import { until } from '../../src/demo/until.ts';
import { contract, newDeal, priya, Room, tomasz } from './room.ts';

describe('what Slack took but did not answer', () => {
  it.each([
    ['conversations.create', 'channel'],
    ['chat.postMessage', 'desk'],
  ])('%s is looked for before it is done again: one of each', async (method) => {
    const room = await Room.open();
    await room.fault(method, 'lost_response');

    const h = await room.handoff();

    // every channel there is, also one that nobody was invited to
    const named = (await room.people.everything()).channels.filter((one) => String(one.name).startsWith('handoff-'));
    expect(named).toHaveLength(1);
    for (const key of ['desk', 'intake', 'evidence']) expect(await room.under(`${key}:${h}`), key).toHaveLength(1);
  });

  it('is looked for after a restart too', async () => {
    const room = await Room.open();
    await room.fault('chat.postMessage', 'lost_response');
    await room.tryOpen();
    await until('the post that was not answered', async () =>
      (await room.people.everything()).channels.some((one) => one.messages.some((message) => message.metadata)),
    );

    await room.restart();
    await room.settled();

    const h = room.record((record) => record.handoffOfDeal('D-7')) ?? '';
    expect(await room.under(`desk:${h}`)).toHaveLength(1);
  });
});

describe('Slack’s refusals', () => {
  it('a pin or a bookmark that Slack will not have posts no second desk and holds nothing up', async () => {
    const room = await Room.open();
    await room.fault('pins.add', 'ratelimited', 2);
    await room.fault('bookmarks.add', 'error:restricted_action', 5);

    const h = await room.handoff();
    await room.drop(h, 'sow.md', contract);

    for (const key of ['desk', 'intake', 'evidence']) expect(await room.under(`${key}:${h}`), key).toHaveLength(1);
    expect(room.record((record) => record.outbox().failed)).toEqual([]);
  });

  it('an owner whom a passing fault kept out is invited all the same', async () => {
    const room = await Room.open();
    await room.fault('conversations.invite', 'error:internal_error');

    const h = await room.handoff();

    const channel = (await room.people.channelsOf(priya)).find((one) => one.id === room.channel(h));
    expect(channel?.members).toEqual(expect.arrayContaining([priya.id, tomasz.id]));
  });

  it('a limit on one channel leaves the other alone, and everything arrives once', async () => {
    const room = await Room.open();
    const first = await room.handoff();
    await room.fault('chat.update', 'ratelimited', 1);
    const second = await room.handoff(newDeal({ deal_id: 'D-8', name: 'Boat racks' }));

    await room.drop(first, 'sow.md', contract);

    for (const h of [first, second]) expect(await room.under(`desk:${h}`)).toHaveLength(1);
    expect(await room.words(priya, `evidence:${first}`)).toContain('sow');
  });

  it('faults of Slack’s own are tried again, and the order holds', async () => {
    const room = await Room.open();
    await room.fault('chat.postMessage', 'http_500', 2);
    await room.fault('conversations.invite', 'html', 1);

    const h = await room.handoff();

    expect(await room.under(`desk:${h}`)).toHaveLength(1);
    expect(room.record((record) => record.outbox().failed)).toEqual([]);
  });
});

describe('the same delivery again', () => {
  it('of a dropped file reads it once', async () => {
    const room = await Room.open();
    const h = await room.handoff();
    await room.drop(h, 'sow.md', contract);

    for (let time = 0; time < 3; time += 1) await room.control('deliver', { type: 'message' });
    await room.restart();
    await room.control('deliver', { type: 'message' });
    await room.settled();

    expect(room.record((record) => record.eventsOf(h, 'source.added'))).toHaveLength(1);
  });

  it('of a submitted modal opens one handoff', async () => {
    const room = await Room.open();
    const h = await room.handoff();

    await room.control('deliver', { type: 'view_submission' });
    await room.settled();

    expect(room.record((record) => record.count())).toBe(1);
    expect(
      room.record((record) => record.stream(h)).events.filter(({ event }) => event.type === 'handoff.opened'),
    ).toHaveLength(1);
  });
});

describe('the record outlives what is shown of it', () => {
  it('a deleted desk stands again, pinned', async () => {
    const room = await Room.open();
    const h = await room.handoff();
    const [desk] = await room.under(`desk:${h}`);
    await fetch(`${room.workspace.url}/api/chat.delete`, {
      method: 'POST',
      headers: { authorization: `Bearer ${room.workspace.bot_token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ channel: desk?.channel, ts: desk?.ts }),
    });

    await until('another desk', async () => (await room.under(`desk:${h}`)).some((one) => one.ts !== desk?.ts));
    await room.settled();

    expect(await room.under(`desk:${h}`)).toHaveLength(1);
    const channel = (await room.people.channelsOf(priya)).find((one) => one.id === room.channel(h));
    expect(channel?.pinned).toEqual([(await room.under(`desk:${h}`))[0]?.ts]);
  });

  it('a channel that was archived is told to the owners once, and a new one holds everything', async () => {
    const room = await Room.open();
    const h = await room.reviewed();
    const lost = room.channel(h);
    await fetch(`${room.workspace.url}/api/conversations.archive`, {
      method: 'POST',
      headers: { authorization: `Bearer ${room.workspace.bot_token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ channel: lost }),
    });
    const item = (await room.people.views(priya)).length;
    expect(item).toBe(0);
    await room.people.travel(new Date('2026-03-03T09:30:00Z'));
    await until('a word about it', async () =>
      (await room.dms(priya)).some((one) => one.text.includes('no longer write')),
    );
    await room.settled();
    const told = (await room.dms(priya)).filter((one) => one.text.includes('no longer write'));
    expect(told).toHaveLength(1);

    const dm = await room.people.openDm(priya, room.workspace.world.app.bot_user.id);
    if (told[0]) await room.people.click(priya, { channel: dm, message: told[0] }, 'channel.anew');
    await until(
      'another channel',
      () => room.record((record) => record.channel(h)) !== lost && room.record((record) => record.channel(h)),
    );
    await room.settled();

    for (const key of ['desk', 'intake', 'evidence', 'flags']) {
      const here = (await room.under(`${key}:${h}`)).filter((one) => one.channel === room.channel(h));
      expect(here, key).toHaveLength(1);
    }
    expect(room.record((record) => record.handoff(h)).flags.length).toBeGreaterThan(0);
  });
});

describe('time', () => {
  it('reminds each person once of everything, in their own morning, also after the process was down', async () => {
    const room = await Room.open();
    await room.handoff();
    await room.handoff(newDeal({ deal_id: 'D-8', name: 'Boat racks' }));
    const reminders = async () => (await room.dms(priya)).filter((one) => one.text.includes('before'));
    expect(await reminders()).toEqual([]);

    await room.bot.stop();
    await room.people.travel(new Date('2026-03-11T09:30:00Z'));
    await room.start();
    await until('a reminder', async () => (await reminders()).length > 0);
    for (let time = 0; time < 3; time += 1) await room.bot.tick();
    await room.settled();

    expect(await reminders()).toHaveLength(1);
    expect((await reminders())[0]?.text).toContain('2 kickoffs');
  });

  it('posts one digest a week', async () => {
    const room = await Room.open();
    await room.handoff();
    const digests = async () =>
      (await room.people.history(priya, 'C0HANDOFFS')).filter((one) => one.text.startsWith('Kickoff readiness'));

    await room.people.travel(new Date('2026-03-09T09:30:00Z'));
    await until('a digest', async () => (await digests()).length > 0);
    for (let time = 0; time < 3; time += 1) await room.bot.tick();
    await room.settled();

    expect(await digests()).toHaveLength(1);
  });

  it('a revoked token pauses what is sent and stops nothing else', async () => {
    const room = await Room.open();
    const h = await room.handoff();
    await room.fault('chat.update', 'error:token_revoked', 1);

    await room.people.upload(priya, room.channel(h), 'sow.md', new TextEncoder().encode(contract));
    await until('the pause', () => room.bot.health().state === 'paused');

    expect(room.bot.health().reason).toBe('token_revoked');
    await room.people.slash(priya, 'C0GENERAL', '/handoff', 'list');
    await room.restart();
    // what the restart left unacknowledged comes again a minute later
    await room.people.travel(new Date('2026-03-02T09:35:00Z'));
    await room.settled();
    expect(room.record((record) => record.sources(h))).toHaveLength(1);
  });
});
