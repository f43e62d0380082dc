import { describe, expect, it } from 'vitest';
import { until } from '../../src/demo/until.ts';
import { contract, marcus, newDeal, priya, Room, tomasz, yuki } from './room.ts';

describe('/handoff new', () => {
  it.each([
    ['a kickoff in the past', { kickoff_date: '2026-02-01' }, 'kickoff_date', 'passed'],
    ['one person as both owners', { delivery_lead: 'U0PRIYA' }, 'delivery_lead', 'two people'],
    ['an approver who is an owner', { approver: 'U0TOMASZ' }, 'approver', 'third person'],
    ['an app as delivery lead', { delivery_lead: 'U0APPBOT' }, 'delivery_lead', 'an app'],
    ['people without a side', { people: 'Olga Reiter' }, 'people', 'name, us or customer, title'],
    ['a currency in words', { currency: '€' }, 'currency', 'three-letter'],
  ])('says %s at its field and keeps what was typed', async (_, change, field, sentence) => {
    const room = await Room.open();

    const response = await room.tryOpen(newDeal(change));

    expect(response?.errors?.[field]).toContain(sentence);
    expect((await room.people.topView(priya)).callback_id).toBe('handoff.open');
    expect(room.record((record) => record.count())).toBe(0);
  });

  it('refuses somebody who has left', async () => {
    const room = await Room.open();
    await room.control('user', { id: tomasz.id, deleted: true });

    expect((await room.tryOpen())?.errors?.delivery_lead).toContain('left the workspace');
  });

  it('keeps the handoff where channels may not be created, says so privately, and opens it when it may', async () => {
    const room = await Room.open({ mayCreateChannels: false });
    await room.tryOpen();
    await room.people.closeAll(priya);
    await until('a private word', async () => (await room.dms(priya)).length > 0);
    const [told] = await room.dms(priya);
    expect(told?.text).toContain('does not let me create channels');
    const h = room.record((record) => record.handoffOfDeal('D-7')) ?? '';
    expect(room.record((record) => record.channel(h))).toBeNull();

    room.workspace.world.app.allow_channel_creation = true;
    const bot = room.workspace.world.app.bot_user.id;
    const dm = await room.people.openDm(priya, bot);
    if (told) await room.people.click(priya, { channel: dm, message: told }, 'channel.retry');

    await until('the desk', () => room.record((record) => record.delivered(`desk:${h}`)));
  });

  it('takes another name when somebody else has it', async () => {
    const room = await Room.open();
    await room.handoff();
    const second = await room.handoff(newDeal({ deal_id: 'D-8' }));

    const names = (await room.people.channelsOf(priya)).map((one) => one.name);
    expect(names).toEqual(
      expect.arrayContaining(['handoff-harbour-rowing-berth-booking', 'handoff-harbour-rowing-berth-booking-2']),
    );
    expect(await room.under(`desk:${second}`)).toHaveLength(1);
  });
});

describe('/handoff', () => {
  it.each([
    ['nothing behind it', '', '`/handoff new` opens a handoff'],
    ['help', 'help', '`/handoff new` opens a handoff'],
    ['an unknown word', 'frobnicate <!channel>', 'I do not know “frobnicate”'],
    ['a status nobody knows', 'status D-404', 'I know no handoff “D-404” of yours.'],
    ['an empty list', 'list', 'You have no handoff yet.'],
  ])('with %s answers privately', async (_, text, answer) => {
    const room = await Room.open();

    await room.people.slash(priya, 'C0GENERAL', '/handoff', text);

    const heard = (await room.people.history(priya, 'C0GENERAL')).filter((one) => one.ephemeral);
    expect(heard.map((one) => one.text).join()).toContain(answer);
    expect((await room.people.history(tomasz, 'C0GENERAL')).filter((one) => one.ephemeral)).toEqual([]);
  });

  it('tells an outsider nothing of a deal', async () => {
    const room = await Room.open();
    await room.handoff();

    for (const text of ['status D-7', 'list']) await room.people.slash(yuki, 'C0GENERAL', '/handoff', text);

    const heard = (await room.people.history(yuki, 'C0GENERAL')).filter((one) => one.ephemeral).map((one) => one.text);
    expect(heard.join()).not.toContain('Berth');
    expect(heard[0]).toContain('I know no handoff “D-7” of yours.');
  });
});

describe('a dropped file', () => {
  const big = `${'The provider delivers one more page of the manual by 1 May.\n\n'.repeat(82_000)}`;

  it.each([
    ['empty', 'notes.txt', '', 'empty'],
    ['a truncated PDF', 'contract.pdf', '%PDF-1.7\n1 0 obj\n<< /Type', 'contract.pdf'],
    ['a program called PDF', 'setup.pdf', new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0]), 'setup.pdf'],
    ['a kind of file nobody reads', 'song.mp3', new Uint8Array([0x49, 0x44, 0x33, 4, 0, 0]), 'song.mp3'],
  ])('that is %s is refused in a private sentence, kept, and on record', async (_, name, bytes, says) => {
    const room = await Room.open();
    const h = await room.handoff();

    await room.drop(h, name, bytes);

    const told = await room.whispers(priya, h);
    expect(told.replaceAll('․', '.')).toContain(says);
    expect(await room.whispers(tomasz, h)).toBe('');
    expect(room.record((record) => record.handoff(h)).refusedSources).toHaveLength(1);
    expect((await room.words(priya, `evidence:${h}`)).replaceAll('․', '.')).toContain(`${name} was not read`);
  });

  it('of five megabytes is read, and commands are answered meanwhile', async () => {
    const room = await Room.open();
    const h = await room.handoff();

    await room.people.upload(priya, room.channel(h), 'manual.txt', new TextEncoder().encode(big));
    await room.people.slash(priya, 'C0GENERAL', '/handoff', 'help');
    await room.settled();

    expect(room.record((record) => record.sources(h)).map((one) => one.size)).toEqual([big.length]);
  });

  it('that was dropped before is one source', async () => {
    const room = await Room.open();
    const h = await room.handoff();
    await room.drop(h, 'sow.md', contract);

    await room.drop(h, 'copy.md', contract, tomasz);

    expect(room.record((record) => record.sources(h))).toHaveLength(1);
    expect(await room.whispers(tomasz, h)).toContain('the same file');
  });

  it('that Slack answers with a login page is refused, not read as text', async () => {
    const room = await Room.open();
    const h = await room.handoff();
    await room.fault('files.download', 'html');

    await room.drop(h, 'sow.md', contract);

    expect(room.record((record) => record.sources(h))).toEqual([]);
    expect(await room.whispers(priya, h)).toContain('could not fetch');
  });

  it('counts as signed only when somebody with a role has said so', async () => {
    const room = await Room.open();
    const h = await room.handoff();

    await room.drop(h, 'sow-signed.md', contract);

    expect(room.record((record) => record.sources(h))[0]?.signed).toBe(false);
    await room.click(tomasz, `evidence:${h}`, 'source.signed');
    expect(room.record((record) => record.sources(h))[0]?.signed).toBe(true);
  });
});

describe('a click', () => {
  it('on a decided flag is answered with who decided, and not applied', async () => {
    const room = await Room.open();
    const h = await room.reviewed();
    const flag = room
      .record((record) => record.handoff(h))
      .flags.find((one) => one.flag.commitment !== null && one.flag.severity !== 'low');
    const key = `flag:${h}:${flag?.flag.id}`;
    const stale = await room.message(marcus, key);
    for (const person of [priya, tomasz]) {
      await room.click(person, key, 'flag.decide.not_sold');
      await room.submit(person, { reason: 'It was a slip of the tongue.' });
    }
    const before = room.record((record) => record.stream(h)).events.length;

    // Slack's clients send what they still show, so this click arrives though the button is gone.
    await room.people.click(priya, stale, 'flag.decide.deliver');
    expect(await room.whispers(priya, h)).toContain('already decided this: Not sold. Nothing was changed.');
    await room.click(priya, `flags:${h}`, 'flags.again');
    expect(await room.modal(priya)).toContain('Decision');
    expect(room.record((record) => record.stream(h)).events).toHaveLength(before);
  });

  it('by somebody without a role changes nothing and is refused privately', async () => {
    const room = await Room.open();
    const h = await room.reviewed();
    await room.click(priya, `intake:${h}`, 'input.assign');
    await room.submit(priya, { to: yuki.id });
    const flag = room.record((record) => record.handoff(h)).flags.find((one) => one.flag.commitment !== null);
    const before = room.record((record) => record.stream(h)).events.length;

    await room.click(yuki, `flag:${h}:${flag?.flag.id}`, 'flag.decide.deliver');

    expect(await room.whispers(yuki, h)).toContain('Only the account owner');
    expect(room.record((record) => record.stream(h)).events).toHaveLength(before);
  });

  it('on a cancelled handoff is answered, and nothing changes', async () => {
    const room = await Room.open();
    const h = await room.handoff();
    const intake = await room.message(priya, `intake:${h}`);
    await room.people.choose(
      priya,
      await room.message(priya, `desk:${h}`),
      'desk.more',
      (value) => value.do === 'cancel',
    );
    await room.submit(priya, { reason: 'The customer stepped back.' });
    expect(room.record((record) => record.row(h)).stage).toBe('cancelled');
    const before = room.record((record) => record.stream(h)).events.length;

    await room.people.click(priya, intake, 'input.skip').catch(() => undefined); // the message may have changed under the hand already
    await room.drop(h, 'late.md', contract);

    expect(await room.whispers(priya, h)).toContain('cancelled');
    expect(room.record((record) => record.stream(h)).events).toHaveLength(before);
  });

  it('on a button of an older version is answered at once', async () => {
    const room = await Room.open();
    const h = await room.handoff();
    const old = { type: 'button', text: { type: 'plain_text', text: 'Old' }, action_id: 'promise.approve', value: '1' };
    const posted = await fetch(`${room.workspace.url}/api/chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${room.workspace.bot_token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ channel: room.channel(h), text: 'old', blocks: [{ type: 'actions', elements: [old] }] }),
    });
    const { ts } = (await posted.json()) as { ts: string }; // the workspace's own answer
    const message = (await room.people.history(priya, room.channel(h))).find((one) => one.ts === ts);

    if (message) await room.people.click(priya, { channel: room.channel(h), message }, 'promise.approve');

    await until('an answer', async () => (await room.whispers(priya, h)).includes('older version'));
  });
});
