import { describe, expect, test } from 'vitest';
import { allBlocks, blocksOf } from '../../../src/desk/packet/compare.ts';
import { marksOf } from '../../../src/desk/packet/inline.ts';
import { renderPacket } from '../../../src/desk/packet/markdown.ts';
import { packetAt } from '../../../src/desk/packet/receipt.ts';
import { packetOf } from '../../../src/handoff/packet/index.ts';
import { decideOn, decisions, evidence, intake, priya, tomasz } from './deal.ts';
import { Room } from './room.ts';

const page = (room: Room): string =>
  allBlocks(renderPacket(packetOf(room.handoff), marksOf(room.handoff))).join('\n\n');

/** The changes of a `canvases.edit` call as canvas.ts sends them. */
const changesOf = (args: Record<string, unknown> | undefined) =>
  (args?.changes ?? []) as { operation: string; section_id?: string; document_content?: { markdown: string } }[];

const blocked: [string, string] = ['canvases.access.set', 'error:invalid_parameters'];

describe('the packet in its canvas', () => {
  test('is made as the channel’s own canvas, which people may read and not write', async () => {
    const room = await Room.open();
    await room.run(...evidence);
    const canvas = await room.canvas();
    expect(canvas.markdown).toBe(page(room));
    expect(canvas.access).toMatchObject({ C0HANDOFFS: 'read' });
    expect(packetAt(room.desk, room.h)).toMatchObject({ mode: 'channel', version: room.handoff.packetVersion });
    expect(await room.editByHand(canvas.id, (markdown) => `${markdown}\n\nmore`)).toMatchObject({ ok: false });
  });

  test('does not exist before there is something to read in it', async () => {
    const room = await Room.open();
    await room.settle();
    expect(await room.canvases()).toEqual([]);
  });

  test('is announced in one message of the desk’s thread, which says what the last version changed', async () => {
    const room = await Room.open();
    await room.run(...evidence);
    await room.run(...decisions.slice(0, 2));
    const [desk, ...others] = await room.messages();
    const links = others.filter((one) => one.text.startsWith('Packet v'));
    expect(links).toHaveLength(1);
    expect(links[0]?.thread_ts).toBe(desk?.ts);
    expect(links[0]?.text).toBe(
      'Packet v7 is in the canvas. Changed since v6: Sold scope and acceptance criteria · Not yet decided · Commitments register',
    );
  });

  test('a decision changes only the blocks it is about, one change per call', async () => {
    const room = await Room.open();
    await room.run(...evidence);
    const before = blocksOf(page(room));
    room.took();
    await room.run(...decisions.slice(0, 2));
    const fresh = blocksOf(page(room)).filter((block) => !before.includes(block));
    const edits = room.calls.filter((one) => one.method === 'canvases.edit').map((one) => changesOf(one.args));
    expect(edits.map((changes) => changes.length)).toEqual(edits.map(() => 1));
    const written = edits.flat().flatMap((one) => blocksOf(one.document_content?.markdown ?? ''));
    expect(written.toSorted()).toEqual(fresh.toSorted());
    expect(edits.flat().every((one) => one.section_id?.startsWith('temp:'))).toBe(true);
    expect((await room.canvas()).markdown).toBe(page(room));
  });

  test('many changed sections are written in one call', async () => {
    const room = await Room.open();
    await room.run(...evidence, ...decisions);
    room.took();
    for (const [actor, step] of intake)
      await room.desk.record.run(room.h, { actor, command: typeof step === 'function' ? step(room.handoff) : step });
    await room.settle();
    const { 'canvases.edit': edits, 'canvases.sections.lookup': lookups } = room.took();
    expect({ edits, lookups }).toEqual({ edits: 1, lookups: undefined });
    expect((await room.canvas()).markdown).toBe(page(room));
  });

  test('asked again without a change it only looks', async () => {
    const room = await Room.open();
    await room.run(...evidence);
    room.took();
    await room.again();
    expect(room.took()).toEqual({ 'canvases.getContent': 1 });
  });

  test('a canvas that somebody deleted is made anew', async () => {
    const room = await Room.open();
    await room.run(...evidence);
    const first = await room.canvas();
    await room.desk.slack.canvases.delete({ canvas_id: first.id });
    await room.again();
    const second = await room.canvas();
    expect(second.id).not.toBe(first.id);
    expect(second.markdown).toBe(page(room));
  });

  test('a canvas that people began is taken over, and their text is kept', async () => {
    const room = await Room.open();
    await room.fault(...blocked);
    const made = await fetch(`${room.workspace.url}/api/conversations.canvases.create`, {
      method: 'POST',
      headers: { authorization: `Bearer ${room.workspace.bot_token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        channel_id: room.channel,
        document_content: { type: 'markdown', markdown: '# Our notes\n\nBring biscuits' },
      }),
    });
    const { canvas_id } = (await made.json()) as { canvas_id: string }; // the method's documented answer
    const canvas = room.workspace.world.canvases.get(canvas_id);
    if (canvas) canvas.owner = 'U0TOMASZ';
    await room.run(...evidence);
    expect((await room.canvas()).markdown).toBe(page(room));
    expect(await kept(room)).toEqual([expect.stringContaining('Bring biscuits')]);
  });

  test('an attempt whose answer was lost does not make a second canvas, nor accuse anybody', async () => {
    const room = await Room.open();
    await room.fault('conversations.canvases.create', 'lost_response');
    await room.run(...evidence);
    await room.settle(5);
    expect((await room.canvas()).markdown).toBe(page(room));
    expect(await kept(room)).toEqual([]);
  });

  test.each(['the same process', 'a new process'])(
    'what an attempt wrote before it was cut short is not taken for somebody’s hand by %s',
    async (which) => {
      const room = await Room.open();
      await room.run(...evidence);
      let edits = 0;
      const call = room.desk.slack.apiCall;
      room.desk.slack.apiCall = async (method, args) => {
        if (method === 'canvases.edit') edits += 1;
        if (method === 'canvases.edit' && edits === 2) await room.fault('canvases.edit', 'http_500');
        return call(method, args);
      };
      await room.run(...decisions.slice(0, 2));
      expect((await room.canvas()).markdown).not.toBe(page(room));
      await room.run(...decisions.slice(2));
      if (which === 'a new process') await room.restart();
      await room.settle(10);
      expect((await room.canvas()).markdown).toBe(page(room));
      expect(await kept(room)).toEqual([]);
    },
  );
});

const kept = async (room: Room): Promise<string[]> => {
  const found = (await room.messages()).filter((one) => one.text.startsWith('Somebody edited the packet by hand'));
  return found.map((one) => JSON.stringify(one));
};

describe('a hand edit, where Slack does not let us take write access away', () => {
  const opened = async (): Promise<Room> => {
    const room = await Room.open();
    await room.fault(...blocked);
    await room.run(...evidence);
    return room;
  };

  test('is replaced from the record, and its text is kept once in the desk’s thread', async () => {
    const room = await opened();
    const { id } = await room.canvas();
    await room.editByHand(id, (markdown) => markdown.replace('## Risks', '## Risks\n\nDana is on leave in January.'));
    await room.run([priya, decideOn('buried_concession', 'not_sold')]);
    await room.again();
    expect((await room.canvas()).markdown).toBe(page(room));
    const texts = await kept(room);
    expect(texts).toHaveLength(1);
    expect(texts[0]).toContain('Dana is on leave in January.');
    expect(texts[0]).not.toContain('Executive summary');
  });

  test('that only removes something is repaired in silence', async () => {
    const room = await opened();
    const { id } = await room.canvas();
    await room.editByHand(id, (markdown) => markdown.replace('_No risk has been confirmed._', ''));
    await room.again();
    expect((await room.canvas()).markdown).toBe(page(room));
    expect(await kept(room)).toEqual([]);
  });

  test('is kept also when the process dies between the keeping and the writing', async () => {
    const room = await opened();
    const { id } = await room.canvas();
    await room.editByHand(id, (markdown) => `${markdown}\n\nCall Ilse first.`);
    await room.fault('canvases.edit', 'http_500');
    await room.again();
    await room.restart();
    await room.settle(5);
    expect((await room.canvas()).markdown).toBe(page(room));
    expect(await kept(room)).toHaveLength(1);
  });
});

describe('where canvases misbehave or are missing', () => {
  test('a page that Slack finds too large is written in pieces', async () => {
    const room = await Room.open();
    await room.fault('canvases.edit', 'error:canvas_editing_failed');
    await room.run(...evidence);
    expect((await room.canvas()).markdown).toBe(page(room));
    expect(room.took()['canvases.edit']).toBeGreaterThan(1);
  });

  test('an edit that Slack limits is waited for, and the page is not begun anew', async () => {
    const room = await Room.open();
    await room.run(...evidence);
    room.took();
    await room.fault('canvases.edit', 'ratelimited');
    await room.run(...decisions.slice(0, 2));
    const took = room.took();
    expect((await room.canvas()).markdown).toBe(page(room));
    // Read before and after, and each place looked up once: only the limited edit was asked again.
    expect(took['canvases.getContent']).toBe(2);
    expect(took['canvases.edit']).toBe((took['canvases.sections.lookup'] ?? 0) + 1);
  });

  test('a replacement that leaves the old block beside the new one is repaired, and nobody is accused', async () => {
    const room = await Room.open();
    await room.run(...evidence);
    const call = room.desk.slack.apiCall;
    room.desk.slack.apiCall = (method, args) => {
      const [change] = changesOf(args);
      if (method !== 'canvases.edit' || change?.operation !== 'replace' || !change.section_id)
        return call(method, args);
      return call(method, { ...args, changes: [{ ...change, operation: 'insert_after' }] });
    };
    await room.run(...decisions.slice(0, 2));
    expect((await room.canvas()).markdown).toBe(page(room));
    expect(await kept(room)).toEqual([]);
  });

  test('where the channel’s canvas is not to be had, a standalone one is, and the channel may read it', async () => {
    const room = await Room.open();
    await room.fault('conversations.canvases.create', 'error:team_tier_cannot_create_channel_canvases');
    await room.run(...evidence);
    expect(packetAt(room.desk, room.h)?.mode).toBe('standalone');
    expect((await room.canvas()).access).toMatchObject({ C0HANDOFFS: 'read' });
    expect((await room.canvas()).markdown).toBe(page(room));
  });

  test('without any canvas the packet is a thread of the desk, edited in place', async () => {
    const room = await Room.open({ plan: 'free' });
    await room.fault('conversations.canvases.create', 'error:canvas_disabled_user_team');
    await room.run(...evidence);
    const before = await room.messages();
    const desk = before[0]?.ts;
    const parts = before.filter((one) => one.thread_ts === desk && one.ts !== desk);
    expect(parts.length).toBeGreaterThan(20);
    expect(parts.map((one) => one.text)).toContain('Packet v6 is in this thread, section by section.');
    await room.run(...decisions.slice(0, 2));
    const after = await room.messages();
    expect(after.map((one) => one.ts)).toEqual(before.map((one) => one.ts));
    expect(after.find((one) => one.text.startsWith('Sold scope'))?.text).toContain('Single sign-on at go-live');
    expect(await room.canvases()).toEqual([]);
  });

  test('a channel canvas made on the free plan is enough', async () => {
    const room = await Room.open({ plan: 'free' });
    await room.run(...evidence, [tomasz, decideOn('ambiguous_deliverable', 'answer')]);
    expect(packetAt(room.desk, room.h)?.mode).toBe('channel');
    expect((await room.canvas()).markdown).toBe(page(room));
  });
});
