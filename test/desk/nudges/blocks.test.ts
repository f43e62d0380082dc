import { describe, expect, test } from 'vitest';
import { nudgeMessage } from '../../../src/desk/nudges/blocks.ts';
import { expectSound, readable } from '../review/read.ts';

const item = (code: string, text: string) => ({ code, about: text, text });
const nudge = (items: ReturnType<typeof item>[]) =>
  nudgeMessage(
    [
      {
        h: 'h1',
        name: 'Rosters',
        channel: 'C1',
        kickoffDate: '2026-12-17',
        until: 'kickoff in 7 business days',
        items,
      },
    ],
    '2026-12-08',
    '2026-12-14',
  );

describe('a reminder', () => {
  test('names a few things and counts many of a kind', () => {
    const flags = Array.from({ length: 30 }, (_, at) => item('flag', `Promise ${at}`));
    const shown = nudge([...flags, item('question', 'Who gives us access?'), item('question', 'Who signs?')]);
    const text = readable(shown.blocks);
    expect(text).toContain('*32 things wait for you before kickoff.*');
    expect(text).toContain('•  30 flags to decide\n•  Who gives us access?\n•  Who signs?');
    expect(text).not.toContain('Promise 1');
    expectSound(shown);
  });

  test('three of a kind are still named', () => {
    const text = readable(nudge([1, 2, 3].map((at) => item('flag', `Promise ${at}`))).blocks);
    expect(text).toContain('•  Promise 1\n•  Promise 2\n•  Promise 3');
  });
});
