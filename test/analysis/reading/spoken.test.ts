import { describe, expect, it } from 'vitest';
import { read } from './made/read.ts';

const turns = async (fileName: string, text: string) =>
  (await read(fileName, text)).passages.map(({ locator, speaker, text: said }) => [locator, speaker, said]);

describe('captions', () => {
  it('give one passage per turn with its speaker and start time', async () => {
    const vtt =
      'WEBVTT\n\nNOTE by a machine\n\n00:14:32.100 --> 00:14:35.000\n<v Dana Fox>Single &amp; sign-on will be there.</v>\n\n01:00:00.000 --> 01:00:01.000\n<v Ann Lee>Good.</v>\n<v Dana Fox>Yes.</v>\n';
    expect(await turns('call.vtt', vtt)).toEqual([
      ['00:14:32', 'Dana Fox', 'Single & sign-on will be there.'],
      ['01:00:00', 'Ann Lee', 'Good.'],
      ['01:00:00', 'Dana Fox', 'Yes.'],
    ]);
  });

  it('join cues that cut one speaker’s sentence', async () => {
    const srt =
      '1\n00:00:04,000 --> 00:00:06,000\nDana Fox: We start\n\n2\n00:00:06,200 --> 00:00:08,000\nDana Fox: on Monday.\n\n3\n00:00:09,000 --> 00:00:10,000\nAnn Lee: One thing: who pays?\n';
    expect(await turns('call.srt', srt)).toEqual([
      ['00:00:04', 'Dana Fox', 'We start on Monday.'],
      ['00:00:09', 'Ann Lee', 'One thing: who pays?'],
    ]);
  });

  it.each(['call.vtt', 'call.srt'])('are refused when %s holds none', async (name) => {
    await expect(read(name, 'hello\nthere')).rejects.toMatchObject({ code: 'malformed' });
  });
});

describe('a transcript in a text file', () => {
  it.each([
    [
      '[00:00:05] Ann Lee: Hello.\n[00:00:08] Bob Ray: It is 10:30: late.',
      ['00:00:05', 'Ann Lee', 'Hello.'],
      ['00:00:08', 'Bob Ray', 'It is 10:30: late.'],
    ],
    [
      '00:05 Ann Lee: Hello.\n00:10 Bob Ray: What rain?',
      ['00:05', 'Ann Lee', 'Hello.'],
      ['00:10', 'Bob Ray', 'What rain?'],
    ],
    [
      'Ann Lee  00:01\nHello.\nAgain.\n\nBob Ray  00:12\nYes.',
      ['00:01', 'Ann Lee', 'Hello. Again.'],
      ['00:12', 'Bob Ray', 'Yes.'],
    ],
    ['Ann: A.\nBob: B.\nAnn: C.\nBob: D.', ['turn 1', 'Ann', 'A.'], ['turn 2', 'Bob', 'B.']],
    ['**Ann:** A.\n\n**Bob:** B.\n\n**Ann:** C.\n\n**Bob:** D.', ['turn 1', 'Ann', 'A.'], ['turn 2', 'Bob', 'B.']],
  ])('gives turns for %j', async (text, first, second) => {
    expect((await turns('call.txt', text)).slice(0, 2)).toEqual([first, second]);
  });

  it('leaves the lines above the first turn without a speaker', async () => {
    expect(await turns('call.txt', 'Date: 3 May 2026\n\nAnn: A.\nBob: B.\nAnn: C.\nBob: D.')).toContainEqual([
      'line 1',
      undefined,
      'Date: 3 May 2026',
    ]);
  });

  it('is not seen in a list of labels', async () => {
    const found = await turns(
      'crm.txt',
      'Owner: A. Penrose\nStage: Won\nValue: 64,850\nSource: Referral\nClose: March',
    );
    expect(found).toHaveLength(5);
    expect(found.every(([, speaker]) => speaker === undefined)).toBe(true);
  });
});

describe('a Slack thread', () => {
  it('gives one passage per message with its author and time', async () => {
    const { passages } = await read(
      'thread.json',
      JSON.stringify([
        { user: 'kev.stratton', ts: '1784512801.000100', text: 'tablets &amp; phones?' },
        { user: 'U024BE7LH', ts: '1784512862.000200', text: 'yes' },
      ]),
    );
    expect(passages[0]).toMatchObject({
      locator: 'message 1, 2026-07-20 02:00 UTC',
      speaker: 'Kev Stratton',
      text: 'tablets & phones?',
      at: '2026-07-20T02:00:01.000Z',
    });
    expect(passages[1]?.speaker).toBe('U024BE7LH');
  });

  it.each(['{"name":"deal"}', '[1,2]', '[{"user":"a","text":"b"}]', '[{"user":'])(
    'is refused when it is %s',
    async (text) => {
      await expect(read('thread.json', text)).rejects.toMatchObject({ code: 'malformed' });
    },
  );
});
