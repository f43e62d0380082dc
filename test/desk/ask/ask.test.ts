import { describe, expect, it } from 'vitest';
import { marcus, newDeal, priya, Room, tomasz, yuki } from '../../slack/room.ts';
import { answersTo, botOf, command, direct, mention, otherDeal, post, repliesTo } from './asking.ts';

describe('a question in the deal’s channel', () => {
  it('is answered in a thread below it, with the quote, its place and where the promise stands', async () => {
    const room = await Room.open();
    const h = await room.reviewed();

    const [answer, ...more] = await mention(room, tomasz, room.channel(h), 'Does it talk to the accounting system?');

    expect(more).toEqual([]);
    expect(answer).toContain('we will connect it to your accounting system before go-live');
    expect(answer).toContain('discovery-call.txt');
    expect(answer).toContain('nobody has decided this yet');
    expect(answer).toContain('Integration with the accounting system');
    expect(answer).toContain('sow-signed.md');
  });

  it('is answered with a signed clause and with what somebody promised against it', async () => {
    const room = await Room.open();
    const h = await room.reviewed();

    const [answer] = await mention(room, tomasz, room.channel(h), 'Is the integration out of scope?');

    expect(answer).toMatch(/“Integration with the accounting system\.”\s[\s\S]*statement of work, signed/);
    expect(answer).toContain('But Priya Raman said: “Yes, we will connect it to your accounting system');
  });

  it('is answered with what was decided first', async () => {
    const room = await Room.open();
    const h = await room.reviewed();
    const flag = room
      .record((record) => record.handoff(h))
      .flags.find((one) => one.flag.text.includes('accounting system') && one.flag.commitment !== null);
    const key = `flag:${h}:${flag?.flag.id}`;
    for (const person of [priya, tomasz]) {
      await room.click(person, key, 'flag.decide.not_sold');
      await room.submit(person, { reason: 'It is outside of the statement of work and of the price.' });
    }

    const [answer = ''] = await mention(room, tomasz, room.channel(h), 'Do we connect it to their accounting system?');

    expect(answer).toMatch(/^“?Yes, we will connect it to your accounting system.*decided: not sold/);
    expect(answer).toMatch(/Packet v\d+ · Not sold/);
  });

  it('quotes a row of a table with the names of its columns', async () => {
    const room = await Room.open();
    const h = await room.reviewed();
    await room.drop(
      h,
      'levels.md',
      '# Levels\n\n| Priority | Response | Restored |\n|---|---|---|\n| 1 | 15 minutes | 4 hours |\n| 2 | 1 hour | 1 day |\n',
    );

    const [answer] = await mention(room, tomasz, room.channel(h), 'How quickly is a priority 1 restored?');

    expect(answer).toContain('“1 | 15 minutes | 4 hours”');
    expect(answer).toContain('Columns: Priority | Response | Restored');
  });

  it('is answered from the facts of the deal', async () => {
    const room = await Room.open();
    const h = await room.handoff();

    expect(await mention(room, marcus, room.channel(h), 'Who is the delivery lead?')).toEqual([
      expect.stringContaining(`<@${tomasz.id}>`),
    ]);
    expect(await mention(room, marcus, room.channel(h), 'When is kickoff?')).toEqual([
      expect.stringContaining('20 Mar 2026'),
    ]);
  });

  it('is said to be not in the record when nothing answers it, with what was searched', async () => {
    const room = await Room.open();
    const h = await room.reviewed();

    const [answer] = await mention(room, tomasz, room.channel(h), 'Which colour should the swimming pool have?');

    expect(answer).toContain('That is not in the record.');
    expect(answer).toMatch(/I searched packet v\d+ \(\d+ lines\) and 2 sources \(\d+ passages\)/);
  });

  it('is answered once, also when Baton starts again', async () => {
    const room = await Room.open();
    const h = await room.handoff();
    const ts = await post(room, tomasz, { channel: room.channel(h) }, `<@${botOf(room)}> When is kickoff?`);
    await room.restart();
    await room.settled();

    expect(await repliesTo(room, tomasz, room.channel(h), ts)).toHaveLength(1);
  });

  it.each([
    ['nothing but the mention', '', 'Ask me something about the deal'],
    ['words without a subject', 'What is this and why?', 'I need a word to look for'],
    ['a very long one', 'training '.repeat(80), 'That is more than I can look up at once'],
    ['German', 'Wann ist der Start und wer ist dabei?', 'I understand questions in English only'],
    ['another script', 'Когда начинается обучение?', 'I understand questions in English only'],
  ])('gets a kind sentence for %s', async (_, question, sentence) => {
    const room = await Room.open();
    const h = await room.handoff();

    expect(await mention(room, tomasz, room.channel(h), question)).toEqual([expect.stringContaining(sentence)]);
  });

  it('quotes hostile text as text, and no secret', async () => {
    const room = await Room.open();
    const h = await room.reviewed();
    const hostile = '<!channel> <@U0PRIYA> the *ferry* <https://evil.example|timetable> is `here`';
    await room.drop(h, 'ferry.md', `# Notes\n\n${hostile}\n\nThe ferry password: hunter2-Zebra!9 is secret.\n`);

    const channel = room.channel(h);
    const ts = await post(room, tomasz, { channel }, `<@${botOf(room)}> What about the ferry timetable?`);
    const [reply] = await repliesTo(room, tomasz, channel, ts);
    const raw = JSON.stringify(reply);

    expect(await answersTo(room, tomasz, channel, ts)).toEqual([expect.stringContaining('timetable')]);
    expect(raw).not.toContain('<!channel>');
    expect(raw).not.toContain('<@U0PRIYA>');
    expect(raw).not.toContain('evil.example');
    expect(raw).not.toContain('hunter2');
  });
});

describe('who may ask', () => {
  it('an outsider hears of a deal what they hear of one that is not there', async () => {
    const room = await Room.open();
    await room.reviewed();

    const real = await command(room, yuki, 'C0GENERAL', 'D-7 what was said about training?');
    const none = await command(room, yuki, 'C0GENERAL', 'D-99 what was said about training?');
    const said = await direct(room, yuki, 'D-7 what was said about training?');

    expect(real).toContain('I know no handoff of yours to look in');
    expect(none).toBe(real);
    expect(said.answers).toEqual([real]);
  });

  it('a member of the channel without a role may ask about it privately; one who left may not', async () => {
    const room = await Room.open();
    const h = await room.reviewed();
    const invite = await fetch(`${room.workspace.url}/people/invite`, {
      method: 'POST',
      body: JSON.stringify({ as: priya.id, channel: room.channel(h), users: [yuki.id] }),
    });
    expect(await invite.json()).toMatchObject({ ok: true });

    const inside = await direct(room, yuki, 'D-7: what was said about training?');
    await fetch(`${room.workspace.url}/people/leave`, {
      method: 'POST',
      body: JSON.stringify({ as: yuki.id, channel: room.channel(h) }),
    });
    const again = await direct(room, yuki, 'And about the accounting system?', inside.thread);

    expect(inside.answers.at(-1)).toContain('train all your volunteers on site');
    expect(again.answers.at(-1)).toContain('I know no handoff of yours');
  });

  it('a guest in the channel hears nothing of the deal', async () => {
    const room = await Room.open();
    const h = await room.reviewed();
    const channel = room.channel(h);
    const guest = room.workspace.world.users.get(yuki.id);
    if (!guest) throw new Error('nobody is there');
    await fetch(`${room.workspace.url}/people/invite`, {
      method: 'POST',
      body: JSON.stringify({ as: priya.id, channel, users: [yuki.id] }),
    });
    guest.is_restricted = true;

    const ts = await post(room, yuki, { channel }, `<@${botOf(room)}> What was said about training?`);

    expect(await repliesTo(room, tomasz, channel, ts)).toEqual([]);
    expect(await room.whispers(yuki, h)).toContain('I know no handoff of yours');
    expect(await command(room, yuki, channel, 'What was said about training?')).toContain('I know no handoff of yours');
  });

  it('a mention where others read along gets a private word and no answer', async () => {
    const room = await Room.open();
    await room.reviewed();

    const channel = 'C0HANDOFFS';
    const ts = await post(room, priya, { channel }, `<@${botOf(room)}> D-7 what was said about training?`);

    expect(JSON.stringify(await room.people.allMessages(priya, channel))).toContain(
      'I answer about a deal in its own channel',
    );
    expect(await repliesTo(room, tomasz, channel, ts)).toEqual([]);
  });
});

describe('a private question', () => {
  it('by command in the deal’s channel is answered to the person alone', async () => {
    const room = await Room.open();
    const h = await room.reviewed();

    const answer = await command(room, tomasz, room.channel(h), 'What was said about training?');

    expect(answer).toContain('We will train all your volunteers on site, free of charge');
    expect(answer).toContain('You asked: “What was said about training?”');
    const others = await room.people.allMessages(priya, room.channel(h));
    expect(JSON.stringify(others.map((one) => one.text))).not.toContain('You asked');
  });

  it('by command elsewhere names the deal, or hears which ones there are', async () => {
    const room = await Room.open();
    await room.reviewed();
    expect(await command(room, tomasz, 'C0GENERAL', 'what was said about training?')).toContain(
      'on site, free of charge',
    );
    await room.handoff(otherDeal());

    expect(await command(room, tomasz, 'C0GENERAL', 'what was said about training?')).toMatch(
      /Say which deal[\s\S]*D-7[\s\S]*D-8/,
    );
    expect(await command(room, tomasz, 'C0GENERAL', 'd-7: what was said about training?')).toContain('on site');
    expect(await command(room, tomasz, 'C0GENERAL', 'what did Harbour Rowing hear about training?')).toContain(
      'Training of two volunteers by video call',
    );
  });

  it('in the direct conversation offers the person’s own deals, and remembers the choice for the thread', async () => {
    const room = await Room.open();
    await room.reviewed();
    const other = await room.handoff(otherDeal());

    const asked = await direct(room, tomasz, 'What was said about training?');
    expect(asked.answers).toEqual([expect.stringContaining('Which deal is this about?')]);
    const [menu] = await repliesTo(room, tomasz, asked.channel, asked.thread);
    if (!menu) throw new Error('there is no menu');
    const h = room.record((record) => record.handoffOfDeal('D-7'));
    await room.people.choose(tomasz, { channel: asked.channel, message: menu }, 'ask.deal', (value) => value.h === h);
    await room.settled();

    const answers = await answersTo(room, tomasz, asked.channel, asked.thread);
    expect(answers.at(-1)).toContain('Harbour Rowing · Berth booking');
    expect(answers.at(-1)).toContain('on site, free of charge');

    const next = await direct(room, tomasz, 'And the accounting system?', asked.thread);
    expect(next.answers.at(-1)).toContain('connect it to your accounting system');

    await room.people.choose(
      tomasz,
      { channel: asked.channel, message: menu },
      'ask.deal',
      (value) => value.h === other,
    );
    await room.settled();
    const last = await direct(room, tomasz, 'When is kickoff?', asked.thread);
    expect(last.answers.at(-1)).toContain('Weir Anglers · Gate control');
  });

  it('keeps nothing of what was asked once it is answered', async () => {
    const room = await Room.open();
    await room.handoff(newDeal());
    await direct(room, tomasz, 'What about the quicksilver barometer?');

    const rows = room.record((record) => JSON.stringify(record.outbox()));
    expect(rows).not.toContain('quicksilver');
  });
});
