import { asc, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { baton, person } from '../../src/handoff/actor.ts';
import { fold } from '../../src/handoff/fold.ts';
import { Refusal } from '../../src/handoff/refusal.ts';
import { accept } from '../../src/platform/inbox/index.ts';
import { all, first, inbox, outbox } from '../../src/platform/store/index.ts';
import { findByDeal, itemsOf, loadSources } from '../../src/record/queries.ts';
import { readStream } from '../../src/record/stream.ts';
import { events, handoffs, openItems, passages, sealed } from '../../src/record/tables.ts';
import { analysis } from '../handoff/support/analysis.ts';
import { HandClock, temporaryStore } from '../platform/temporary.ts';
import { recordOn } from './support/a-record.ts';
import { answer, openCommand } from './support/commands.ts';

const sales = person('U_SALES');

const opened = async (reactions: Parameters<typeof recordOn>[2] = []) => {
  const store = temporaryStore();
  const clock = new HandClock();
  const record = recordOn(store, clock, reactions);
  const { handoff } = await record.open({ actor: sales, command: openCommand('D-1') });
  return { store, clock, record, handoff };
};

describe('a command is one transaction', () => {
  it('appends events, rewrites read models, wants what must be seen and closes the delivery, together', async () => {
    const { store, clock, record, handoff } = await opened([
      ({ after }) => [{ key: `desk:${after.id}`, handoffId: after.id, kind: 'desk', args: null, lane: 'chat' }],
    ]);
    await store.inTx((tx) => accept(tx, { id: 'Ev1', kind: 'interaction', body: {}, at: clock.now() }));

    const after = await record.run(handoff.id, {
      actor: sales,
      command: answer('They want fewer frost losses this spring.'),
      inboxId: 'Ev1',
    });

    expect(all(store.read.select().from(events).orderBy(asc(events.seq))).map((row) => row.type)).toEqual([
      'handoff.opened',
      'input.answered',
    ]);
    expect(first(store.read.select().from(handoffs))?.revision).toBe(after.revision);
    expect(
      first(
        store.read
          .select()
          .from(outbox)
          .where(eq(outbox.key, `desk:${handoff.id}`)),
      )?.wanted,
    ).toBe(2);
    expect(first(store.read.select().from(inbox).where(eq(inbox.id, 'Ev1')))?.status).toBe('done');
  });

  it('writes nothing when the domain refuses', async () => {
    const { store, record, handoff } = await opened();

    await expect(record.run(handoff.id, { actor: sales, command: answer('tbd') })).rejects.toBeInstanceOf(Refusal);

    expect(all(store.read.select().from(events))).toHaveLength(1);
  });

  it('writes nothing when a reaction fails', async () => {
    const store = temporaryStore();
    const record = recordOn(store, new HandClock(), [
      () => {
        throw new Error('a defect in a view');
      },
    ]);

    await expect(record.open({ actor: sales, command: openCommand('D-1') })).rejects.toThrow('a defect in a view');

    expect(all(store.read.select().from(events))).toHaveLength(0);
    expect(all(store.read.select().from(sealed))).toHaveLength(0);
  });
});

describe('a deal has one handoff', () => {
  it('hands back the handoff that the deal id already has, however it is typed', async () => {
    const { record, handoff } = await opened();

    const again = await record.open({ actor: person('U_LEAD'), command: openCommand('  d-1 ') });

    expect(again).toMatchObject({ existing: true, handoff: { id: handoff.id, revision: 1 } });
    expect(findByDeal(record.read, 'D-1')).toBe(handoff.id);
  });

  it('opens another once the first was cancelled, as often as that happens, and finds the live one', async () => {
    const { record, handoff } = await opened();
    const cancel = (id: string) =>
      record.run(id, { actor: sales, command: { type: 'cancel', reason: 'they withdrew' } });
    await cancel(handoff.id);
    expect(findByDeal(record.read, 'D-1')).toBe(handoff.id);

    const second = await record.open({ actor: sales, command: openCommand('d-1') });
    expect(second.existing).toBe(false);
    expect(findByDeal(record.read, 'D-1')).toBe(second.handoff.id);
    expect(await record.open({ actor: sales, command: openCommand('D-1') })).toMatchObject({ existing: true });

    await cancel(second.handoff.id);
    const third = await record.open({ actor: sales, command: openCommand('D-1') });
    expect(third).toMatchObject({ existing: false });
    expect(record.load(handoff.id)?.cancelled).not.toBeNull();
  });

  it('opens one when the same deal is opened twice at once', async () => {
    const store = temporaryStore();
    const record = recordOn(store, new HandClock());

    const both = await Promise.all([1, 2].map(() => record.open({ actor: sales, command: openCommand('D-9') })));

    expect(both.map((one) => one.existing).sort()).toEqual([false, true]);
    expect(all(store.read.select().from(handoffs))).toHaveLength(1);
  });
});

describe('the state is the fold of the stream', () => {
  it('is the same from a fresh record as from the one that wrote it', async () => {
    const { store, clock, record, handoff } = await opened();
    await record.run(handoff.id, { actor: sales, command: answer('They want fewer frost losses this spring.') });
    await record.run(handoff.id, {
      actor: baton('analyst'),
      command: { type: 'record_analysis', engine: 'by hand', version: '1', analysis },
    });

    const remembered = record.load(handoff.id);

    expect(recordOn(store, clock).load(handoff.id)).toEqual(remembered);
    expect(fold(handoff.id, readStream(store.read, handoff.id))).toEqual(remembered);
    expect(remembered?.flags.length).toBe(analysis.flags.length);
  });

  it('stores no word of a customer in an event', async () => {
    const { store, record, handoff } = await opened();
    await record.run(handoff.id, { actor: sales, command: answer('The canary sings about apricots at dawn.') });
    await record.run(handoff.id, {
      actor: baton('analyst'),
      command: { type: 'record_analysis', engine: 'by hand', version: '1', analysis },
    });

    const stored = JSON.stringify(all(store.read.select().from(events)));

    for (const text of ['canary', 'Bramley', 'Orchard', 'inverters']) expect(stored).not.toContain(text);
    expect(JSON.stringify(all(store.read.select().from(sealed)))).toContain('canary');
  });
});

describe('sources', () => {
  const source = {
    type: 'add_source' as const,
    name: 'contract.pdf',
    kind: 'contract' as const,
    kindGuessed: true,
    signed: true,
    sha256: 'c'.repeat(64),
    size: 10,
    passages: 2,
    link: null,
  };
  const content = [
    { id: 'p1', locator: 'page 1', text: 'The provider installs forty sensors.' },
    { id: 'p2', locator: 'page 2', text: 'Maintenance is not included.' },
  ];

  it('are kept with their passages, in order', async () => {
    const { record, handoff } = await opened();

    const after = await record.addSource(handoff.id, { actor: sales, command: source }, content);

    expect(loadSources(record.read, after)).toMatchObject([{ id: 's1', name: 'contract.pdf', passages: content }]);
  });

  it('are one when the same bytes come twice: no second passages', async () => {
    const { store, record, handoff } = await opened();
    await record.addSource(handoff.id, { actor: sales, command: source }, content);

    await expect(
      record.addSource(handoff.id, { actor: sales, command: { ...source, name: 'copy.pdf' } }, content),
    ).rejects.toMatchObject({ code: 'same_source' });

    expect(all(store.read.select().from(passages))).toHaveLength(2);
  });
});

it('open items follow what is missing', async () => {
  const { store, record, handoff } = await opened();
  const before = itemsOf(store.read, 'U_SALES').map((item) => item.about);

  await record.run(handoff.id, { actor: sales, command: answer('They want fewer frost losses this spring.') });

  expect(before).toContain('buyer_goal');
  expect(itemsOf(store.read, 'U_SALES').map((item) => item.about)).not.toContain('buyer_goal');
  expect(all(store.read.select().from(openItems).where(eq(openItems.user, 'U_LEAD')))).not.toHaveLength(0);
});
