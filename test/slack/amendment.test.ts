import { describe, expect, it } from 'vitest';
import { until } from '../../src/demo/until.ts';
import { priya, Room, tomasz } from './room.ts';

const agreement = `# Statement of work\nSigned for Northwind Systems and for Harbour Rowing on 1 March 2026.\n\n## Scope\n2.1 The provider delivers an online booking calendar for 40 berths.\n2.2 The booking calendar goes live on 12 March 2026.\n2.3 The provider monitors the calendar and restores it within one business day.\n\n## Price\n3.1 The price is EUR 48,000, payable within 30 days of the invoice.\n`;
const call = `[00:01:00] Olga Reiter: Will our people know how to use it?\n[00:01:05] Priya Raman: We will train your staff for two days on site, free of charge.\n[00:02:00] Priya Raman: We will migrate the records of the last ten years from your old database.\n`;
const amendment = `# Change order 1\nSigned for Northwind Systems and for Harbour Rowing on 9 March 2026.\n\n1. The provider trains the customer's staff for two days on site, free of charge.\n`;

const read = async (): Promise<{ room: Room; h: string }> => {
  const room = await Room.open();
  const h = await room.handoff();
  await room.drop(h, 'sow-signed.md', agreement);
  await room.click(priya, `evidence:${h}`, 'source.signed');
  await room.drop(h, 'discovery-call.txt', call);
  await until('flags', () => room.record((record) => record.flags(h).length > 0));
  await room.settled();
  return { room, h };
};

const flagAbout = (room: Room, h: string, words: string) => {
  const handoff = room.record((record) => record.handoff(h));
  const promise = handoff.commitments.find((one) => one.text.includes(words));
  return handoff.flags.find((one) => one.flag.commitment === promise?.id);
};

describe('an amendment dropped into a handoff that was read', () => {
  it('settles what it covers, keeps decisions, and is summed up once in the thread', async () => {
    const { room, h } = await read();
    const training = flagAbout(room, h, 'train your staff');
    const records = flagAbout(room, h, 'ten years');
    expect([training?.status, records?.status]).toEqual(['open', 'open']);
    for (const person of [priya, tomasz]) {
      await room.click(person, `flag:${h}:${records?.flag.id}`, 'flag.decide.not_sold');
      await room.submit(person, { reason: 'Nobody priced that.' });
    }

    await room.drop(h, 'change-order-1-signed.md', amendment);
    expect(await room.under(`amended:${h}:0`)).toEqual([]);
    await room.click(priya, `evidence:${h}`, 'source.signed');

    expect(flagAbout(room, h, 'train your staff')).toMatchObject({ status: 'decided', decided: null, withdrawn: true });
    expect(flagAbout(room, h, 'ten years')?.decided).toMatchObject({ decision: 'not_sold' });
    const card = await room.words(priya, `flag:${h}:${training?.flag.id}`);
    expect(card).toContain('Covered now');
    expect(card).toContain('trains the customer');
    expect(card).toContain('change-order-1-signed.md');

    expect(await room.under(`amended:${h}:0`)).toHaveLength(1);
    const told = await room.words(tomasz, `amended:${h}:0`);
    expect(told).toContain('What the amendment changed');
    expect(told).toContain('Covered now*');
    expect(told).toContain('trains the customer');
    expect(told).toContain('|card>');
    expect(told).toContain('Decisions stay as they were.');
    expect(room.log.of('error')).toEqual([]);
  });

  it('is not told again after a restart, and what is taken back is said as well', async () => {
    const { room, h } = await read();
    await room.drop(h, 'change-order-1-signed.md', amendment);
    await room.click(priya, `evidence:${h}`, 'source.signed');
    await room.restart();
    await room.settled();
    expect(await room.under(`amended:${h}:0`)).toHaveLength(1);

    await room.click(priya, `evidence:${h}`, 'source.correct');
    await room.submit(priya, { source: 's3', kind: 'change_order', signed: 'no' });

    expect(flagAbout(room, h, 'train your staff')).toMatchObject({ status: 'open', withdrawn: false, coveredBy: null });
    const told = await room.words(priya, `amended:${h}:1`);
    expect(told).toContain('What the correction changed');
    expect(told).toContain('no longer signed');
    expect(told).toContain('No signed clause speaks of it any more');
  });
});
