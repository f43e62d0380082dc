import { describe, expect, it } from 'vitest';
import { until } from '../../src/demo/until.ts';
import { newDeal, priya, Room, tomasz, yuki } from './room.ts';

describe.each([
  ['Socket Mode', false],
  ['signed HTTP', true],
])('over %s', (_, http) => {
  it('a deal becomes a private channel with its people, a topic, a bookmark and one pinned desk', async () => {
    const room = await Room.open({ http });
    const h = await room.handoff();

    const channel = (await room.people.channelsOf(priya)).find((one) => one.id === room.channel(h));
    expect(channel).toMatchObject({ kind: 'private', name: 'handoff-harbour-rowing-berth-booking' });
    expect(channel?.members).toEqual(expect.arrayContaining(['U0PRIYA', 'U0TOMASZ', 'U0MARCUS']));
    expect(channel?.topic).toContain('Harbour Rowing · Berth booking · kickoff 20 Mar 2026');
    expect(channel?.bookmarks.map((one) => one.title)).toEqual(['Handoff desk']);
    expect(channel?.pinned).toEqual([room.record((record) => record.delivered(`desk:${h}`))?.ts]);
    expect((await room.people.channelsOf(yuki)).some((one) => one.id === room.channel(h))).toBe(false);
  });

  it('a dropped file is a source with passages, flags stand as cards, and both sides decide', async () => {
    const room = await Room.open({ http });
    const h = await room.reviewed();
    const desk = room.record((record) => record.delivered(`desk:${h}`));
    const handoff = room.record((record) => record.handoff(h));
    expect(room.record((record) => record.loadSources(handoff)).map((one) => one.passages.length >= 3)).toEqual([
      true,
      true,
    ]);
    const flag = handoff.flags.find((one) => one.flag.severity !== 'low' && one.flag.commitment !== null);
    const key = `flag:${h}:${flag?.flag.id}`;
    await until('the card', async () => (await room.under(key)).length === 1);
    expect(await room.words(priya, key)).toContain('accounting system');

    for (const person of [priya, tomasz]) {
      await room.click(person, key, 'flag.decide.deliver');
      await room.submit(person, { reason: 'We said it twice, and it is a small interface.' });
    }

    const decided = room.record((record) => record.handoff(h)).flags.find((one) => one.flag.id === flag?.flag.id);
    expect(decided).toMatchObject({ status: 'decided', decided: { decision: 'deliver', by: ['U0PRIYA', 'U0TOMASZ'] } });
    expect(await room.words(priya, key)).toContain('Deliver it');
    expect(await room.under(key)).toHaveLength(1);
    expect(room.record((record) => record.delivered(`desk:${h}`))).toEqual(desk);
    expect(room.log.of('error')).toEqual([]);
  });

  it('the same deal id leads to the same handoff', async () => {
    const room = await Room.open({ http });
    const h = await room.handoff();

    const response = await room.tryOpen(newDeal({ deal_id: ' d-7 ', name: 'Other name' }), tomasz);

    expect(response?.response_action).toBe('update');
    expect(await room.modal(tomasz)).toContain(room.channel(h));
    expect(room.record((record) => record.count())).toBe(1);
  });
});
